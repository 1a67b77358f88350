/* Text that is shown on a terminal: src/cli/text.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "cli/text.h"

static const struct {
    const char *text;
    const char *shown;
    size_t width;
} glyphs[] = {
    {"A", "A", 1},
    {"\xC3\xB8", "\xC3\xB8", 1},
    {"\xE2\x82\xAC", "\xE2\x82\xAC", 1},
    /* two columns, and none beside the character before */
    {"\xE4\xB8\x80", "\xE4\xB8\x80", 2},
    {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 2},
    {"e\xCC\x81", "e\xCC\x81", 1},
    /* controls, and what hides or reorders */
    {"\t", "\xE2\x86\x92", 1},
    {"\x1B", "\xE2\x90\x9B", 1},
    {"\x7F", "\xE2\x90\xA1", 1},
    {"\xC2\x9B", "<U+009B>", 8},
    {"\xE2\x80\xAE", "<U+202E>", 8},
    {"\xF3\xA0\x80\x81", "<U+E0001>", 9},
    /* no UTF-8: a byte that starts none, one that ends early, one that a
     * shorter form has, a surrogate, and past the last character */
    {"\xFF", "\\xFF", 4},
    {"\x80", "\\x80", 4},
    {"\xC3", "\\xC3", 4},
    {"\xC3"
     "A",
     "\\xC3A", 5},
    {"\xC0\xAF", "\\xC0\\xAF", 8},
    {"\xED\xA0\x80", "\\xED\\xA0\\x80", 12},
    {"\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80", 16},
};

/* What `put` prints of a text, as wide as it is told. */
static char *
printed(const char *text, size_t width,
        void (*put)(FILE *out, thresh_str text, size_t width)) {
    char *said = NULL;
    size_t size;
    FILE *out = open_memstream(&said, &size);
    assert_non_null(out);
    put(out, cli_str(text), width);
    assert_int_equal(fclose(out), 0);
    return said;
}

static void
put(FILE *out, thresh_str text, size_t max) {
    size_t taken = cli_text_put(out, text, max);
    size_t whole = cli_text_width(text);
    assert_int_equal(taken, whole < max ? whole : max);
}

static void
test_glyphs(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++) {
        char *said = printed(glyphs[i].text, CLI_UNCUT, put);
        assert_string_equal(said, glyphs[i].shown);
        free(said);
        assert_int_equal(cli_text_width(cli_str(glyphs[i].text)),
                         glyphs[i].width);
    }
}

static void
test_cut_and_filled(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t width;
        void (*put)(FILE *out, thresh_str text, size_t width);
        const char *shown;
    } rows[] = {
        {"Norway", 6, put, "Norway"},
        {"Norway", 5, put, "Norw…"},
        {"Norway", 1, put, "…"},
        {"Norway", 0, put, ""},
        {"", 0, put, ""},
        {"Oslo", 6, cli_text_left, "Oslo  "},
        {"Norway", 4, cli_text_left, "Nor…"},
        {"Oslo", 6, cli_text_right, "  Oslo"},
        {"Norway", 4, cli_text_right, "Nor…"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *said = printed(rows[i].text, rows[i].width, rows[i].put);
        assert_string_equal(said, rows[i].shown);
        free(said);
    }
}

/* A byte that is no character counts as point 0, and is passed. */
static void
test_points(void **state) {
    (void)state;
    thresh_str rest = cli_str("\xC3\xB8\xFFz");
    assert_int_equal(cli_text_point(&rest), 0xF8);
    assert_int_equal(cli_text_point(&rest), 0);
    assert_int_equal(cli_text_point(&rest), 'z');
    assert_int_equal(rest.len, 0);
    assert_true(cli_text_is_hidden(0x1F));
    assert_true(cli_text_is_hidden(0x7F));
    assert_true(cli_text_is_hidden(0xFEFF));
    assert_false(cli_text_is_hidden(' '));
}

static void
test_views(void **state) {
    (void)state;
    assert_int_equal(cli_str(NULL).len, 0);
    assert_true(cli_str_is(cli_str(NULL), ""));
    assert_true(cli_str_is(cli_str("row"), "row"));
    assert_false(cli_str_is(cli_str("row"), "note"));
    assert_false(cli_str_is(cli_str("row"), "two"));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_glyphs),
        cmocka_unit_test(test_cut_and_filled),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_views),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
