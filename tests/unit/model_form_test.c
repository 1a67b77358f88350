/* How plain numbers are printed, and made again. */
#include "model/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "base/tens.h"

static bool
find(thr_form *form, const char *text, int64_t coef, uint8_t scale) {
    const thresh_cell cell = {
        .text = thr_str(text), .coef = coef, .scale = scale};
    return thr_form_find(form, &cell);
}

static bool
is(const thr_form *form, const char *text, int64_t coef, uint8_t scale) {
    const thresh_cell cell = {
        .text = thr_str(text), .coef = coef, .scale = scale};
    return thr_form_is(form, &cell);
}

static void
test_made_again(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t coef;
        uint8_t scale;
        size_t width;
    } rows[] = {
        {"0", 0, 0, 1},
        {"7", 7, 0, 1},
        {"-7", -7, 0, 2},
        {"61774", 61774, 0, 5},
        {"61 774", 61774, 0, 6},
        {"1,250", 1250, 0, 5},
        {"1,250", 1250, 3, 5},
        {"-1.234.567,8", -12345678, 1, 12},
        {"0.05", 5, 2, 4},
        {"-0.50", -50, 2, 5},
        {"1\xC2\xA0"
         "000",
         1000, 0, 5},
        {"1\xE2\x80\xAF"
         "000\xE2\x80\xAF"
         "000.5",
         10000005, 1, 11},
        {"999999999999999999", 999999999999999999, 0, 18},
        {"999 999 999 999 999 999", 999999999999999999, 0, 23},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_form form;
        char room[THR_FORM_MOST];
        size_t width;
        assert_true(find(&form, rows[i].text, rows[i].coef, rows[i].scale));
        assert_true(is(&form, rows[i].text, rows[i].coef, rows[i].scale));
        size_t len = thr_form_text(&form, rows[i].coef, room);
        assert_int_equal(len, strlen(rows[i].text));
        assert_memory_equal(room, rows[i].text, len);
        assert_int_equal(thr_form_length(&form, rows[i].coef, &width), len);
        assert_int_equal(width, rows[i].width);
    }
}

/* What would not be made again as it was. */
static void
test_others(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t coef;
        uint8_t scale;
    } rows[] = {
        {"", 0, 0},
        {"007", 7, 0},
        {"+7", 7, 0},
        {"-0", 0, 0},
        {".5", 5, 1},
        {"5.", 5, 0},
        {"12 34", 1234, 0},
        {"1 2345", 12345, 0},
        {"1234 567", 1234567, 0},
        {"1 234,567", 1234567, 0},
        {"0 123", 123, 0},
        {"7%", 7, 0},
        {"7", 8, 0},
        {"7", -7, 0},
        {"(7)", -7, 0},
        {"1.5", 15, 2},
        {"1x000", 1000, 0},
        {"1 ", 1, 0},
        {"1", INT64_MIN, 0},
        {"-1", INT64_MIN, 0},
        {"9999999999999999999", 999999999999999999, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_form form;
        assert_false(find(&form, rows[i].text, rows[i].coef, rows[i].scale));
    }
}

/* thr_form_is() says yes to just the form that thr_form_find() finds. */
static void
test_is(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t coef;
        uint8_t scale;
    } cells[] = {
        {"0", 0, 0},           {"-0", 0, 0},       {"502", 502, 0},
        {"1502", 1502, 0},     {"1 502", 1502, 0}, {"1,502", 1502, 0},
        {"1,502", 1502, 3},    {"0.05", 5, 2},     {"1.50", 150, 2},
        {"1 502.5", 15025, 1}, {"-7", -7, 0},      {"007", 7, 0},
        {"1 502", 1503, 0},    {"", 0, 0},         {"7", INT64_MIN, 0},
        {"1 502 7", 15027, 0}};
    enum { COUNT = sizeof cells / sizeof *cells };
    for (size_t i = 0; i < COUNT; i++) {
        thr_form form;
        if (!find(&form, cells[i].text, cells[i].coef, cells[i].scale))
            continue;
        for (size_t k = 0; k < COUNT; k++) {
            thr_form other;
            bool same = find(&other, cells[k].text, cells[k].coef,
                             cells[k].scale)
                        && other.ngroup == form.ngroup
                        && other.decimals == form.decimals
                        && other.decimal == form.decimal
                        && memcmp(other.group, form.group, 4) == 0;
            if (is(&form, cells[k].text, cells[k].coef, cells[k].scale)
                != same)
                fail_msg("\"%s\" in the form of \"%s\"", cells[k].text,
                         cells[i].text);
        }
    }
}

/* A number of any size in one form is read as it was made. */
static void
assert_read(const thr_form *form, int64_t coef) {
    char room[THR_FORM_MOST + THR_FORM_SLACK];
    thr_form found;
    size_t width, len = thr_form_text(form, coef, room);
    assert_int_equal(thr_form_length(form, coef, &width), len);
    const thresh_cell cell = {
        .text = {room, len}, .coef = coef, .scale = form->decimals};
    assert_true(thr_form_find(&found, &cell));
    assert_int_equal(found.decimals, form->decimals);
    assert_int_equal(found.decimal, form->decimals > 0 ? form->decimal : 0);
    bool grouped = (uint64_t)coef / thr_tens[form->decimals] >= 1000;
    assert_int_equal(found.ngroup, grouped ? form->ngroup : 0);
    assert_memory_equal(found.group, form->group, found.ngroup);
}

/* Short numbers, which are made as one word, and long ones. */
static void
test_sizes(void **state) {
    (void)state;
    static const char *const groups[] = {"", " ", ",", "\xC2\xA0"};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        for (uint8_t decimals = 0; decimals <= 9; decimals++) {
            thr_form form = {.ngroup = (uint8_t)strlen(groups[i]),
                             .decimals = decimals,
                             .decimal = '.'};
            memcpy(form.group, groups[i], form.ngroup);
            for (int64_t coef = 0; coef < 3000; coef++)
                assert_read(&form, coef);
            for (int64_t power = 1; power < INT64_C(100000000000000000);
                 power *= 10)
                for (int64_t near = -3; near < 4; near++)
                    assert_read(&form, 7 * power + near);
        }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made_again), cmocka_unit_test(test_is),
        cmocka_unit_test(test_sizes), cmocka_unit_test(test_others)};
    return cmocka_run_group_tests_name("model_form", tests, NULL, NULL);
}
