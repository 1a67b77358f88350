/* What a writer may be asked for: src/write/options.c, src/write/columns.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "write/options.h"

static const thresh_option settings[] = {
    {"excel", "0|1", "for a spreadsheet"},
    {"decimal", ".|,", "decimal sign"},
    {"title", "|...", "any text"},
    {NULL, NULL, NULL},
};

static const thresh_writer_class csv_like = {
    .name = "csv",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_LONG_FIRST
             | THRESH_TABULAR,
    .options = settings,
};

/* Resolve `given`, which must be fine, and give it to `look`. */
static void
resolve(thr_options *out, thr_arena *arena, const thresh_writer_class *cls,
        const thresh_write_options *given) {
    thresh_error err = {0};
    thresh_result result = thr_options_resolve(out, arena, cls, given, &err);
    assert_string_equal(err.message, "");
    assert_int_equal(result, THRESH_OK);
}

static void
assert_refused(const thresh_writer_class *cls,
               const thresh_write_options *given, const char *message) {
    thr_options out = {0};
    thr_arena arena = {0};
    thresh_error err = {0};
    assert_int_equal(thr_options_resolve(&out, &arena, cls, given, &err),
                     THRESH_E_ARGUMENT);
    assert_string_equal(err.message, message);
    thr_arena_free(&arena);
}

static void
assert_set_refused(const char *set, const char *message) {
    const char *const all[] = {set, NULL};
    assert_refused(&csv_like, &(thresh_write_options){.set = all}, message);
}

static void
test_defaults(void **state) {
    (void)state;
    thr_options out = {0};
    thr_arena arena = {0};
    resolve(&out, &arena, &csv_like, NULL);
    assert_int_equal(out.shape, THRESH_SHAPE_LONG);
    assert_string_equal(out.values[0], "0");
    assert_string_equal(out.values[1], ".");
    assert_string_equal(out.values[2], "");
    assert_non_null(out.given.set);
    assert_null(out.given.set[0]);
    thr_arena_free(&arena);
}

/* The last of several counts; the caller's texts may go. */
static void
test_set_is_copied(void **state) {
    (void)state;
    char excel[] = "excel=1", title[] = "title=a=b|c", columns[] = "raw,line",
         name[] = "t.txt";
    const char *set[] = {"excel=0", excel, title, NULL};
    thresh_write_options given = {
        .set = set, .columns = columns, .source_name = name};
    thr_options out = {0};
    thr_arena arena = {0};
    resolve(&out, &arena, &csv_like, &given);
    memset(excel, 'x', sizeof excel - 1);
    memset(title, 'x', sizeof title - 1);
    memset(columns, 'x', sizeof columns - 1);
    memset(name, 'x', sizeof name - 1);
    set[0] = NULL;
    assert_string_equal(out.values[0], "1");
    assert_string_equal(out.values[2], "a=b|c");
    assert_string_equal(out.given.columns, "raw,line");
    assert_string_equal(out.given.source_name, "t.txt");
    assert_string_equal(out.given.set[1], "excel=1");
    assert_null(out.given.set[3]);
    thr_arena_free(&arena);
}

static void
test_set_is_checked(void **state) {
    (void)state;
    assert_set_refused("exel=1",
                       "csv has no option 'exel'; did you mean 'excel'?");
    assert_set_refused(
        "zzz=1", "csv has no option 'zzz'; it has excel, decimal, title");
    assert_set_refused("excel=yes", "option 'excel' of csv takes 0|1, not "
                                    "'yes'");
    assert_set_refused("excel=", "option 'excel' of csv takes 0|1, not ''");
    assert_set_refused("excel",
                       "option 'excel' of csv has no value: write excel=0|1");
    thresh_writer_class bare = csv_like;
    bare.options = NULL;
    const char *const set[] = {"excel=1", NULL};
    assert_refused(&bare, &(thresh_write_options){.set = set},
                   "csv has no option 'excel'; it has none at all");
}

static void
test_shapes(void **state) {
    (void)state;
    thresh_writer_class cls = {.name = "f", .flags = THRESH_CAN_WIDE};
    assert_refused(&cls, &(thresh_write_options){.shape = THRESH_SHAPE_LONG},
                   "f cannot be written long, only wide");
    cls.flags = THRESH_CAN_LONG;
    assert_refused(&cls, &(thresh_write_options){.shape = THRESH_SHAPE_WIDE},
                   "f cannot be written wide, only long");
    thr_options out = {0};
    thr_arena arena = {0};
    resolve(&out, &arena, &cls, NULL);
    assert_int_equal(out.shape, THRESH_SHAPE_LONG);
    cls.flags = THRESH_CAN_LONG | THRESH_CAN_WIDE;
    resolve(&out, &arena, &cls, NULL);
    assert_int_equal(out.shape, THRESH_SHAPE_WIDE);
    assert_refused(&cls, &(thresh_write_options){.shape = (thresh_shape)9},
                   "no such shape: 9");
    cls.flags = 0;
    assert_refused(&cls, NULL,
                   "the writer 'f' has neither THRESH_CAN_LONG nor "
                   "THRESH_CAN_WIDE among its flags");
    thr_arena_free(&arena);
}

/* A file may have a name that is no text. */
static void
test_name(void **state) {
    (void)state;
    thr_arena arena = {0};
    thr_options out;
    thresh_write_options given = {.source_name = "l\xE5n \xC3\xA5.txt"};
    assert_int_equal(
        thr_options_resolve(&out, &arena, &csv_like, &given, NULL), THRESH_OK);
    assert_string_equal(out.given.source_name, "l\xEF\xBF\xBDn \xC3\xA5.txt");
    thr_arena_free(&arena);
}

static void
test_columns(void **state) {
    (void)state;
    thresh_write_options given = {.columns = "raw, lines"};
    assert_refused(&csv_like, &given,
                   "no column 'lines'; did you mean 'line'?");
    given.columns = "weather";
    assert_refused(&csv_like, &given,
                   "no column 'weather'; there are parent, level, raw, line, "
                   "field, obs_status, table, unit, measure and implied");
    given.columns = "raw";
    given.shape = THRESH_SHAPE_WIDE;
    assert_refused(&csv_like, &given,
                   "the column 'raw' tells of one observation: it needs the "
                   "long shape");
    thresh_writer_class cls = {.name = "f", .flags = THRESH_CAN_WIDE};
    assert_refused(&cls, &given, "f takes no further columns");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_set_is_copied),
        cmocka_unit_test(test_set_is_checked),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_name),
        cmocka_unit_test(test_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
