/* Which word finds which writer: src/write/registry.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "thresh/writer.h"

static void
assert_found(const char *word, const char *name) {
    const thresh_writer_class *found = thresh_writer_find(word);
    assert_non_null(found);
    assert_string_equal(found->name, name);
}

static void
test_order(void **state) {
    (void)state;
    static const char *const names[] = {"csv", "json", "ndjson", "markdown",
                                        "xlsx"};
    size_t count = sizeof names / sizeof *names;
    for (size_t i = 0; i < count; i++)
        assert_string_equal(thresh_writer_at(i)->name, names[i]);
    assert_null(thresh_writer_at(count));
    assert_null(thresh_writer_at(THRESH_NONE));
}

static void
test_formats(void **state) {
    (void)state;
    assert_found("csv", "csv");
    assert_found("ndjson", "ndjson");
    assert_found("markdown", "markdown");
    assert_found("md", "markdown");
    assert_found("XLSX", "xlsx");
}

static void
test_file_names(void **state) {
    (void)state;
    assert_found("out.csv", "csv");
    assert_found("a.b/table 1.JSON", "json");
    assert_found("x.json.md", "markdown");
    assert_found(".xlsx", "xlsx");
}

static void
test_not_found(void **state) {
    (void)state;
    static const char *const words[] = {"",     ".",       "x.docx", "out.",
                                        "csv.", "a.csv/b", "a/csv",  "cs"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_null(thresh_writer_find(words[i]));
    assert_null(thresh_writer_find(NULL));
}

/* What the core and the command rely on. */
static void
test_classes(void **state) {
    (void)state;
    const thresh_writer_class *cls;
    for (size_t i = 0; (cls = thresh_writer_at(i)) != NULL; i++) {
        assert_int_equal(cls->suffix[0], '.');
        assert_true(strlen(cls->summary) > 0);
        assert_true(cls->flags & (THRESH_CAN_LONG | THRESH_CAN_WIDE));
        for (const thresh_option *o = cls->options; o && o->key; o++) {
            assert_non_null(strchr(o->values, '|'));
            assert_null(strchr(o->key, '='));
            assert_true(strlen(o->help) > 0);
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),      cmocka_unit_test(test_formats),
        cmocka_unit_test(test_file_names), cmocka_unit_test(test_not_found),
        cmocka_unit_test(test_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
