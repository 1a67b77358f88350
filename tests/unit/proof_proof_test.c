/* A table to its sums: src/proof/proof.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/proof.h"
#include "proof_made.h"
#include "read_text.h"

static thresh_table *
prove(const char *text) {
    thresh_table *table = made_table(text);
    assert_int_equal(thr_proof_run(table, NULL, NULL), THRESH_OK);
    return table;
}

static void
assert_sum(const thresh_table *table, size_t index, size_t dimension,
           const char *wanted) {
    char text[80];
    const thresh_sum *sums;
    assert_true(index < thresh_table_sums(table, &sums));
    const thr_claim claim = {sums[index].kind, sums[index].total,
                             sums[index].parts, sums[index].nparts};
    assert_int_equal(sums[index].dimension, dimension);
    assert_string_equal(made_sum(&claim, text), wanted);
}

static void
test_both_dimensions(void **state) {
    (void)state;
    thresh_table *table = prove("|Total|Men|Women\nAll|6238|3921|2317\n"
                                "North|3401|2317|1084\n"
                                "South|2837|1604|1233\n");
    assert_int_equal(thresh_table_sums(table, NULL), 2);
    assert_sum(table, 0, MADE_ROWS, "0=1+2");
    assert_sum(table, 1, MADE_COLUMNS, "0=1+2");
    assert_int_equal(thresh_table_failures(table, NULL), 0);
    thresh_table_free(table);
}

static void
test_rows_that_are_no_parts(void **state) {
    (void)state;
    thresh_table *table = prove("|A|B|C\nTotal|3921|8031|2154\n"
                                "North|2317|5091|871\n"
                                "of which Oslo|1206|3555|412\n"
                                "Average|1960|4015|1077\n"
                                "South|1604|2940|1283\n");
    assert_int_equal(thresh_table_sums(table, NULL), 1);
    assert_sum(table, 0, MADE_ROWS, "0=1+4");
    assert_int_equal(thresh_table_category(table, MADE_ROWS, 2).parent, 1);
    assert_int_equal(thresh_table_category(table, MADE_ROWS, 3).parent,
                     THRESH_NONE);
    thresh_table_free(table);
}

static void
test_a_difference_is_no_part(void **state) {
    (void)state;
    const thresh_sum *sums;
    thresh_table *table = prove("|A|B|C\nIn|61774|45776|40148\n"
                                "Out|22122|22053|21709\n"
                                "Net|39652|23723|18439\n");
    assert_int_equal(thresh_table_sums(table, &sums), 1);
    assert_int_equal(sums[0].kind, THRESH_DIFFERENCE);
    assert_sum(table, 0, MADE_ROWS, "2=0-1");
    assert_int_equal(thresh_table_category(table, MADE_ROWS, 2).parent,
                     THRESH_NONE);
    thresh_table_free(table);
}

static void
test_shares_are_skipped(void **state) {
    (void)state;
    const thresh_sum *sums;
    thresh_table *table = prove("|A|B|Per cent\nTotal|3921|8031|48.8\n"
                                "North|2317|5091|45.5\n"
                                "South|1604|2940|54.6\n");
    assert_int_equal(thresh_table_sums(table, &sums), 1);
    assert_int_equal(sums[0].exact, 2);
    assert_int_equal(sums[0].failed, 0);
    thresh_table_free(table);
}

static void
test_nothing_to_find(void **state) {
    (void)state;
    thresh_table *table = prove("|A\nx|1\n");
    assert_int_equal(thresh_table_sums(table, NULL), 0);
    thresh_table_free(table);
    table = prove("|A|B\nx||..\ny|..|\n");
    assert_int_equal(thresh_table_sums(table, NULL), 0);
    thresh_table_free(table);
    table = prove("|A|B\nx|9223372036854775807|-9223372036854775807\n"
                  "y|9223372036854775807|9223372036854775807\nz|2|0.5\n");
    assert_int_equal(thresh_table_failures(table, NULL), 0);
    thresh_table_free(table);
}

/* Along each of two row dimensions, in every choice of the other. */
static void
test_two_row_dimensions(void **state) {
    (void)state;
    const thresh_sum *sums;
    thresh_table *table = load_text(
        "Employed, by sex, industry and year\n\nSex\tIndustry\t2001\t2002\n"
        "Both\tTotal\t119887\t121812\nBoth\tMining\t13616\t13852\n"
        "Both\tTrade\t106271\t107960\n"
        "Men\tTotal\t61774\t62910\nMen\tMining\t10214\t10340\n"
        "Men\tTrade\t51560\t52570\n"
        "Women\tTotal\t58113\t58902\nWomen\tMining\t3402\t3512\n"
        "Women\tTrade\t54711\t55390\n",
        NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_sums(table, &sums), 2);
    assert_sum(table, 0, 0, "0=1+2");
    assert_sum(table, 1, 1, "0=1+2");
    assert_int_equal(sums[0].exact, 6);
    assert_int_equal(sums[1].exact, 6);
    thresh_table_free(table);
}

/* Rows with one large number each, of which no sum can be told to be too large
 * until it is: more sums than are tried. What is known holds, and a warning
 * says that more may. */
