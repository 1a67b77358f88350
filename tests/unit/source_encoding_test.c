/* Which encoding, and why: src/source/encoding.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "source/encoding.h"

static void
check_name(const thr_encoding *encoding, const char *name) {
    if (name == NULL)
        assert_null(encoding->name);
    else
        assert_string_equal(encoding->name, name);
    assert_true(strlen(encoding->reason) > 0);
}

static void
test_start(void **state) {
    (void)state;
    static const struct {
        thresh_str start;
        const char *name; /* NULL = nothing is said */
        bool guessed;
    } rows[] = {
        {{"", 0}, NULL, false},
        {{"Region\t1\n", 9}, NULL, false},
        {{"\xEF\xBB\xBF", 3}, "UTF-8", false},
        {{"\xEF\xBB", 2}, NULL, false},
        {{"\xFF\xFE", 2}, "UTF-16LE", false},
        {{"\xFE\xFF\0a", 4}, "UTF-16BE", false},
        {{"\xFF\xFE\0\0a\0\0\0", 8}, "UTF-32LE", false},
        {{"\0\0\xFE\xFF\0\0\0a", 8}, "UTF-32BE", false},
        {{"a\0\t\0001\0\n\0", 8}, "UTF-16LE", true},
        {{"\0a\0\t\0001\0\n", 8}, "UTF-16BE", true},
        {{"a\0\t\0001\0\n", 7}, "UTF-16LE", true}, /* cut */
        {{"\xF8\0\x1F\4a\0001\0\t\0", 10}, "UTF-16LE", true},
        {{"ab\0c", 4}, NULL, false},
        {{"a\0b\0c\0\0\0", 8}, NULL, false}, /* padded with NULs */
        {{"\0\0\0\0", 4}, NULL, false},
        {{"a\0b\0\0c\0d", 8}, NULL, false}, /* on either side */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_encoding encoding = {0};
        bool found = thr_encoding_by_start(&encoding, rows[i].start);
        assert_int_equal(found, rows[i].name != NULL);
        if (!found)
            continue;
        check_name(&encoding, rows[i].name);
        assert_int_equal(encoding.guessed, rows[i].guessed);
    }
}

static void
test_text(void **state) {
    (void)state;
    static const struct {
        thresh_str text;
        const char *name;
        const char *reason;
    } rows[] = {
        {{"\xC3\xB8y", 3}, "UTF-8", "1 character"},
        {{"\xF8y", 2}, "Windows-1252", "not UTF-8"},
        {{"\xA3"
          "5",
          2},
         "Windows-1252",
         "not UTF-8"},
        /* the E with acute and the no-break space of capitals */
        {{"\xC9\xA0: \xE9t\xE9 \xE0 l\x92\xCE", 13},
         "Windows-1252",
         "not UTF-8"},
        {{"\xC3\xB8y \xF8y", 6}, NULL, "mixes"},
        {{"\xF8y \xC3\xB8y \xF8y", 9}, NULL, "mixes"},
        {{"\xF8y\x81", 3}, NULL, "0x81, 2 bytes on"},
        {{"\xF8\0y", 3}, NULL, "NUL"},
        /* DOS and the Mac have letters where Windows has signs */
        {{"\x94rebro, S\x94rland", 15}, NULL, "IBM850"},
        {{"\x93it\x94 \x96 l\x92or\x85 A\x96Z", 16},
         "Windows-1252",
         "not UTF-8"},
        {{"A\x99Z \xE9t\xE9", 7}, "Windows-1252", "not UTF-8"},
        /* seven letters are few, and eight beside none of ASCII are not */
        {{"\xCF\xF0\xE8\xEC\xE5\xF0\xFB", 7}, "Windows-1252", "not UTF-8"},
        {{"\xCF\xF0\xE8\xEC\xE5\xF0\xFB\xFB", 8}, NULL, "hardly"},
        {{"\xCF\xF0\xE8\xEC\xE5\xF0\xFB\xFB abcdefgh", 17},
         "Windows-1252",
         "not UTF-8"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_encoding encoding = {0};
        thr_encoding_by_text(&encoding, rows[i].text, true);
        check_name(&encoding, rows[i].name);
        assert_non_null(strstr(encoding.reason, rows[i].reason));
        bool western = rows[i].name != NULL && strchr(rows[i].name, 'W');
        assert_int_equal(encoding.guessed, western);
    }
}

/* What stands behind a capital letter in Windows-1252 may be chance, once. */
static void
test_is_utf8(void **state) {
    (void)state;
    static const struct {
        thresh_str text;
        bool sure;
    } rows[] = {
        {{"\xC3\xB8", 2}, true},
        {{"\xC3\xA0 x", 4}, false},
        {{"\xC3\xA0 \xC3\xA0 \xC3\xA0 \xC3\xA0", 11}, true},
        {{"\xE2\x80\x93", 3}, false},
        {{"\xC3\xB8\xF8", 3}, false},
        {{"\xF8", 1}, false},
        {{"\xD0\x9E\xD0\x94\xD0\x9E\xD0\x9D", 8}, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(thr_encoding_is_utf8(rows[i].text), rows[i].sure);
}

/* A character that is cut where the text looked at ends tells nothing; where
 * the file ends, it does. */
static void
test_cut(void **state) {
    (void)state;
    const thresh_str cut = THR_LIT("\xC3\xB8 \xE2\x82");
    thr_encoding encoding = {0};
    thr_encoding_by_text(&encoding, cut, false);
    check_name(&encoding, "UTF-8");
    thr_encoding_by_text(&encoding, cut, true);
    check_name(&encoding, NULL);
}

static void
test_ascii(void **state) {
    (void)state;
    char text[40];
    memset(text, 'a', sizeof text);
    thresh_str all = {text, sizeof text};
    assert_int_equal(thr_encoding_ascii_length((thresh_str){0}), 0);
    assert_int_equal(thr_encoding_ascii_length(all), sizeof text);
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = '\x80';
        assert_int_equal(thr_encoding_ascii_length(all), i);
        text[i] = '\x7F';
    }
    thr_encoding encoding = {0};
    thr_encoding_ascii(&encoding);
    check_name(&encoding, "UTF-8");
    assert_false(encoding.guessed);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_start),   cmocka_unit_test(test_text),
        cmocka_unit_test(test_is_utf8), cmocka_unit_test(test_cut),
        cmocka_unit_test(test_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
