#include "write/json_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"

/* Compare what was built, and end it. */
static void
assert_built(thr_json *json, const char *wanted) {
    thr_buf_char(&json->text, '\0');
    assert_false(json->text.failed);
    assert_string_equal(json->text.ptr, wanted);
    thr_buf_free(&json->text);
}

static void
assert_string(thresh_str text, const char *wanted) {
    thr_json json = {0};
    thr_json_string_add(&json.text, text);
    assert_built(&json, wanted);
}

static void
build(thr_json *json) {
    thr_json_open(json, '{');
    thr_json_key(json, THR_LIT("a"));
    thr_json_open(json, '[');
    for (uint64_t i = 0; i < 2; i++) {
        thr_json_open_line(json, '{');
        thr_json_key(json, THR_LIT("n"));
        thr_json_uint(json, i);
        thr_json_key(json, THR_LIT("list"));
        thr_json_open(json, '[');
        thr_json_text(json, THR_LIT("x"));
        thr_json_text(json, THR_LIT("y"));
        thr_json_close(json, ']');
        thr_json_close(json, '}');
    }
    thr_json_close(json, ']');
    thr_json_key(json, THR_LIT("none"));
    thr_json_open(json, '[');
    thr_json_close(json, ']');
    thr_json_close(json, '}');
}

static void
test_containers_are_indented_unless_on_one_line(void **state) {
    (void)state;
    thr_json json = {.indent = 4};
    build(&json);
    assert_built(&json, "{\n"
                        "    \"a\": [\n"
                        "        {\"n\": 0, \"list\": [\"x\", \"y\"]},\n"
                        "        {\"n\": 1, \"list\": [\"x\", \"y\"]}\n"
                        "    ],\n"
                        "    \"none\": []\n"
                        "}");
}

static void
test_without_indent_there_is_no_blank(void **state) {
    (void)state;
    thr_json json = {.indent = 0};
    build(&json);
    assert_built(&json, "{\"a\":[{\"n\":0,\"list\":[\"x\",\"y\"]},"
                        "{\"n\":1,\"list\":[\"x\",\"y\"]}],\"none\":[]}");
}

static void
test_what_is_not_known_is_null(void **state) {
    (void)state;
    thr_json json = {.indent = 2};
    thr_json_open_line(&json, '[');
    thr_json_text_or_null(&json, (thresh_str){NULL, 0});
    thr_json_text_or_null(&json, THR_LIT("t"));
    thr_json_uint_or_null(&json, 0);
    thr_json_uint_or_null(&json, 7);
    thr_json_text(&json, (thresh_str){NULL, 0});
    thr_json_literal(&json, THR_LIT("12.50"));
    thr_json_close(&json, ']');
    assert_built(&json, "[null, \"t\", null, 7, \"\", 12.50]");
}

static void
test_strings_are_escaped(void **state) {
    (void)state;
    assert_string(THR_LIT("a \"b\" \\ / <c>"), "\"a \\\"b\\\" \\\\ / <c>\"");
    assert_string(THR_LIT("\n\r\t\x01\x7F"), "\"\\n\\r\\t\\u0001\\u007f\"");
    assert_string((thresh_str){"a\0b", 3}, "\"a\\u0000b\"");
    assert_string(THR_LIT("Tr\xC3\xB8ndelag"), "\"Tr\xC3\xB8ndelag\"");
}

static void
test_characters_that_hide_are_shown(void **state) {
    (void)state;
    /* NEL, LS, RLO, zero-width space, a noncharacter, one beyond U+FFFF */
    assert_string(THR_LIT("\xC2\x85"), "\"\\u0085\"");
    assert_string(THR_LIT("\xE2\x80\xA8"), "\"\\u2028\"");
    assert_string(THR_LIT("\xE2\x80\xAE"), "\"\\u202e\"");
    assert_string(THR_LIT("\xE2\x80\x8B"), "\"\\u200b\"");
    assert_string(THR_LIT("\xEF\xBF\xBF"), "\"\\uffff\"");
    assert_string(THR_LIT("\xF0\x9F\xBF\xBE"), "\"\\ud83f\\udffe\"");
    assert_string(THR_LIT("\xF0\x9F\x98\x80"), "\"\xF0\x9F\x98\x80\"");
}

static void
test_bytes_that_are_not_utf8_are_replaced(void **state) {
    (void)state;
    assert_string(THR_LIT("a\xFF\xC3"), "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
    assert_string(THR_LIT("\xED\xA0\x80"),
                  "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void
test_numbers_are_told_from_text(void **state) {
    (void)state;
    static const char *const numbers[] = {
        "0", "-0", "7", "10", "-0.50", "12.50", "9223372036854775807"};
    static const char *const texts[] = {"",   "-",   "+1",  "007", "-01", ".5",
                                        "5.", "1 0", "1e3", "NaN", "0x1"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_true(thr_json_is_number(thr_str(numbers[i])));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(thr_json_is_number(thr_str(texts[i])));
}

/* Remember what came, and empty it. */
static void
take(void *ctx, thr_buf *text) {
    *(size_t *)ctx += text->len;
    thr_buf_clear(text);
}

/* A long list is handed on in pieces, of which none is lost. */
static void
test_handed_on(void **state) {
    (void)state;
    enum { COUNT = 100000 };
    size_t taken = 0, most = 0;
    thr_json json = {.take = take, .ctx = &taken};
    thr_json_hand_on(&json);
    thr_json_open(&json, '[');
    for (size_t i = 0; i < COUNT; i++) {
        thr_json_uint(&json, 7);
        thr_json_hand_on(&json);
        most = json.text.len > most ? json.text.len : most;
    }
    thr_json_close(&json, ']');
    assert_true(taken > COUNT);
    assert_true(most < 100000);
    assert_int_equal(taken + json.text.len, 2 * COUNT + 1);
    json.text.failed = true;
    thr_json_hand_on(&json);
    assert_true(json.text.failed);
    thr_buf_free(&json.text);
    json = (thr_json){0};
    thr_json_hand_on(&json);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_handed_on),
        cmocka_unit_test(test_containers_are_indented_unless_on_one_line),
        cmocka_unit_test(test_without_indent_there_is_no_blank),
        cmocka_unit_test(test_what_is_not_known_is_null),
        cmocka_unit_test(test_strings_are_escaped),
        cmocka_unit_test(test_characters_that_hide_are_shown),
        cmocka_unit_test(test_bytes_that_are_not_utf8_are_replaced),
        cmocka_unit_test(test_numbers_are_told_from_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
