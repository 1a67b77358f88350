/* Headings on several lines: src/frame/stagger.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

/* Rows below every heading, in two columns. */
#define ROWS                         \
    "Oslo           1,200     3.5\n" \
    "Bergen           340    12.0\n" \
    "Tromso            77     1.5\n"

static const struct {
    const char *heading;
    const char *paths; /* of the two columns, and the heading of the stub */
} headings[] = {
    /* words that stand alone in their lines are one heading */
    {"               Loans    Share\n"
     "City         granted     paid\n",
     "Loans granted | Share paid | City"},
    /* in lower case they go on, though they are said again */
    {"              Direct    Other\n"
     "City           loans    loans\n",
     "Direct loans | Other loans | City"},
    /* the same words over other columns are a level */
    {"                 Men    Women\n"
     "City           Loans    Loans\n",
     "Men>Loans | Women>Loans | City"},
    {"                 Men      Men\n"
     "City           Loans   Shares\n",
     "Men>Loans | Men>Shares | City"},
    /* so are years */
    {"                2001     2002\n"
     "City           Loans   Shares\n",
     "2001>Loans | 2002>Shares | City"},
    /* but a month over each year is a date */
    {"                Mar.     Feb.\n"
     "City            2019     2020\n",
     "Mar. 2019 | Feb. 2020 | City"},
    {"                  Q4       Q4\n"
     "City            2019     2020\n",
     "Q4 2019 | Q4 2020 | City"},
    /* and what stands below a line of units */
    {"City           Loans   Shares\n"
     "           (dollars)      (%)\n",
     "Loans>(dollars) | Shares>(%) | City"},
    /* a blank line or a rule parts them */
    {"               Loans   Shares\n"
     "               -----   ------\n"
     "City         Granted     Paid\n",
     "Loans>Granted | Shares>Paid | City"},
    /* a rule below one of them parts no other */
    {"               Loans   Shares\n"
     "               -----\n"
     "City         Granted     Paid\n",
     "Loans>Granted | Shares Paid | City"},
    {"               Loans   Shares\n"
     "               \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
     "\xE2\x94\x80\n"
     "City         Granted     Paid\n",
     "Loans>Granted | Shares Paid | City"},
    {"               Loans   Shares\n"
     "                       ------\n"
     "City         Granted     Paid\n",
     "Loans Granted | Shares>Paid | City"},
    /* the heading of the stub has no levels */
    {"Name           Loans   Shares\n"
     "of city      granted     paid\n",
     "Loans granted | Shares paid | Name of city"},
    /* behind a hyphen no blank */
    {"              Short-    Long-\n"
     "City            term     term\n",
     "Short-term | Long-term | City"},
    /* a spanner stays one */
    {"                  All loans\n"
     "City         Granted     Paid\n",
     "All loans>Granted | All loans>Paid | City"},
    {"                All loans\n"
     "                of a year\n"
     "City         Granted     Paid\n",
     "All loans of a year>Granted | All loans of a year>Paid | City"},
};

static void
describe(const thresh_table *table, thr_buf *out) {
    const thresh_column *column;
    size_t count = thresh_table_columns(table, &column);
    for (size_t i = 0; i < count; i++) {
        const thresh_heading *leaf = column[i].leaf;
        if (leaf != NULL && leaf->parent != NULL) {
            thr_buf_str(out, leaf->parent->label);
            thr_buf_char(out, '>');
        }
        if (leaf != NULL)
            thr_buf_str(out, leaf->label);
        thr_buf_text(out, " | ");
    }
    thr_buf_str(out, thresh_table_caption(table)->stubhead);
}

static void
test_headings(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        thr_buf text = {0}, paths = {0};
        thr_buf_text(&text, headings[i].heading);
        thr_buf_text(&text, ROWS);
        thr_buf_char(&text, '\0');
        thresh_table *table = load_text(text.ptr, NULL, NULL);
        if (table == NULL)
            fail_msg("no table below\n%s", headings[i].heading);
        describe(table, &paths);
        if (!thr_str_equal(thr_buf_view(&paths), thr_str(headings[i].paths)))
            fail_msg("%.*s, not %s", THR_STR(thr_buf_view(&paths)),
                     headings[i].paths);
        /* Lines are no levels. */
        size_t levels = thr_str_find(thr_str(headings[i].paths), THR_LIT(">"))
                                == THRESH_NONE
                            ? 1
                            : 2;
        assert_int_equal(thresh_table_header_rows(table), levels);
        thresh_table_free(table);
        thr_buf_free(&text);
        thr_buf_free(&paths);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
