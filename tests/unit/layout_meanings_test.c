/* What the symbols of one table mean: src/layout/meanings.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

#define HEADER "Port;Cars;Buses\n"

/* The symbol `text` of a loaded table. */
static thresh_symbol
symbol_of(const thresh_table *table, const char *text) {
    const thresh_symbol *symbols;
    size_t count = thresh_table_symbols(table, &symbols);
    for (size_t i = 0; i < count; i++)
        if (thr_str_equal(symbols[i].text, thr_str(text)))
            return symbols[i];
    fail_msg("no symbol \"%s\"", text);
    return (thresh_symbol){0};
}

static void
check_symbol(const thresh_table *table, const char *text, uint32_t status,
             size_t count, const char *reason) {
    thresh_symbol symbol = symbol_of(table, text);
    assert_int_equal(symbol.status, status);
    assert_int_equal(symbol.count, count);
    if (!thr_str_equal(symbol.reason, thr_str(reason)))
        fail_msg("\"%s\": %.*s", text, THR_STR(symbol.reason));
}

/* The legend below the rows, the office that the source names, the default;
 * and the counts follow what was found last. */
static void
test_settled(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thresh_table *table = load_text(HEADER "North;x;7p\n"
                                           "South;...;-\n"
                                           "West;x;970E\n"
                                           "East;3;:\n"
                                           "\n"
                                           "x = not applicable\n"
                                           "- not available\n"
                                           "\n"
                                           "Source: Statistics Canada\n",
                                    &listener, NULL);
    assert_non_null(table);
    check_symbol(table, "x", THRESH_NOT_APPLICABLE, 2,
                 "the table says so on line 7");
    check_symbol(table, "-", THRESH_NOT_AVAILABLE, 1,
                 "the table says so on line 8");
    check_symbol(table, "...", THRESH_NOT_APPLICABLE, 1,
                 "as used by Statistics Canada");
    check_symbol(table, "E", THRESH_UNRELIABLE, 1,
                 "as used by Statistics Canada");
    check_symbol(table, "p", THRESH_PROVISIONAL, 1,
                 "as used by Statistics Canada");
    check_symbol(table, ":", THRESH_CONFIDENTIAL, 1, "default meaning");
    thresh_counts counts = thresh_table_counts(table);
    assert_int_equal(counts.observations, 8);
    assert_int_equal(counts.nil, 0);
    assert_int_equal(counts.missing, 5);
    assert_int_equal(counts.text, 0);
    assert_true(log_has(&log.decisions, "decision symbols=statcan"));
    assert_true(log_has(&log.warnings, "warning 5:8 \":\""));
    assert_false(log_has(&log.warnings, "\"x\""));
    assert_false(log_has(&log.warnings, "970E"));
    thresh_table_free(table);
    free_log(&log);
}

/* An office that the source names goes before any other; where notes name two,
 * it is not known who printed the table. */
static void
test_offices(void **state) {
    (void)state;
    thresh_table *table = load_text(HEADER "North;...;7\nSouth;5;8\n\n"
                                           "Source: Statistics Canada\n"
                                           "Note: as by Eurostat\n",
                                    NULL, NULL);
    assert_non_null(table);
    check_symbol(table, "...", THRESH_NOT_APPLICABLE, 1,
                 "as used by Statistics Canada");
    thresh_table_free(table);
    table = load_text(HEADER "North;:;7\nSouth;5;8\n\n"
                             "Note: as by Eurostat\n"
                             "Note: but for Statistics Canada\n",
                      NULL, NULL);
    assert_non_null(table);
    check_symbol(table, ":", THRESH_CONFIDENTIAL, 1, "default meaning");
    thresh_table_free(table);
    table = load_text(HEADER "North;:;7\nSouth;5;8\n\n"
                             "Note: as by Eurostat\n"
                             "Note: of Eurostat, too\n",
                      NULL, NULL);
    assert_non_null(table);
    check_symbol(table, ":", THRESH_NOT_AVAILABLE, 1, "as used by Eurostat");
    thresh_table_free(table);
}

/* Read the rows of `text` live, and give what was told. */
static void
stream(const char *text, text_log *log) {
    thresh_listener listener = log_listener(log);
    thresh_read_options opts = {.listener = listener};
    thresh_reader *reader;
    const thresh_table *table;
    const thresh_row *row;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, strlen(text), &opts, NULL),
        THRESH_OK);
    while (thresh_reader_table(reader, &table, NULL) == THRESH_OK)
        while (thresh_reader_row(reader, &row, NULL) == THRESH_OK)
            continue;
    thresh_reader_close(reader);
}

/* What was lent holds; a legend that contradicts it is a warning with its
 * line. */
static void
test_streamed(void **state) {
    (void)state;
    text_log log = {0};
    stream(HEADER "North;x;7\n"
                  "South;-;..\n"
                  "\n"
                  "Symbols: x not applicable; - nil\n",
           &log);
    assert_true(log_has(&log.warnings, "warning 2:7 \"x\""));
    assert_true(log_has(&log.warnings, "warning 5:1 here \"x\""));
    assert_false(log_has(&log.warnings, "\"-\""));
    free_log(&log);
}

