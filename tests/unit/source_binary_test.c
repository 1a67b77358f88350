/* Files that are no text: src/source/binary.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "source/binary.h"

static void
test_kinds(void **state) {
    (void)state;
    static const struct {
        thresh_str start;
        const char *name;
    } rows[] = {
        {{"PK\3\4\x14\0", 6}, "workbook"},
        {{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}, ".xls"},
        {{"%PDF-1.7", 8}, "PDF"},
        {{"\x1F\x8B\x08", 3}, "gzip"},
        {{"\x89PNG\r\n", 6}, "PNG"},
        {{"BZh91AY&SY\0", 11}, "bzip2"},
        {{"PAR1\x15\4", 6}, "Parquet"},
        {{"SQLite format 3\0\x10", 17}, "SQLite"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const thr_binary *binary = thr_binary_of(rows[i].start);
        assert_non_null(binary);
        assert_non_null(strstr(binary->name, rows[i].name));
        assert_true(strlen(binary->advice) > 0);
    }
}

static void
test_text(void **state) {
    (void)state;
    static const char *const rows[] = {"",
                                       "P",
                                       "PK",
                                       "PDF",
                                       "%PDF",
                                       "Region;Total\n",
                                       "\xFF\xFE",
                                       "%PDF-ur;2001\n",
                                       "BZh;2001\n",
                                       "BZh1",
                                       "PAR1;PAR2\n",
                                       "SQLite format 3;2001\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_null(thr_binary_of(thr_str(rows[i])));
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds),
                                       cmocka_unit_test(test_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