static void
test_too_many_sums(void **state) {
    (void)state;
    enum { COLUMNS = 16, SIZES = 30, SMALLEST = 8 };
    thr_buf text = {0};
    thr_buf_text(&text, "Area");
    for (uint64_t i = 0; i < COLUMNS; i++) {
        thr_buf_text(&text, "\tIn sort ");
        thr_buf_uint(&text, i);
    }
    for (uint64_t i = 0; i < COLUMNS * SIZES; i++) {
        thr_buf_text(&text, "\nof type ");
        thr_buf_uint(&text, i);
        for (uint64_t k = 0; k < COLUMNS; k++) {
            uint64_t size = SMALLEST + i / COLUMNS;
            thr_buf_char(&text, '\t');
            thr_buf_uint(&text, k == i % COLUMNS
                                    ? (UINT64_C(3) << size) + i * 7919 % 251
                                    : 0);
        }
    }
    thr_buf_text(&text, "\n");
    thr_buf_char(&text, '\0');
    assert_false(text.failed);
    text_log log = {0};
    const thresh_listener listeners[] = {log_listener(&log),
                                         {.warning = NULL}};
    for (size_t i = 0; i < 2; i++) {
        thresh_table *table = load_text(text.ptr, &listeners[i], NULL);
        assert_non_null(table);
        assert_int_equal(thresh_table_rows(table), COLUMNS * SIZES);
        assert_int_equal(thresh_table_failures(table, NULL), 0);
        thresh_table_free(table);
    }
    assert_true(log_has(&log.warnings,
                        "warning 2:1 the search for totals along "
                        "\"area\" was cut short"));
    free_log(&log);
    thr_buf_free(&text);
}

/* A total of more parts than any walk remembers is found, above them and below
 * them. */
static void
test_many_parts(void **state) {
    (void)state;
    enum { PARTS = 70000, COLUMNS = 3 };
    for (int below = 0; below < 2; below++) {
        thr_buf text = {0}, parts = {0};
        uint64_t total[COLUMNS] = {0};
        for (uint64_t i = 0; i < PARTS; i++) {
            thr_buf_text(&parts, "of type ");
            thr_buf_uint(&parts, i);
            for (uint64_t k = 0; k < COLUMNS; k++) {
                uint64_t number = 1 + (i + 1) * (k + 7919) % 9973;
                thr_buf_char(&parts, '\t');
                thr_buf_uint(&parts, number);
                total[k] += number;
            }
            thr_buf_char(&parts, '\n');
        }
        thr_buf_text(&text, "Area\tA\tB\tC\n");
        if (below)
            thr_buf_str(&text, thr_buf_view(&parts));
        thr_buf_text(&text, "Whole");
        for (size_t k = 0; k < COLUMNS; k++) {
            thr_buf_char(&text, '\t');
            thr_buf_uint(&text, total[k]);
        }
        thr_buf_char(&text, '\n');
        if (!below)
            thr_buf_str(&text, thr_buf_view(&parts));
        thr_buf_char(&text, '\0');
        assert_false(text.failed || parts.failed);
        thresh_table *table = load_text(text.ptr, NULL, NULL);
        const thresh_sum *sums;
        assert_non_null(table);
        assert_int_equal(thresh_table_sums(table, &sums), 1);
        assert_int_equal(sums[0].total, below ? PARTS : 0);
        assert_int_equal(sums[0].nparts, PARTS);
        assert_int_equal(sums[0].exact, COLUMNS);
        thresh_table_free(table);
        thr_buf_free(&parts);
        thr_buf_free(&text);
    }
}

/* A limit that is met while sums are looked for has the place of the first
 * row, where nothing else is at fault. Every limit is met somewhere, with a
 * place, or holds all. */
static void
test_limits(void **state) {
    (void)state;
    enum { ROWS = 3000, MOST = 1 << 21, STEP = 4096, FIRST_ROW = 2 };
    thr_buf text = {0};
    thr_buf_text(&text, "Area\tA\tB\n");
    for (uint64_t i = 0; i < ROWS; i++) {
        thr_buf_text(&text, "of type ");
        thr_buf_uint(&text, i);
        thr_buf_text(&text, "\t");
        thr_buf_uint(&text, i * 7919 % 9973);
        thr_buf_text(&text, "\t");
        thr_buf_uint(&text, i * 104729 % 9973);
        thr_buf_text(&text, "\n");
    }
    assert_false(text.failed);
    size_t at_first = 0; /* once rows further down were loaded */
    uint64_t furthest = FIRST_ROW;
    thresh_result result = THRESH_E_LIMIT;
    for (size_t limit = STEP; result != THRESH_OK; limit += STEP) {
        const thresh_read_options opts = {.max_memory = limit};
        thresh_reader *reader;
        thresh_table *table = NULL;
        thresh_error err = {0};
        assert_true(limit < MOST);
        result = thresh_reader_open_memory(&reader, text.ptr, text.len, &opts,
                                           &err);
        if (result == THRESH_OK) {
            result = thresh_table_load(&table, reader, &err);
            thresh_reader_close(reader);
        }
        thresh_table_free(table);
        if (result == THRESH_OK)
            continue;
        assert_int_equal(result, THRESH_E_LIMIT);
        assert_true(err.line > 0);
        furthest = err.line > furthest ? err.line : furthest;
        at_first += err.line == FIRST_ROW && furthest > ROWS / 2;
    }
    assert_true(at_first > 0);
    thr_buf_free(&text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both_dimensions),
        cmocka_unit_test(test_rows_that_are_no_parts),
        cmocka_unit_test(test_a_difference_is_no_part),
        cmocka_unit_test(test_shares_are_skipped),
        cmocka_unit_test(test_nothing_to_find),
        cmocka_unit_test(test_two_row_dimensions),
        cmocka_unit_test(test_too_many_sums),
        cmocka_unit_test(test_many_parts),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
