/* What each page is headed with: src/scan/banner.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "scan/banner.h"

static const struct {
    const char *text;
    const char *rest; /* without the number, or NULL: there is none */
} numbers[] = {
    {"Harbours   Page 3", "Harbours"},
    {"Harbours     PAGE:    3", "Harbours"},
    {"Harbours  Page 2 of 8", "Harbours"},
    {"1       Harbours  page 12", "Harbours"},
    {"1 2 Harbours  page 12", "1 2 Harbours"},
    {"H\xC3\xA4"
     "fen  Seite 3",
     "H\xC3\xA4"
     "fen"},
    /* a number among words is one of them */
    {"Harbours, page 3", NULL},
    {"Page 3", NULL},
    {"See   page 3 for harbours", NULL},
    {"Harbours   3", NULL},
    {"Page", NULL},
    {"", NULL},
};

static void
test_numbers(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        thresh_str text = thr_str(numbers[i].text);
        bool cut = thr_banner_cut(&text);
        if (cut != (numbers[i].rest != NULL)
            || (cut && !thr_str_equal(text, thr_str(numbers[i].rest))))
            fail_msg("\"%s\": \"%.*s\"", numbers[i].text, THR_STR(text));
    }
}

/* Which records are hidden, a character each. */
static const struct {
    const char *text;
    const char *hidden;
} pages[] = {
    {"Ports  Page 1\nof the sea\n\nA\nPorts  Page 2\nof the sea\nB\n",
     "----xx-"},
    /* another heading than on the first page is text */
    {"Ports  Page 1\nof the sea\nShips  Page 2\nof the sea\n", "----"},
    {"Ports  Page 1\nof the sea\nPorts  Page 2\nof lakes\nof the sea\n",
     "--x--"},
    /* it ends at a blank line, a figure, and the title of a table */
    {"Ports  Page 1\n\nA\nPorts  Page 2\n\nA\n", "---x--"},
    {"Ports  Page 1\nTable 1 A\nPorts  Page 2\nTable 1 A\n", "--x-"},
    {"Ports  Page 1\nA;1\nPorts  Page 2\nA;1\n", "--x-"},
    /* a number of a page in a row is text of it */
    {"A;1;Ports  Page 1\nA;1;Ports  Page 2\n", "--"},
    /* by itself it is one where a page starts, or before a header again */
    {"\fPage 1\nA\n\fPage 2\nA\n", "--xx"},
    {"Side 1\nA\nSide 2\nA\n", "----"},
    /* lines said twice, without a number */
    {"Ports\nof the sea\n\nPorts\nof the sea\n", "-----"},
};

static void
test_pages(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        text_records records;
        open_records(&records, pages[i].text, ';', NULL);
        assert_int_equal(records.window.count, strlen(pages[i].hidden));
        for (size_t k = 0; k < records.window.count; k++) {
            const thr_record *record = thr_window_at(&records.window, k);
            bool hidden = record->furniture > 0;
            if (hidden != (pages[i].hidden[k] == 'x')
                || (hidden && record->filled > 0))
                fail_msg("line %zu of\n%s", k + 1, pages[i].text);
        }
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
