/* Words broken at the end of a line: src/scan/broken.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "scan/broken.h"

static const struct {
    const char *above;
    const char *below;
    const char *whole;
} lines[] = {
    {"Manufac-", "turing of", "Manufacturing of"},
    {"The manufac-", "turing", "The manufacturing"},
    {"MANUFAC-", "TURING", "MANUFACTURING"},
    {"NORD-", "\xC3\x96STERREICH", "NORD\xC3\x96STERREICH"},
    {"Z-", "\xC3\x96STERREICH", "Z-\xC3\x96STERREICH"},
    {"B\xC3\xA9n\xC3\xA9-", "ficiaires",
     "B\xC3\xA9n\xC3\xA9"
     "ficiaires"},
    {"\xC3\x96ster-", "\xC3\xA5ker", "\xC3\x96ster\xC3\xA5ker"},
    {"", "turing", "turing"},
    {"Total", "population", "Total population"},
    /* the word has a hyphen wherever it stands */
    {"Non-", "residents", "Non-residents"},
    {"Not-for-", "profit", "Not-for-profit"},
    {"Non-agri-", "culture", "Non-agriculture"},
    {"(first-", "professional)", "(first-professional)"},
    {"Head-", "Start", "Head-Start"},
    {"\xC3\x85-", "\xC3\x96", "\xC3\x85-\xC3\x96"},
    {"10-", "-12", "10--12"},
    {"Rail-non-", "stop", "Rail-non-stop"},
    {"1990-", "91", "1990-91"},
    {"1990-", "years", "1990-years"},
    {"A-", "Z", "A-Z"},
    /* it stands for a word that both have */
    {"Export-", "und Importpreise", "Export- und Importpreise"},
    {"Pre-", "and post-war", "Pre- and post-war"},
    /* it is a dash */
    {"Boats -", "all", "Boats - all"},
    {"-", "men", "- men"},
    /* hyphens of other kinds; one that only shows at the end of a line */
    {"Manufac\xE2\x80\x90", "turing", "Manufacturing"},
    {"Non\xC2\xAD", "residents", "Nonresidents"},
};

static void
test_lines(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        thr_buf text = {0};
        thr_buf_text(&text, lines[i].above);
        thr_broken_join(&text, thr_str(lines[i].below));
        if (!thr_str_equal(thr_buf_view(&text), thr_str(lines[i].whole)))
            fail_msg("%s|%s: %.*s", lines[i].above, lines[i].below,
                     THR_STR(thr_buf_view(&text)));
        thr_buf_free(&text);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
