#include "write/markdown_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"

typedef struct pair {
    const char *text;
    const char *wanted;
} pair;

static void
assert_pairs(const pair *pairs, size_t count,
             void (*add)(thr_buf *buf, thresh_str text)) {
    for (size_t i = 0; i < count; i++) {
        thr_buf buf = {0};
        add(&buf, thr_str(pairs[i].text));
        thr_buf_char(&buf, '\0');
        assert_false(buf.failed);
        assert_string_equal(buf.ptr, pairs[i].wanted);
        thr_buf_free(&buf);
    }
}

static void
test_markup_is_made_inert(void **state) {
    (void)state;
    static const pair pairs[] = {
        {"*a* **b**", "\\*a\\* \\*\\*b\\*\\*"},
        {"a|b", "a\\|b"},
        {"a\\|b\\", "a\\\\\\|b\\\\"},
        {"`code`", "\\`code\\`"},
        {"<b>", "\\<b>"},
        {"[x](y) ![z]", "\\[x\\](y) !\\[z\\]"},
        {"~~x~~", "\\~\\~x\\~\\~"},
        {"_x_ a_b a__b", "\\_x\\_ a_b a\\_\\_b"},
        {"$5 and $6", "\\$5 and \\$6"},
    };
    assert_pairs(pairs, sizeof pairs / sizeof *pairs, thr_markdown_add);
}

static void
test_entities_and_links_are_made_inert(void **state) {
    (void)state;
    static const pair pairs[] = {
        {"&amp; &#38; &#x26;", "\\&amp; \\&#38; \\&#x26;"},
        {"R & D, R&D, &; &#;", "R & D, R&D, &; &#;"},
        {"http://a.b", "http\\://a.b"},
        {"WWW.a.b ww.a", "WWW\\.a.b ww.a"},
        {"5: 3, 1.5", "5: 3, 1.5"},
        {"me@a.b", "me<!-- -->@a.b"},
        {"5 @ 3", "5 @ 3"},
        {"me.@a.b", "me.<!-- -->@a.b"},
        {"me-@a.b", "me-<!-- -->@a.b"},
        {"me+@a.b", "me+<!-- -->@a.b"},
        {"me_@a.b", "me\\_<!-- -->@a.b"},
        {"(@a.b", "(@a.b"},
        {"@a.b", "@a.b"},
        {"me@", "me@"},
    };
    assert_pairs(pairs, sizeof pairs / sizeof *pairs, thr_markdown_add);
}

static void
test_what_would_join_the_next_text_is_escaped(void **state) {
    (void)state;
    static const pair pairs[] = {
        {"wow!", "wow\\!"},
        {"C #", "C \\#"},
        {"a! #1 b", "a! #1 b"},
    };
    assert_pairs(pairs, sizeof pairs / sizeof *pairs, thr_markdown_add);
}

static void
test_blocks_matter_only_where_a_line_starts(void **state) {
    (void)state;
    static const pair within[] = {
        {"- x", "- x"},
        {"1. x", "1. x"},
        {"# x", "# x"},
        {"> x", "> x"},
    };
    static const pair start[] = {
        {"- x", "\\- x"},     {"+ x", "\\+ x"},       {"# x", "\\# x"},
        {"> x", "\\> x"},     {"===", "\\==="},       {"1. x", "1\\. x"},
        {"12) x", "12\\) x"}, {"1.", "1\\."},         {"1.5 m", "1.5 m"},
        {"a - b", "a - b"},   {"    code", "code"},   {"(1) x", "(1) x"},
        {". x", ". x"},       {"2007- x", "2007- x"},
    };
    assert_pairs(within, sizeof within / sizeof *within, thr_markdown_add);
    assert_pairs(start, sizeof start / sizeof *start, thr_markdown_add_line);
}

static void
test_a_cell_is_one_line(void **state) {
    (void)state;
    static const pair pairs[] = {
        {"a\nb\r\nc\td\x01", "a b  c d "},
        {"61\xC2\xA0"
         "774 \xE2\x80\x93 \xC3\xB8",
         "61\xC2\xA0"
         "774 \xE2\x80\x93 \xC3\xB8"},
        {"", ""},
    };
    assert_pairs(pairs, sizeof pairs / sizeof *pairs, thr_markdown_add);
}

static void
test_characters_that_hide_are_shown(void **state) {
    (void)state;
    static const pair pairs[] = {
        {"a\xE2\x80\xAE"
         "b",
         "a&#x202E;b"},
        {"\xC2\x85\xE2\x80\xA8\xEF\xBF\xBF", " &#x2028;&#xFFFF;"},
        {"\xF0\x9F\xBF\xBE", "&#x1FFFE;"},
        {"a\xFF", "a\xEF\xBF\xBD"},
    };
    assert_pairs(pairs, sizeof pairs / sizeof *pairs, thr_markdown_add);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup_is_made_inert),
        cmocka_unit_test(test_entities_and_links_are_made_inert),
        cmocka_unit_test(test_what_would_join_the_next_text_is_escaped),
        cmocka_unit_test(test_blocks_matter_only_where_a_line_starts),
        cmocka_unit_test(test_a_cell_is_one_line),
        cmocka_unit_test(test_characters_that_hide_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
