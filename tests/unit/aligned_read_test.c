/* What the lines of aligned text look like: src/aligned/read.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned_text.h"
#include "base/str.h"

/* One letter for each line of `text`: d data, h data that may be headings, r
 * rule, t text, . blank; T where a printed page starts. */
static void
check(const char *text, const char *expected) {
    aligned_text aligned;
    aligned_open(&aligned, text);
    assert_int_equal(aligned.page.count, thr_str(expected).len);
    for (size_t i = 0; i < aligned.page.count; i++) {
        const thr_page_line *line = &aligned.page.lines[i];
        char kind = 't';
        if (line->blank)
            kind = '.';
        else if (line->rule)
            kind = 'r';
        else if (line->data)
            kind = line->headings ? 'h' : 'd';
        else if (line->top)
            kind = 'T';
        assert_int_equal(kind, expected[i]);
    }
    aligned_close(&aligned);
}

static void
test_lines(void **state) {
    (void)state;
    check("Oslo  12  13", "d");
    check("Oslo  12", "d");
    check("12  13", "d");
    check("Oslo  Bergen", "t");
    check("Oslo 12 and 13", "t");
    check("They came in 2012, 13 of them, and went in 2014", "t");
    check("12  On the counting of ships", "t"); /* a list */
    check("1      DAILY PAPER       PAGE:   2", "t");
    check("some  words  stretched  over  the  line  12  13", "t");
    check("", "");
    check("\n \n", "..");
    check("-----  ----\n=====\n", "rr");
    check("\fPage\n", "T");
}

static void
test_headings(void **state) {
    (void)state;
    check("Year  2012  2013", "h");
    check("Year  2012  2013  99", "d");
    check("Lag  1  2  3\n\nOslo  1  2  3\nBergen  4  5  6", "h.dd");
    check("Lag  1  2  4\n", "d");
    /* they go on with the words above, or those below with them */
    check("Under  15 to  65 and\n   15     64    over\n", "th");
    check("Under  15 to  65 and\n\n   15     64    over\n", "t.d");
    check("Under  15 to  65 and\n   15    164    over\n", "td");
    check("Births  Deaths  Other\n    15      64   some\n", "td");
    check("           1      3\nPlace  Grade  Grade\n", "ht");
    check("           1    103\nPlace  Grade  Grade\n", "dt");
    check("Oslo     1      3\nBergen   4      6\n", "dd");
    check("Oslo     1      3\n  All      12     14\n", "dd");
    check("Oslo     1      3\nof men\n", "dt");
}

static void
test_colons(void **state) {
    (void)state;
    aligned_text aligned;
    aligned_open(&aligned, "Oslo    :  12 :  13\n"
                           "Bergen  :   2 :   :\n"
                           "Troms   :   4 :   5\n");
    /* what rules the columns is gone, the missing value is not */
    assert_int_equal(aligned.page.lines[0].count, 3);
    assert_int_equal(aligned.page.lines[1].count, 3);
    aligned_close(&aligned);
    aligned_open(&aligned, "Oslo      :   13\n"
                           "Bergen    2    :\n"
                           "Troms     4    5\n");
    assert_int_equal(aligned.page.lines[0].count, 3);
    aligned_close(&aligned);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_colons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
