/* Lines of aligned text to cells: src/aligned/fixed.c, and the cutting of rows
 * and headings that it calls. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "aligned/fixed.h"
#include "aligned_text.h"
#include "base/buf.h"
#include "base/str.h"

/* One line for each line: its cells with "|" between, "=" for a rule, "!"
 * before a row that does not fit. */
static void
add_line(thr_buf *out, const thr_fixed *fixed, size_t line, thresh_str text) {
    const thr_fixed_line *cut = &fixed->lines[line];
    size_t column = 0;
    if (cut->misfit)
        thr_buf_char(out, '!');
    if (cut->rule)
        thr_buf_char(out, '=');
    for (size_t i = 0; i < cut->count; i++) {
        const thr_piece *piece = &fixed->pieces.items[cut->first + i];
        for (; column < piece->column; column++)
            thr_buf_char(out, '|');
        thr_buf_str(out, thr_str_slice(text, piece->from, piece->to));
    }
    thr_buf_char(out, '\n');
}

static void
check(const char *text, const char *expected) {
    aligned_text aligned;
    thr_fixed fixed = {0};
    thr_buf out = {0};
    aligned_open(&aligned, text);
    assert_true(thr_fixed_cut(&fixed, aligned.lines, aligned.count, true));
    assert_int_equal(fixed.settled, aligned.count);
    for (size_t i = 0; i < aligned.count; i++)
        add_line(&out, &fixed, i, aligned.lines[i]);
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, expected);
    thr_buf_free(&out);
    thr_fixed_free(&fixed);
    aligned_close(&aligned);
}

static void
test_whole(void **state) {
    (void)state;
    check("Table 1. Ships and boats\n"
          "                  Vessels\n"
          "Harbour        Ships  Boats\n"
          "---------------------------\n"
          " Oslo          1 234     12\n"
          "   Inner part    234     11\n"
          "\n"
          " Troms ......     34      1\n"
          "Source: our own count,  12 of them\n",
          "Table 1. Ships and boats\n"
          "|Vessels\n"
          "Harbour|Ships|Boats\n"
          "=\n"
          " Oslo|1 234|12\n"
          "   Inner part|234|11\n"
          "\n"
          " Troms|34|1\n"
          "Source: our own count,  12 of them\n");
}

static void
test_not_tables(void **state) {
    (void)state;
    check("a letter\n\nabout   nothing\n", "a letter\n\nabout   nothing\n");
    /* two columns of prose */
    check("It was a dark and stormy      and so they went, all of\n"
          "night, and 12 of them were    them, at 11 o'clock or so,\n"
          "lost in the woods, while 3    to look for the 9 others\n",
          "It was a dark and stormy      and so they went, all of\n"
          "night, and 12 of them were    them, at 11 o'clock or so,\n"
          "lost in the woods, while 3    to look for the 9 others\n");
    /* one row without a heading */
    check("Harbour  12  13\n", "Harbour  12  13\n");
}

static void
test_staggered(void **state) {
    (void)state;
    check("                     Opening balance\n"
          "           Closing   ______________\n"
          "Type of    balance             This\n"
          "account     today    Today    month\n"
          "___________________________________\n"
          "Paper      $   12   $    3   $   14\n"
          "Gold           11        4        5\n",
          "||Opening balance\n"
          "|Closing\n"
          "Type of|balance||This\n"
          "account|today|Today|month\n"
          "=\n"
          "Paper|12|3|14\n"
          "Gold|11|4|5\n");
}

static void
test_spanners(void **state) {
    (void)state;
    check("              Men               Women\n"
          "         2012     2013     2012     2013\n"
          "Oslo      234      235      334      335\n"
          "Troms      34       35       44       45\n",
          "|Men||Women\n"
          "|2012|2013|2012|2013\n"
          "Oslo|234|235|334|335\n"
          "Troms|34|35|44|45\n");
    check("                       Percent change\n"
          "          All       by year   by month\n"
          "Oslo      234           3.5        0.5\n"
          "Troms      34           4.5        0.4\n",
          "||Percent change\n"
          "|All|by year|by month\n"
          "Oslo|234|3.5|0.5\n"
          "Troms|34|4.5|0.4\n");
    /* nearest to a column behind those whose headings recur */
    check("                    Women                       Men\n"
          "          No  Share of the total    No  Share of the total\n"
          "Oslo      12  1234.5                13  2234.5   31\n"
          "Troms     14  1236.5                17  2236.5   33\n",
          "|Women||Men\n|No|Share of the total|No|Share of|the total\n"
          "Oslo|12|1234.5|13|2234.5|31\n"
          "Troms|14|1236.5|17|2236.5|33\n");
    /* a little off the middle of all columns; at one of them */
    check(
        "                                       Kind\n"
        "                Sail                 Motor                  Oar\n"
        "           no.      Size         no.      Size       no.      Size\n"
        "Oslo        12       5.5         112       7.5       212       3.5\n"
        "Troms       24       6.5         124       8.5       224       4.5\n",
        "|Kind\n"
        "|Sail||Motor||Oar\n"
        "|no.|Size|no.|Size|no.|Size\n"
        "Oslo|12|5.5|112|7.5|212|3.5\n"
        "Troms|24|6.5|124|8.5|224|4.5\n");
    check("                                                 Kind\n"
          "         no.    Size     no.    Size     no.     Size\n"
          "Oslo      12     5.5     112     7.5     212      3.5\n"
          "Troms     24     6.5     124     8.5     224      4.5\n",
          "||||||Kind\n"
          "|no.|Size|no.|Size|no.|Size\n"
          "Oslo|12|5.5|112|7.5|212|3.5\n"
          "Troms|24|6.5|124|8.5|224|4.5\n");
}

