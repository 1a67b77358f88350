/* Bytes to numbered lines: src/source/lines.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "read_text.h"
#include "source/lines.h"

enum { ROOM = 1 << 16 };

static thresh_result
read_lines(thresh_str text, size_t chunk, size_t max_line, thr_buf *out,
           thresh_error *err) {
    text_bytes bytes = {.rest = text, .chunk = chunk};
    thresh_source from = text_source(&bytes);
    thr_source source;
    thr_lines lines;
    thr_line line;
    thresh_result result;
    assert_int_equal(thr_source_open(&source, &from, NULL), THRESH_OK);
    thr_lines_start(&lines, &source, max_line);
    thr_buf_clear(out);
    while ((result = thr_lines_next(&lines, &line, err)) == THRESH_OK) {
        thr_buf_uint(out, line.number);
        thr_buf_char(out, '@');
        thr_buf_uint(out, line.offset);
        thr_buf_char(out, '<');
        thr_buf_str(out, line.text);
        thr_buf_char(out, '>');
    }
    if (result == THRESH_END)
        assert_int_equal(thr_lines_next(&lines, &line, err), THRESH_END);
    thr_lines_free(&lines);
    thr_source_close(&source);
    return result;
}

/* Each text gives these lines, however its bytes come. */
static void
test_lines(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *lines;
    } rows[] = {
        {"", ""},
        {"a", "1@0<a>"},
        {"\n", "1@0<>"},
        {"\r", "1@0<>"},
        {"\r\n", "1@0<>"},
        {"\n\r", "1@0<>2@1<>"},
        {"a\nb", "1@0<a>2@2<b>"},
        {"a\nb\n", "1@0<a>2@2<b>"},
        {"a\r\nb\r\n", "1@0<a>2@3<b>"},
        {"a\rb\r", "1@0<a>2@2<b>"},
        {"a\r\r\nb", "1@0<a>2@4<b>"}, /* CRLF written in text mode */
        {"a\r\rb", "1@0<a>2@2<>3@3<b>"},
        {"a\r\r", "1@0<a>2@2<>"},
        {"a\r\r\n\r\r\nb", "1@0<a>2@4<>3@7<b>"},
        {"a\n\nb", "1@0<a>2@2<>3@3<b>"},
        {"a\rb\nc\r\nd", "1@0<a>2@2<b>3@4<c>4@7<d>"},
        {"\xEF\xBB\xBF", ""},
        {"\xEF\xBB\xBF\n", "1@3<>"},
        {"\xEF\xBB\xBF"
         "a\nb",
         "1@3<a>2@5<b>"},
        {"\xEF\xBB\xBF\xEF\xBB\xBF"
         "a",
         "1@6<a>"},
        {"a\n\x1A", "1@0<a>"},
        {"a\nb\x1A\x1A", "1@0<a>2@2<b>"},
        {"a\x1A\nb", "1@0<a\x1A>2@3<b>"}, /* not at the end */
        {"a\xF8\nb\xE9", "1@0<a\xC3\xB8>2@4<b\xC3\xA9>"},
        {"a\n\xEF\xBB\xBF"
         "b",
         "1@0<a>2@2<\xEF\xBB\xBF"
         "b>"}, /* no mark but at the start */
        {"\xC3\xB8\r\n\xE2\x82\xAC", "1@0<\xC3\xB8>2@4<\xE2\x82\xAC>"},
    };
    thr_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str text = thr_str(rows[i].text);
        for (size_t chunk = 1; chunk <= text.len + 1; chunk++) {
            assert_int_equal(read_lines(text, chunk, ROOM, &out, NULL),
                             THRESH_END);
            assert_true(
                thr_str_equal(thr_buf_view(&out), thr_str(rows[i].lines)));
        }
    }
    thr_buf_free(&out);
}

/* What is not text is refused, at its line, column and byte. */
static void
test_not_text(void **state) {
    (void)state;
    static const struct {
        thresh_str text;
        uint64_t line;
        uint32_t column;
        uint64_t offset;
        const char *message;
    } rows[] = {
        {{"\x81", 1}, 1, 1, 0, "0x81"},
        {{"\xC3\xB8\nb\xE9 c\n", 8}, 2, 2, 4, "mixes"},
        {{"a\r\n\xC3\xB8\xC3", 6}, 2, 2, 5, "0xC3"},
        {{"\xC3\xB8\xC3\n\xB8", 5}, 1, 2, 2, "0xC3"},
        {{"ab\0c", 4}, 1, 3, 2, "UTF-16"},
        {{"a b\0\xFF", 5}, 1, 4, 3, "0x00"},
        {{"\xEF\xBB\xBF\xFF", 4}, 1, 1, 3, "0xFF"},
        {{"\xED\xA0\x80\x81", 4}, 1, 1, 0, "0xED"},
        {{"\xFF\xFE"
          "a\0\n\0b\0\0\xD8"
          "a\0",
          12},
         2,
         2,
         6,
         "byte 8 of the file"},
        {{"\xFF\xFE"
          "a\0\n\0\0",
          7},
         2,
         1,
         5,
         "ends inside"},
        {{"\xFF\xFE"
          "a\0\0\0",
          6},
         1,
         2,
         4,
         "0x00"},
    };
    thr_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t chunk = 1; chunk <= rows[i].text.len; chunk++) {
            thresh_error err = {0};
            assert_int_equal(read_lines(rows[i].text, chunk, ROOM, &out, &err),
                             THRESH_E_ENCODING);
            assert_int_equal(err.result, THRESH_E_ENCODING);
            assert_int_equal(err.line, rows[i].line);
            assert_int_equal(err.column, rows[i].column);
            assert_int_equal(err.offset, rows[i].offset);
            assert_non_null(strstr(err.message, rows[i].message));
        }
    thr_buf_free(&out);
}

