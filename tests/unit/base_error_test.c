/* Filling an error: src/base/error.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/error.h"

static void
test_fill(void **state) {
    (void)state;
    thresh_place place = {.line = 12, .field = 3, .column = 5};
    thresh_error err;
    memset(&err, 'x', sizeof err);
    assert_int_equal(
        thr_fail_at(&err, THRESH_E_LIMIT, &place, "%d of %s", 7, "nine"),
        THRESH_E_LIMIT);
    assert_int_equal(err.result, THRESH_E_LIMIT);
    assert_int_equal(err.line, 12);
    assert_int_equal(err.field, 3);
    assert_int_equal(err.column, 5);
    assert_int_equal(err.offset, 0);
    assert_string_equal(err.message, "7 of nine");
}

static void
test_no_place_and_no_error(void **state) {
    (void)state;
    thresh_error err = {.line = 1, .column = 1, .field = 1, .offset = 1};
    assert_int_equal(thr_fail(&err, THRESH_E_READ, "x"), THRESH_E_READ);
    assert_int_equal(err.line, 0);
    assert_int_equal(err.column, 0);
    assert_int_equal(err.field, 0);
    assert_int_equal(err.offset, 0);
    assert_int_equal(thr_fail(NULL, THRESH_E_READ, "x"), THRESH_E_READ);
    assert_int_equal(thr_fail_at(NULL, THRESH_E_READ, NULL, "x"),
                     THRESH_E_READ);
    assert_int_equal(thr_fail_memory(&err), THRESH_E_MEMORY);
    assert_int_equal(err.result, THRESH_E_MEMORY);
}

/* Text of the source can neither move the cursor nor cut the message. */
static void
test_message_is_inert(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *shown;
    } rows[] = {
        {"a\nb\tc\x1B[2J", "<a?b?c?[2J>"},
        {"Tr\xC3\xB8ndelag", "<Tr\xC3\xB8ndelag>"},
        {"a\xE2\x80\xAE"
         "b",
         "<a?b>"},
        {"caf\xE9 x", "<caf? x>"},
        {"\xE2\x82", "<?>"}, /* a character that "%.*s" cut */
        {"\x80\x80\x80y", "<?y>"},
        {"", "<>"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_error err;
        thr_fail(&err, THRESH_E_READ, "<%s>", rows[i].text);
        assert_string_equal(err.message, rows[i].shown);
    }
}

static void
test_long_message_is_cut(void **state) {
    (void)state;
    char text[400];
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    memcpy(text + sizeof((thresh_error *)0)->message - 3, "\xE2\x82\xAC", 3);
    thresh_error err;
    thr_fail(&err, THRESH_E_READ, "%s", text);
    size_t len = strlen(err.message);
    assert_in_range(len, 250, sizeof err.message - 1);
    for (size_t i = 0; i < len; i++)
        assert_true(err.message[i] == 'a' || err.message[i] == '?');
}

static thresh_result
try_it(thresh_result result, bool *went_on) {
    THR_TRY(result);
    *went_on = true;
    return THRESH_OK;
}

static void
test_try(void **state) {
    (void)state;
    bool went_on = false;
    assert_int_equal(try_it(THRESH_E_READ, &went_on), THRESH_E_READ);
    assert_int_equal(try_it(THRESH_END, &went_on), THRESH_END);
    assert_false(went_on);
    assert_int_equal(try_it(THRESH_OK, &went_on), THRESH_OK);
    assert_true(went_on);
}

static void
test_names(void **state) {
    (void)state;
    assert_string_equal(thresh_result_name(THRESH_OK), "ok");
    assert_string_equal(thresh_result_name(THRESH_END), "end");
    assert_string_equal(thresh_result_name((thresh_result)99), "unknown");
    for (int i = THRESH_E_UNSUPPORTED; i < THRESH_OK; i++)
        for (int j = i + 1; j <= THRESH_END; j++)
            assert_string_not_equal(thresh_result_name((thresh_result)i),
                                    thresh_result_name((thresh_result)j));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fill),
        cmocka_unit_test(test_no_place_and_no_error),
        cmocka_unit_test(test_message_is_inert),
        cmocka_unit_test(test_long_message_is_cut),
        cmocka_unit_test(test_try),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
