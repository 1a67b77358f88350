/* What is in the field `implied` of a record: src/write/datum.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "make_table.h"
#include "written.h"

static void
test_implied(void **state) {
    (void)state;
    thr_implied implied = {.row = 3, .column = 0, .coef = 75, .scale = 1};
    thresh_table *table = make_table();
    assert_non_null(table);
    table->implied = &implied;
    table->nimplied = 1;
    const thresh_table *tables[] = {table};
    thresh_write_options opts = {.columns = "implied"};
    char *text = written(thresh_writer_find("ndjson"), &opts, tables, 1);
    assert_non_null(text);
    assert_non_null(strstr(text, "\"country\":\"Unknown\",\"place\":\"Total\","
                                 "\"year\":2007,\"value\":null,\"status\":"
                                 "\"not_available\",\"notes\":null,"
                                 "\"is_total\":null,\"text\":null,"
                                 "\"implied\":7.5}\n"));
    size_t empty = 0;
    for (const char *at = text; (at = strstr(at, "\"implied\":null}")); at++)
        empty++;
    assert_int_equal(empty, 10);
    free(text);

    /* Nothing tells it unasked. */
    opts.columns = NULL;
    text = written(thresh_writer_find("ndjson"), &opts, tables, 1);
    assert_non_null(text);
    assert_null(strstr(text, "7.5"));
    assert_null(strstr(text, "implied"));
    free(text);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_implied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