/* What is odd about a text is told, at its first place, once. */
static void
test_remarks(void **state) {
    (void)state;
    static const struct {
        thresh_str text;
        const char *warning; /* "" = none */
    } rows[] = {
        {{"a\nb\r\nc\n", 7}, ""},
        {{"a\rb\rc\r", 6}, ""},
        {{"a\tb\f\n", 5}, ""},
        {{"a\nb\nc\rd\r", 8}, "warning 3:0 some lines"},
        {{"a\rb\nc\r", 6}, "warning 2:0 some lines"},
        {{"a\nb\r\r\nc\r\r\n", 10}, "warning 2:0 lines end with CR CR"},
        {{"\xEF\xBB\xBF\xEF\xBB\xBF", 6}, "warning 1:1 2 byte order"},
        {{"a\n\xC3\xB8\x1A", 5}, "warning 2:2 the file ends"},
        {{"a\n\x1A", 3}, "warning 2:1 the file ends"},
        {{"\xC3\xB8\xE2\x80\x8B\n\x01", 7}, "warning 1:2 U+200B"},
        {{"ab\na\xF8\n", 6}, "warning 2:2 the text is read as Windows-1252"},
        {{"\n\0a\0\n\0", 6}, "warning 2:1 the text is read as UTF-16LE"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t chunk = 1; chunk <= rows[i].text.len + 1; chunk++) {
            text_log log = {0};
            thresh_listener listener = log_listener(&log);
            text_bytes bytes = {.rest = rows[i].text, .chunk = chunk};
            thresh_source from = text_source(&bytes);
            thr_source source;
            thr_lines lines;
            thr_line line;
            assert_int_equal(thr_source_open(&source, &from, NULL), THRESH_OK);
            thr_lines_start(&lines, &source, ROOM);
            thr_lines_tell(&lines, &listener);
            while (thr_lines_next(&lines, &line, NULL) == THRESH_OK)
                continue;
            thresh_str told = thr_buf_view(&log.warnings);
            thresh_str wanted = thr_str(rows[i].warning);
            assert_true(thr_str_starts(told, wanted));
            size_t first = thr_str_find(told, THR_LIT("\n"));
            assert_true(told.len == 0 ? wanted.len == 0
                                      : first == told.len - 1);
            assert_true(log_has(&log.decisions, "decision encoding="));
            thr_lines_free(&lines);
            thr_source_close(&source);
            free_log(&log);
        }
}

/* Far from the start, ASCII may turn out to be Windows-1252, and what is UTF-8
 * stays so. */
static void
test_late(void **state) {
    (void)state;
    static const struct {
        const char *start;
        const char *warning;
        const char *message;
    } rows[] = {
        {"abc\n", "warning 20002:2 the text is read as Windows-1252", NULL},
        {"\xC3\xB8\n", "", "unlike the text before it"},
    };
    thr_buf text = {0};
    for (size_t i = 0; i < 2; i++) {
        thr_buf_clear(&text);
        thr_buf_text(&text, rows[i].start);
        for (int line = 0; line < 20000; line++)
            thr_buf_text(&text, "abcdef\n");
        thr_buf_text(&text, "a\xE9z\n");
        text_log log = {0};
        thresh_listener listener = log_listener(&log);
        text_bytes bytes = {.rest = thr_buf_view(&text)};
        thresh_source from = text_source(&bytes);
        thr_source source;
        thr_lines lines;
        thr_line line;
        thresh_error err = {0};
        thresh_result result;
        assert_int_equal(thr_source_open(&source, &from, NULL), THRESH_OK);
        thr_lines_start(&lines, &source, ROOM);
        thr_lines_tell(&lines, &listener);
        while ((result = thr_lines_next(&lines, &line, &err)) == THRESH_OK)
            if (line.number == 20001) /* read ahead, but not told */
                assert_false(log_has(&log.decisions, "Windows-1252"));
        assert_true(thr_str_starts(thr_buf_view(&log.warnings),
                                   thr_str(rows[i].warning)));
        assert_int_equal(result, i ? THRESH_E_ENCODING : THRESH_END);
        assert_true(log_has(&log.decisions, "decision encoding=UTF-8\n"));
        assert_true(log_has(&log.decisions, "Windows-1252") == (i == 0));
        if (i > 0) {
            assert_non_null(strstr(err.message, rows[i].message));
            assert_int_equal(err.line, 20002);
            assert_int_equal(err.column, 2);
        }
        thr_lines_free(&lines);
        thr_source_close(&source);
        free_log(&log);
    }
    thr_buf_free(&text);
}

static void
test_longest_line(void **state) {
    (void)state;
    static const char *const fit[] = {"abcd\nef\r\nabcd", "\n\n\n",
                                      "abcd\r\n"};
    static const struct {
        const char *text;
        uint64_t line;
        uint64_t offset;
    } over[] = {
        {"abcde", 1, 0}, {"ab\r\nabcde\n", 2, 4}, {"\n\n\nabcdef", 4, 3}};
    thr_buf out = {0};
    for (size_t i = 0; i < 3; i++)
        for (size_t chunk = 1; chunk <= 10; chunk++) {
            thresh_error err = {0};
            assert_int_equal(read_lines(thr_str(fit[i]), chunk, 4, &out, NULL),
                             THRESH_END);
            assert_int_equal(
                read_lines(thr_str(over[i].text), chunk, 4, &out, &err),
                THRESH_E_LIMIT);
            assert_int_equal(err.line, over[i].line);
            assert_int_equal(err.offset, over[i].offset);
            assert_non_null(strstr(err.message, "--encoding"));
            assert_non_null(strstr(err.message, "max_line"));
        }
    for (size_t chunk = 1; chunk <= 4; chunk++)
        assert_int_equal(
            read_lines(THR_LIT("\n\nx\n\n"), chunk, 1, &out, NULL),
            THRESH_END);
    thr_buf_free(&out);
}

/* Lines longer than what is read at once, and than what is searched at once.
 */
static void
test_long_lines(void **state) {
    (void)state;
    thr_buf text = {0}, small = {0}, large = {0};
    for (size_t i = 0; i < 40; i++) {
        thr_buf_fill(&text, (char)('a' + i % 26), i * i * 97);
        thr_buf_text(&text, i % 3 ? "\r\n" : i % 2 ? "\n" : "\r");
    }
    thresh_str all = thr_buf_view(&text);
    assert_int_equal(read_lines(all, 1000, all.len, &small, NULL), THRESH_END);
    assert_int_equal(read_lines(all, 0, all.len, &large, NULL), THRESH_END);
    assert_true(thr_str_equal(thr_buf_view(&small), thr_buf_view(&large)));
    assert_true(small.len > all.len);
    assert_true(log_has(&small, ">40@"));
    assert_false(log_has(&small, ">41@"));
    thr_buf_free(&text);
    thr_buf_free(&small);
    thr_buf_free(&large);
}

/* A line end wherever the search for it may stop and go on. */
static void
test_line_of_any_length(void **state) {
    (void)state;
    static const char *const ends[] = {"\n", "\r", "\r\n"};
    thr_buf text = {0}, out = {0}, expected = {0};
    for (size_t len = 1000; len < 2100; len++) {
        const char *end = ends[len % 3];
        thr_buf_clear(&text);
        thr_buf_fill(&text, 'a', len);
        thr_buf_text(&text, end);
        thr_buf_char(&text, 'b');
        thr_buf_clear(&expected);
        thr_buf_text(&expected, "2@");
        thr_buf_uint(&expected, len + strlen(end));
        thr_buf_text(&expected, "<b>");
        assert_int_equal(read_lines(thr_buf_view(&text), 0, ROOM, &out, NULL),
                         THRESH_END);
        assert_int_equal(
            thr_str_find(thr_buf_view(&out), thr_buf_view(&expected)),
            len + 5);
    }
    thr_buf_free(&text);
    thr_buf_free(&out);
    thr_buf_free(&expected);
}

static void
test_source_that_fails(void **state) {
    (void)state;
    text_bytes bytes = {.rest = {"a\nbc", 4}, .fails = 3};
    thresh_source from = text_source(&bytes);
    thr_source source;
    thr_lines lines;
    thr_line line;
    assert_int_equal(thr_source_open(&source, &from, NULL), THRESH_OK);
    thr_lines_start(&lines, &source, ROOM);
    thresh_result result;
    size_t count = 0;
    while ((result = thr_lines_next(&lines, &line, NULL)) == THRESH_OK)
        count++;
    assert_int_equal(result, THRESH_E_READ);
    assert_true(count <= 1);
    thr_lines_free(&lines);
    thr_source_close(&source);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_not_text),
        cmocka_unit_test(test_remarks),
        cmocka_unit_test(test_late),
        cmocka_unit_test(test_longest_line),
        cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_line_of_any_length),
        cmocka_unit_test(test_source_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
