/* The lines above a header: src/frame/caption.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/caption.h"
#include "read_text.h"

#define TABLE "\nLand;M;F\nNorway;1;2\nSweden;3;4\n"

typedef struct caption_row {
    const char *text;
    const char *topic;
    const char *number;
    const char *title;
    const char *lines; /* their roles, in order */
} caption_row;

static void
check_captions(const caption_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        text_log log = {0};
        thresh_listener listener = log_listener(&log);
        thresh_table *table = load_text(rows[i].text, &listener, NULL);
        if (table == NULL)
            fail_msg("no table in \"%s\"", rows[i].text);
        const thresh_caption *caption = thresh_table_caption(table);
        if (!thr_str_equal(caption->title, thr_str(rows[i].title)))
            fail_msg("title %.*s", THR_STR(caption->title));
        assert_true(thr_str_equal(caption->topic, thr_str(rows[i].topic)));
        assert_true(thr_str_equal(caption->number, thr_str(rows[i].number)));
        if (!thr_str_starts(thr_buf_view(&log.lines), thr_str(rows[i].lines)))
            fail_msg("\"%s\": %.*s", rows[i].text,
                     THR_STR(thr_buf_view(&log.lines)));
        thresh_table_free(table);
        free_log(&log);
    }
}

static void
test_caption(void **state) {
    (void)state;
    static const caption_row rows[] = {
        {"[Migration](#)\n\n11\n\nPersons. 2007\n" TABLE, "Migration", "11",
         "Persons. 2007",
         "line 1 topic\nline 2 blank\nline 3 table_number\nline 4 blank\n"
         "line 5 title\n"},
        {"Persons. 2007\n" TABLE, "", "", "Persons. 2007", "line 1 title\n"},
        {TABLE, "", "", "", "line 1 blank\nline 2 header\n"},
        /* wrapped */
        {"Persons, by land\nand sex. 2007\n" TABLE, "", "",
         "Persons, by land and sex. 2007", "line 1 title\nline 2 title\n"},
        /* a number before the title */
        {"Table 3.1. Persons\n" TABLE, "", "3.1", "Persons", "line 1 title\n"},
        {"Table 3.1\nPersons\n" TABLE, "", "3.1", "Persons",
         "line 1 table_number\nline 2 title\n"},
        /* blocks further above are the topic */
        {"Statistics\nof Norway\n\nPersons\n" TABLE, "Statistics of Norway",
         "", "Persons", "line 1 topic\nline 2 topic\nline 3 blank\n"},
        /* in a cell, in quotes, cut at commas */
        {"\"Persons; all\";;\n" TABLE, "", "", "Persons; all",
         "line 1 title\n"},
        {"Persons; all; of them\n" TABLE, "", "", "Persons; all; of them",
         "line 1 title\n"},
        /* not two numbers: the second is text */
        {"11\n\n12\n\nPersons\n" TABLE, "12", "11", "Persons",
         "line 1 table_number\nline 2 blank\nline 3 topic\n"},
    };
    check_captions(rows, sizeof rows / sizeof *rows);
}

static void
test_text_below_the_title(void **state) {
    (void)state;
    static const caption_row rows[] = {
        /* the number tells the title, whatever stands below it */
        {"Table 7. Boats: 2008\n\nSee notes\n" TABLE, "", "7", "Boats: 2008",
         "line 1 title\nline 2 blank\nline 3 title\n"},
        {"Yearbook\n\nTable 7: Boats\n\nNorth\n" TABLE, "Yearbook", "7",
         "Boats", "line 1 topic\nline 2 blank\nline 3 title\n"},
        /* but not where a sentence speaks of it */
        {"Table 7 shows boats.\n\nBoats\n" TABLE, "Table 7 shows boats.", "",
         "Boats", "line 1 topic\n"},
        /* what is in brackets is no title, if there is another */
        {"Boats\n\n[In thousands]\n" TABLE, "", "", "Boats",
         "line 1 title\nline 2 blank\nline 3 title\n"},
        {"[In thousands]\n" TABLE, "", "", "[In thousands]", "line 1 title\n"},
    };
    check_captions(rows, sizeof rows / sizeof *rows);
}

static void
test_what_the_title_says(void **state) {
    (void)state;
    thresh_table *table = load_text("Persons, by land and sex. 2007\n" TABLE,
                                    NULL, NULL);
    const thresh_caption *caption = thresh_table_caption(table);
    assert_true(thr_str_equal(caption->measure, THR_LIT("Persons")));
    assert_true(thr_str_equal(caption->period, THR_LIT("2007")));
    assert_true(thr_str_equal(caption->stubhead, THR_LIT("Land")));
    assert_int_equal(caption->unit.len, 0);
    thresh_table_free(table);
}

static void
test_has(void **state) {
    (void)state;
    const thresh_caption caption = {.title = THR_LIT("Persons. 2007"),
                                    .number = THR_LIT("11"),
                                    .topic = THR_LIT("Migration")};
    static const char *const same[] = {
        "Persons. 2007",  "Table 11. Persons. 2007",
        "Table 11",       "11",
        "[Migration](#)", "Migration",
    };
    static const char *const others[] = {
        "",   "Persons",  "Persons. 2008", "Table 12. Persons. 2007",
        "12", "Table 12", "[Health](#)",   "Table 11. Health",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (!thr_caption_has(&caption, thr_str(same[i])))
            fail_msg("\"%s\"", same[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (thr_caption_has(&caption, thr_str(others[i])))
            fail_msg("\"%s\"", others[i]);
    assert_false(thr_caption_has(&(thresh_caption){0}, THR_LIT("")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_caption),
        cmocka_unit_test(test_text_below_the_title),
        cmocka_unit_test(test_what_the_title_says),
        cmocka_unit_test(test_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