static void
test_touching_headings(void **state) {
    (void)state;
    check("          Number Share of\n"
          "                    all\n"
          "Oslo        234      3.5\n"
          "Troms        34      4.5\n",
          "|Number|Share of\n"
          "||all\n"
          "Oslo|234|3.5\n"
          "Troms|34|4.5\n");
    /* the rest of a word above */
    check("                   Under-\n"
          "                  weight Weight\n"
          "           None     only   only  Both\n"
          "Oslo        234      335    112   118\n"
          "Troms        34       35     11    18\n",
          "||Under-\n"
          "||weight|Weight\n"
          "|None|only|only|Both\n"
          "Oslo|234|335|112|118\n"
          "Troms|34|35|11|18\n");
}

/* Words that end where figures do, one blank before the next, and those above
 * them, whose own line above has two. */
static void
test_parted_headings(void **state) {
    (void)state;
    check("         National  Boats in use\n"
          "      total boats without crews    Crews\n"
          "           in use before repair     sent\n"
          "Oslo          234           335       17\n"
          "Troms          34            35        7\n",
          "|National|Boats in use\n"
          "|total boats|without crews|Crews\n"
          "|in use|before repair|sent\n"
          "Oslo|234|335|17\n"
          "Troms|34|35|7\n");
}

/* A title goes on where its words start, and is no heading; nor is a unit in
 * brackets, above all headings. */
static void
test_title_above_headings(void **state) {
    (void)state;
    check("Table 4.  Boats and crews of the north\n"
          "          in harbour\n"
          "               [In hundreds]\n"
          "          Boats    Crews\n"
          "Oslo        234      335\n"
          "Troms        34       35\n",
          "Table 4.  Boats and crews of the north\n"
          "          in harbour\n"
          "               [In hundreds]\n"
          "|Boats|Crews\n"
          "Oslo|234|335\n"
          "Troms|34|35\n");
}

/* Two headings near one column, the next one free. */
static void
test_pushed_headings(void **state) {
    (void)state;
    check("          only  Both   None\n"
          "Oslo       234      335  12\n"
          "Troms       34       35   1\n",
          "|only|Both|None\n"
          "Oslo|234|335|12\n"
          "Troms|34|35|1\n");
}

static void
test_rows(void **state) {
    (void)state;
    /* a label runs on over a blank cell, a text stands right of all columns */
    check("Oslo      12   13\n"
          "Troms      2   14  provisional\n"
          "Vestland, west of 16\n"
          "Agder      3    4\n",
          "Oslo|12|13\n"
          "Troms|2|14|provisional\n"
          "Vestland, west of 16\n"
          "Agder|3|4\n");
    /* a note mark behind a number */
    check("Oslo      12  13\n"
          "Troms      2  14 (1)\n"
          "Agder      3   4\n",
          "Oslo|12|13\n"
          "Troms|2|14 (1)\n"
          "Agder|3|4\n");
    /* stars that fill a field */
    check("1880  -21  -22****\n"
          "1881  -11  -12 -13\n"
          "1882  -13  -14 -15\n",
          "1880|-21|-22|****\n"
          "1881|-11|-12|-13\n"
          "1882|-13|-14|-15\n");
    /* text columns with one blank between */
    check("01  Autauga, Alabama   US   12   3\n"
          "02  Bibb, Alabama      US   13   4\n"
          "03  Cherokee, AlabamaX US    1   5\n",
          "01|Autauga, Alabama|US|12|3\n"
          "02|Bibb, Alabama|US|13|4\n"
          "03|Cherokee, AlabamaX|US|1|5\n");
}