/* A legend above the rows holds for rows that are lent, too. */
static void
test_legend_above(void **state) {
    (void)state;
    text_log log = {0};
    stream("Ferries. Missing data is marked by ---.\n\n" HEADER
           "North;---;7\nSouth;5;8\n",
           &log);
    assert_false(log_has(&log.warnings, "---"));
    free_log(&log);
}

/* A mark that the legend explains is a flag as well; its note stays. */
static void
test_marks(void **state) {
    (void)state;
    thresh_table *table = load_text(HEADER "North;1*;7\n"
                                           "South;5;8\n"
                                           "\n"
                                           "* Preliminary figures\n",
                                    NULL, NULL);
    assert_non_null(table);
    thresh_cell cell = thresh_table_cell(table, 0, 0);
    assert_int_equal(cell.status, THRESH_PROVISIONAL);
    assert_true(thr_str_equal(cell.marks, THR_LIT("*")));
    check_symbol(table, "*", THRESH_PROVISIONAL, 1,
                 "the table says so on line 5");
    thresh_table_free(table);
}

/* A symbol with a flag is listed once, with the graver of both. */
static void
test_flagged_symbol(void **state) {
    (void)state;
    thresh_table *table = load_text("Port (Eurostat);Cars;Buses\n"
                                    "North;:c;7\n"
                                    "South;: u;8\n",
                                    NULL, NULL);
    const thresh_symbol *symbols;
    assert_non_null(table);
    assert_int_equal(thresh_table_cell(table, 0, 0).status,
                     THRESH_NOT_AVAILABLE | THRESH_CONFIDENTIAL);
    assert_int_equal(thresh_table_symbols(table, &symbols), 2);
    check_symbol(table, ":c", THRESH_CONFIDENTIAL, 1, "as used by Eurostat");
    check_symbol(table, ": u", THRESH_NOT_AVAILABLE, 1, "as used by Eurostat");
    thresh_table_free(table);
}

/* A zero that the user says is none is listed too. */
static void
test_zero_that_is_none(void **state) {
    (void)state;
    static const char text[] = HEADER "North;0;7\nSouth;5;8\n";
    thresh_read_options opts = {.symbols = "ssb"};
    thresh_reader *reader;
    thresh_table *table;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, sizeof text - 1, &opts, NULL),
        THRESH_OK);
    assert_int_equal(thresh_table_load(&table, reader, NULL), THRESH_OK);
    check_symbol(table, "0", THRESH_BELOW_HALF_UNIT, 1, "as the user says");
    thresh_reader_close(reader);
    thresh_table_free(table);
}

/* So is one of which the table says so. */
static void
test_zero_in_a_legend(void **state) {
    (void)state;
    thresh_table *table = load_text(HEADER "North;0;7\nSouth;5;8\n\n"
                                           "0 = less than half of the unit\n",
                                    NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_cell(table, 0, 0).status,
                     THRESH_BELOW_HALF_UNIT);
    check_symbol(table, "0", THRESH_BELOW_HALF_UNIT, 1,
                 "the table says so on line 5");
    thresh_table_free(table);
}

/* A zero with a flag is a zero still. */
static void
test_zero_with_a_flag(void **state) {
    (void)state;
    const thresh_symbol *symbols;
    thresh_table *table = load_text(HEADER "North;0p;7\nSouth;5;8\n", NULL,
                                    NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_cell(table, 0, 0).status,
                     THRESH_PROVISIONAL);
    assert_int_equal(thresh_table_symbols(table, &symbols), 1);
    check_symbol(table, "p", THRESH_PROVISIONAL, 1, "default meaning");
    thresh_table_free(table);
}

/* So many symbols are looked at, each once; a table that has more is told no
 * more of them. */
static void
test_many_symbols(void **state) {
    (void)state;
    for (size_t most = 24; most <= 36; most += 12) {
        thr_buf text = {0};
        text_log log = {0};
        thr_buf_text(&text, "Port (Eurostat);Cars;Buses\n");
        for (size_t i = 0; i < most; i++) {
            static const char *const signs[] = {":", "..", "..."};
            thr_buf_text(&text, "North;");
            thr_buf_text(&text, signs[i / 12]);
            thr_buf_char(&text, "bcdefinprsuz"[i % 12]);
            thr_buf_text(&text, ";7\n");
        }
        thr_buf_text(&text, "North;x;7\n\nSymbols: x not applicable\n");
        thr_buf_char(&text, '\0');
        assert_false(text.failed);
        stream(text.ptr, &log);
        assert_int_equal(log_has(&log.warnings, "here \"x\" is said to mean"),
                         most < 32);
        free_log(&log);
        thr_buf_free(&text);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settled),
        cmocka_unit_test(test_offices),
        cmocka_unit_test(test_streamed),
        cmocka_unit_test(test_legend_above),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_flagged_symbol),
        cmocka_unit_test(test_zero_that_is_none),
        cmocka_unit_test(test_zero_in_a_legend),
        cmocka_unit_test(test_zero_with_a_flag),
        cmocka_unit_test(test_many_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
