/* The sums of a table in JSON: src/write/json_sums.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "make_table.h"
#include "write/json_sums.h"

static void
assert_json(const thresh_table *table, const char *wanted) {
    thr_json json = {0};
    thr_json_open(&json, '{');
    thr_json_sums(&json, table);
    thr_json_close(&json, '}');
    thr_buf_char(&json.text, '\0');
    assert_false(json.text.failed);
    assert_string_equal(json.text.ptr, wanted);
    thr_buf_free(&json.text);
}

static thresh_cell
value(int64_t coef, uint8_t scale) {
    return (thresh_cell){.coef = coef, .scale = scale, .has_value = true};
}

static void
test_sums(void **state) {
    (void)state;
    static const size_t parts[] = {1, 2}, places[] = {2, 1};
    thresh_table *table = make_table();
    assert_non_null(table);
    assert_json(table, "{\"sums\":[]}");

    thresh_sum sums[] = {
        {.total = 0, .parts = parts, .nparts = 2, .exact = 2, .failed = 1},
        {.kind = THRESH_DIFFERENCE,
         .dimension = 1,
         .total = 0,
         .parts = places,
         .nparts = 2,
         .rounded = 3,
         .unknown = 4,
         .failed = 1}};
    thresh_failure failures[] = {
        {.sum = 0,
         .row = 0,
         .column = 1,
         .parts = value(99950, 2),
         .difference = value(50, 2)},
        {.sum = 1, .row = 2, .column = 0, .parts = value(-12, 0)}};
    table->sums = sums;
    table->nsums = 2;
    table->failures = failures;
    table->nfailures = 2;
    assert_json(
        table,
        "{\"sums\":[{\"kind\":\"sum\",\"dimension\":\"country\",\"total\":0,"
        "\"parts\":[1,2],\"exact\":2,\"rounded\":0,\"unknown\":0,\"failed\":"
        "[{\"line\":7,\"field\":3,\"total\":1000,\"parts\":999.50,"
        "\"difference\":0.50}]},"
        "{\"kind\":\"difference\",\"dimension\":\"place\",\"total\":0,"
        "\"parts\":[2,1],\"exact\":0,\"rounded\":3,\"unknown\":4,\"failed\":"
        "[{\"line\":9,\"field\":2,\"total\":10,\"parts\":-12,"
        "\"difference\":null}]}]}");
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
