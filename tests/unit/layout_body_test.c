/* What a record below a header is: src/layout/body.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

/* The roles of all lines of `text`, as their first letters: h header, d data,
 * g group, r repeated header, n note, s source, l legend, p page furniture,
 * t title or topic or table number, x rejected, a dot for a blank. */
static void
roles(const char *text, thr_buf *out) {
    static const char letters[] = {
        [THRESH_ROLE_BLANK] = '.',        [THRESH_ROLE_TOPIC] = 't',
        [THRESH_ROLE_TABLE_NUMBER] = 't', [THRESH_ROLE_TITLE] = 't',
        [THRESH_ROLE_HEADER] = 'h',       [THRESH_ROLE_REPEATED_HEADER] = 'r',
        [THRESH_ROLE_DATA] = 'd',         [THRESH_ROLE_GROUP] = 'g',
        [THRESH_ROLE_NOTE] = 'n',         [THRESH_ROLE_SOURCE] = 's',
        [THRESH_ROLE_LEGEND] = 'l',       [THRESH_ROLE_PAGE_FURNITURE] = 'p',
        [THRESH_ROLE_REJECTED] = 'x',
    };
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thresh_table *table;
    thresh_reader *reader;
    const thresh_read_options opts = {.listener = listener};
    thresh_result result;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, strlen(text), &opts, NULL),
        THRESH_OK);
    while ((result = thresh_table_load(&table, reader, NULL)) == THRESH_OK)
        thresh_table_free(table);
    assert_int_equal(result, THRESH_END);
    thresh_reader_close(reader);
    thresh_str rest = thr_buf_view(&log.lines), line;
    while (thr_str_next(&rest, '\n', &line))
        for (int role = 0; line.len > 0 && role <= THRESH_ROLE_REJECTED;
             role++) {
            thresh_str name = thr_str(thresh_role_name((thresh_role)role));
            thresh_str end = thr_str_from(
                line, line.len - (name.len < line.len ? name.len : 0));
            if (thr_str_equal(end, name)
                && line.ptr[line.len - name.len - 1] == ' ')
                thr_buf_char(out, letters[role]);
        }
    free_log(&log);
}

#define HEAD "Land;A;B\n"
#define ROWS "Norway;1;2\nSweden;3;4\n"

