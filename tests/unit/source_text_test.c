/* What is text, and what is odd in it: src/source/text.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "source/text.h"

static void
test_check(void **state) {
    (void)state;
    static const struct {
        thresh_str line;
        size_t valid;
        size_t odd;
        uint32_t point;
    } rows[] = {
        {{NULL, 0}, 0, THRESH_NONE, 0},
        {{"Oslo\t1 234\f~", 12}, 12, THRESH_NONE, 0},
        {{"\xC3\xB8\xC2\xA0\xE2\x82\xAC", 7}, 7, THRESH_NONE, 0},
        {{"a\0b", 3}, 1, THRESH_NONE, 0},
        {{"a\xE9", 2}, 1, THRESH_NONE, 0},
        {{"a\xC3", 2}, 1, THRESH_NONE, 0},
        {{"\xC0\xAF", 2}, 0, THRESH_NONE, 0},
        {{"\xED\xA0\x80", 3}, 0, THRESH_NONE, 0},
        {{"a\x1B[1m\x01", 6}, 6, 1, 0x1B},
        {{"a\x7F", 2}, 2, 1, 0x7F},
        {{"a\x0B", 2}, 2, 1, 0x0B},
        {{"\xC2\x85", 2}, 2, 0, 0x85},
        {{"a\xE2\x80\x8B"
          "b\xE2\x80\xAE",
          8},
         8,
         1,
         0x200B},
        {{"\xEF\xBF\xBF", 3}, 3, 0, 0xFFFF},
        {{"\x01\xFF", 2}, 1, 0, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_text text = thr_text_check(rows[i].line);
        assert_int_equal(text.valid, rows[i].valid);
        assert_int_equal(text.odd, rows[i].odd);
        assert_int_equal(text.point, rows[i].point);
        assert_int_equal(thr_text_calm(rows[i].line, 0),
                         text.odd < text.valid ? text.odd : text.valid);
    }
}

/* Each byte, wherever it stands among others. */
static void
test_each_byte(void **state) {
    (void)state;
    char line[20];
    for (int byte = 0; byte < 256; byte++)
        for (size_t at = 0; at < sizeof line; at++) {
            memset(line, at % 2 ? '\t' : '~', sizeof line);
            line[at] = (char)byte;
            thr_text text = thr_text_check((thresh_str){line, sizeof line});
            bool refused = byte == 0 || byte >= 0x80;
            bool control = byte < ' ' && byte != '\t' && byte != '\f';
            bool odd = !refused && (control || byte == 0x7F);
            assert_int_equal(text.valid, refused ? at : sizeof line);
            assert_int_equal(text.odd, odd ? at : THRESH_NONE);
            assert_int_equal(thr_text_calm((thresh_str){line, sizeof line}, 0),
                             refused || odd ? at : sizeof line);
        }
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_check),
                                       cmocka_unit_test(test_each_byte)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