static void
test_misfits(void **state) {
    (void)state;
    check("Region        Total     Men\n"
          "Oslo        548 617 268 942\n"
          "Troms and the long name 154 642  77 893\n",
          "Region|Total|Men\n"
          "Oslo|548 617|268 942\n"
          "!Troms and the long name|154 642|77 893\n");
    check("Oslo      12   13\n"
          "Troms      2   14\n"
          "The parts of the country   4   5   7\n"
          "Agder      3    4\n"
          "Rogaland   8    4\n",
          "Oslo|12|13\n"
          "Troms|2|14\n"
          "!The parts of the country   4   5   7\n"
          "Agder|3|4\n"
          "Rogaland|8|4\n");
}

static void
test_rules(void **state) {
    (void)state;
    check("| Harbour |  Ships |  Boats |\n"
          "|---------+--------+--------|\n"
          "| Oslo    |    234 |     12 |\n"
          "| Troms   |     34 |        |\n",
          " Harbour|Ships|Boats\n"
          "=\n"
          " Oslo|234|12\n"
          " Troms|34\n");
    check("Harbour :  Ships :  Boats\n"
          "========:========:=======\n"
          "Oslo    :    234 :     12\n"
          "Troms   :     34 :      2\n",
          "Harbour|Ships|Boats\n"
          "=\n"
          "Oslo|234|12\n"
          "Troms|34|2\n");
}

static void
test_pages(void **state) {
    (void)state;
    aligned_text aligned;
    thr_fixed fixed = {0};
    aligned_open(&aligned, "Harbour   12   13\n"
                           "Oslo       2    3\n"
                           "\fPage 2\n"
                           "Harbour   12   13\n"
                           "Oslo       2    3\n");
    assert_true(thr_fixed_cut(&fixed, aligned.lines, aligned.count, true));
    assert_false(fixed.lines[1].top);
    assert_true(fixed.lines[2].top);
    /* the form feed is not part of the text */
    assert_int_equal(fixed.pieces.items[fixed.lines[2].first].from, 1);
    assert_int_equal(fixed.rows, 4);
    thr_fixed_free(&fixed);
    aligned_close(&aligned);
}

/* Many rows in one block, the last lines held back, and what follows read in
 * the same columns. */
static void
test_windows(void **state) {
    (void)state;
    enum { ROW = 16, ROWS = 600 };
    static char text[ROW * ROWS + 1];
    for (size_t i = 0; i < ROWS; i++)
        memcpy(text + i * ROW,
               i % 2 ? "a     12    345\n" : "bcd    2      1\n", ROW);
    if (ROWS > THR_FIXED_LINES + 40) /* a value only in the second window */
        memcpy(text + (THR_FIXED_LINES + 40) * ROW, "bcd           1\n", ROW);
    aligned_text aligned;
    thr_fixed fixed = {0};
    aligned_open(&aligned, text);
    size_t at = 0;
    while (at < aligned.count) {
        size_t some = aligned.count - at;
        bool ended = some <= THR_FIXED_LINES;
        assert_true(thr_fixed_cut(&fixed, aligned.lines + at,
                                  ended ? some : THR_FIXED_LINES, ended));
        assert_true(fixed.settled > 0);
        assert_int_equal(fixed.frozen, !ended);
        for (size_t i = 0; i < fixed.settled; i++)
            assert_int_equal(fixed.lines[i].columns, 3);
        at += fixed.settled;
    }
    assert_int_equal(at, ROWS);
    thr_fixed_free(&fixed);
    aligned_close(&aligned);
}

/* A block that starts late in the window waits for more lines. */
static void
test_put_off(void **state) {
    (void)state;
    aligned_text aligned;
    thr_fixed fixed = {0};
    aligned_open(&aligned, "A title\n"
                           "\n"
                           "         Ships   Boats\n"
                           "Oslo        12      13\n"
                           "Troms        1       3\n");
    assert_true(thr_fixed_cut(&fixed, aligned.lines, aligned.count, false));
    assert_int_equal(fixed.settled, 2);
    assert_true(
        thr_fixed_cut(&fixed, aligned.lines + 2, aligned.count - 2, false));
    assert_int_equal(fixed.settled, 3);
    assert_true(fixed.frozen);
    thr_fixed_free(&fixed);
    aligned_close(&aligned);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_not_tables),
        cmocka_unit_test(test_staggered),
        cmocka_unit_test(test_spanners),
        cmocka_unit_test(test_touching_headings),
        cmocka_unit_test(test_pushed_headings),
        cmocka_unit_test(test_parted_headings),
        cmocka_unit_test(test_title_above_headings),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_misfits),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_windows),
        cmocka_unit_test(test_put_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