static const struct {
    const char *text;
    const char *roles;
} rows[] = {
    {HEAD ROWS, "hdd"},
    {"T\n\n" HEAD ROWS, "t.hdd"},
    /* a repeated header, after a blank or not; the whole of it */
    {HEAD ROWS "\n" HEAD ROWS, "hdd.rdd"},
    {HEAD ROWS HEAD ROWS, "hddrdd"},
    {HEAD ROWS "\n\n" HEAD "\n" ROWS, "hdd..r.dd"},
    {"Land;M;\n;A;B\n" ROWS "\nLand;M;\n;A;B\n" ROWS, "hhdd.rrdd"},
    /* ... with other blanks between its lines; but all of them */
    {"Land;M;;N\n\n;A;B;C\n" ROWS "Land;M;;N\n;A;B;C\n" ROWS, "h.hddrrdd"},
    {"Land;M;;N\n;A;B;C\n" ROWS "\nLand;M;;N\n\n\n;A;B;C\n" ROWS,
     "hhdd.r..rdd"},
    {"Land;M;;N\n;A;B;C\n" ROWS "\nLand;M;;N\n\n;A;B;D\n" ROWS, "hhdd.h.hdd"},
    /* trailing blanks do not make it another */
    {HEAD ROWS "\nLand;A;B;;\n" ROWS, "hdd.rdd"},
    /* the caption again */
    {"T\n\n" HEAD ROWS "\nT\n\n" HEAD ROWS, "t.hdd.p.rdd"},
    {"11\nT\n\n" HEAD ROWS "\n11\nT\n\n" HEAD ROWS, "tt.hdd.pp.rdd"},
    /* another caption above the same header: another table */
    {"T\n\n" HEAD ROWS "\nU\n\n" HEAD ROWS, "t.hdd.t.hdd"},
    /* another header: another table */
    {HEAD ROWS "\nLand;C;D\n" ROWS, "hdd.hdd"},
    {HEAD ROWS "\nU\n\nLand;C;D\n" ROWS, "hdd.t.hdd"},
    {HEAD ROWS "\nLand;2006;2007\n" ROWS, "hdd.hdd"},
    /* labels among the rows */
    {HEAD "Europe\n" ROWS "Asia\nIndia;5;6\n", "hgddgd"},
    {HEAD ROWS "\nAsia\nIndia;5;6\n", "hdd.gd"},
    /* blanks between rows */
    {HEAD "Norway;1;2\n\nSweden;3;4\n", "hd.d"},
    /* values that look like years */
    {HEAD "Norway;1;2\nSweden;2001;2002\nDenmark;1;2\n", "hddd"},
    {HEAD "Norway;1;2\n\nSweden;1805;2002\nDenmark;1;2\n", "hd.dd"},
    /* notes: below, in between, on several lines */
    {HEAD ROWS "\n1) Note\n", "hdd.n"},
    {HEAD ROWS "1) Note\n", "hddn"},
    {HEAD ROWS "\n1) Note\ngoes on\n\nGeneral\n", "hdd.nn.n"},
    {HEAD ROWS "\nSource: X\n[Symbols](#)\n", "hdd.sl"},
    {HEAD ROWS "\n1) Note\n\n" HEAD "India;5;6\n", "hdd.n.rd"},
    {HEAD ROWS "\n1) Note\ngoes on\n" HEAD "India;5;6\n", "hdd.nnrd"},
    {HEAD ROWS "\n1) Note\n\nU\n\n" HEAD "India;5;6\n", "hdd.n.t.hd"},
    {HEAD ROWS "\n1) Note\ngoes on\nLand;C;D\n" ROWS, "hdd.nnhdd"},
    {HEAD ROWS "\n1) Note\nIndia;5;6\n", "hdd.nd"},
    {HEAD ROWS "1. Asia\nIndia;5;6\n", "hddgd"},
    /* texts in columns: a row, or a note with delimiters */
    {HEAD "Norway;few;many\nSweden;1;2\nDenmark;3;4\n", "hhdd"},
    {HEAD "Norway;1;2\nSweden;few;many\nDenmark;3;4\n", "hddd"},
    {HEAD ROWS "\n1) Note; with one\n", "hdd.n"},
    {HEAD ROWS "\nGeneral; with one\n", "hdd.n"},
    /* with the mark in a cell of its own */
    {HEAD ROWS "1);Note;\n", "hddn"},
    {HEAD ROWS "\n1;Note;with more\n", "hdd.n"},
    {HEAD ROWS "\nNote:;One\n2;Two\n", "hdd.nn"},
    {HEAD ROWS "Notes\n", "hddn"},
    {HEAD ROWS "Denmark;x;few\n", "hddd"},
    /* a symbol, and what it means; not of a country */
    {HEAD ROWS "\nSpecial values\n:;not available\n", "hdd.nl"},
    {HEAD ROWS "\n:;not available\nc;confidential\n", "hdd.ll"},
    {HEAD ROWS "Asia\nIran;not available\n", "hddgd"},
    /* texts like those of the rows above are rows behind blanks too */
    {HEAD ROWS "A;few;many\nB;few;some\nC;few;some\n\nD;few;some\nE;1;2\n",
     "hddddd.dd"},
    {HEAD ROWS "A;few;many\n\nD;few;some\nE;1;2\n", "hddd.hd"},
    /* a year alone among years is a row without values */
    {"Year;A;B\n2005;1;2\n2006\n2007;3;4\n", "hddd"},
    {"Year;A;B\n2005;1;2\n\n2006*\n\n2007;3;4\n", "hd.d.d"},
    {"Year;A;B\n2005;1;2\n2006\nNorway;3;4\n", "hdgd"},
};

static void
test_roles(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_buf out = {0};
        roles(rows[i].text, &out);
        if (!thr_str_equal(thr_buf_view(&out), thr_str(rows[i].roles)))
            fail_msg("%s: %.*s, not %s", rows[i].text,
                     THR_STR(thr_buf_view(&out)), rows[i].roles);
        thr_buf_free(&out);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
