/* The lines below a table: src/scan/notes.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "scan/notes.h"

static void
test_is_note(void **state) {
    (void)state;
    static const char *const notes[] = {
        "\xC2\xB9 Text", "1) Text",       "(1) Text",          "* Text",
        "1. Text",       "[Symbols](#)",  "Source: SSB",       "Sources: SSB",
        "KILDE: SSB",    "Quelle: X",     "Note: text",        "Notes. text",
        "Anm.: text",    "Merknad: text", "K\xC3\xA4lla: SCB",
    };
    static const char *const others[] = {
        "",          "Norway", "Sourcing: x", "Source",    "Note",
        "Notebooks", "2007",   "1 Norway",    "Nota bene", "The source: x",
    };
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        if (!thr_notes_is_note(thr_str(notes[i])))
            fail_msg("\"%s\" is a note", notes[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (thr_notes_is_note(thr_str(others[i])))
            fail_msg("\"%s\" is no note", others[i]);
}

static void
test_is_mark(void **state) {
    (void)state;
    static const char *const marks[] = {
        "1",        "12",  "1)",       "(1)",     "2.",
        "*",        "**",  "Note:",    "Source:", "KILDE:",
        "\xC2\xB9", "[1]", "[note 2]", "\\1",     "\xC2\xB9\xC2\xB2",
    };
    static const char *const others[] = {
        "",      "123",         "2007",     "a",   "Norway",       "1a2",
        "12345", "Men:",        "\xC3\x86", "[x]", "A long label", "Total.",
        "Note",  "Source: SSB", "1) Text",
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (!thr_notes_is_mark(thr_str(marks[i])))
            fail_msg("\"%s\" is a mark", marks[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (thr_notes_is_mark(thr_str(others[i])))
            fail_msg("\"%s\" is no mark", others[i]);
}

/* A note in columns is a line; a number in the first is its mark. */
static void
test_text(void **state) {
    (void)state;
    static const struct {
        const char *record;
        const char *text;
    } rows[] = {
        {"Text;;", "Text"},
        {"1;Preliminary;", "1) Preliminary"},
        {"1);Preliminary;", "1) Preliminary"},
        {"*;Text;;and more", "* Text and more"},
        {"Note:;Text", "Note: Text"},
        {"\xC2\xB9;Text", "\xC2\xB9 Text"},
        {";Text;more", "Text more"},
        {"2007;Text", "2007 Text"},
        {";1;Text", "1 Text"},
    };
    thr_notes notes = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        thresh_str text;
        open_records(&records, rows[i].record, ';', NULL);
        assert_int_equal(thr_notes_text(&notes,
                                        thr_window_at(&records.window, 0),
                                        &text, NULL),
                         THRESH_OK);
        if (!thr_str_equal(text, thr_str(rows[i].text)))
            fail_msg("\"%s\": \"%.*s\"", rows[i].record, THR_STR(text));
        close_records(&records);
    }
    thr_notes_free(&notes);
}

/* Give lines to the notes of a table, "" for what ends a note. */
static thresh_table *
read_notes(const char *const *lines) {
    thresh_table *table = thr_table_new(0);
    thr_notes notes = {0};
    for (uint64_t i = 0; lines[i] != NULL; i++) {
        thresh_note_kind kind;
        const char *reason = NULL;
        if (lines[i][0] == '\0') {
            assert_int_equal(thr_notes_end(&notes, table, NULL), THRESH_OK);
            continue;
        }
        assert_int_equal(thr_notes_line(&notes, table, thr_str(lines[i]),
                                        (thresh_place){.line = i + 1}, &kind,
                                        &reason, NULL),
                         THRESH_OK);
        assert_non_null(reason);
    }
    assert_int_equal(thr_notes_end(&notes, table, NULL), THRESH_OK);
    thr_notes_free(&notes);
    return table;
}

static void
test_notes(void **state) {
    (void)state;
    static const char *const lines[] = {
        "\xC2\xB9 Serbia and",
        "Montenegro",
        "separated.",
        "2) Moved.",
        "",
        "General note.",
        "",
        "Another.",
        "Source: Statistics",
        "Norway",
        "[Explanation of symbols](#)",
        "[More](#)",
        NULL,
    };
    static const struct {
        thresh_note_kind kind;
        const char *mark;
        const char *text;
        uint64_t line;
    } expected[] = {
        {THRESH_NOTE, "1", "Serbia and Montenegro separated.", 1},
        {THRESH_NOTE, "2", "Moved.", 4},
        {THRESH_NOTE, "", "General note.", 6},
        {THRESH_NOTE, "", "Another.", 8},
        {THRESH_SOURCE, "", "Source: Statistics Norway", 9},
        {THRESH_LEGEND, "", "Explanation of symbols", 11},
        {THRESH_NOTE, "", "More", 12},
    };
    thresh_table *table = read_notes(lines);
    const thresh_note *notes;
    assert_int_equal(thresh_table_notes(table, &notes),
                     sizeof expected / sizeof *expected);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_int_equal(notes[i].kind, expected[i].kind);
        assert_true(thr_str_equal(notes[i].mark, thr_str(expected[i].mark)));
        assert_true(thr_str_equal(notes[i].text, thr_str(expected[i].text)));
        assert_int_equal(notes[i].place.line, expected[i].line);
    }
    thresh_table_free(table);
}

/* The kind of a line that goes on is that of its note. */
static void
test_kind_goes_on(void **state) {
    (void)state;
    thresh_table *table = thr_table_new(0);
    thr_notes notes = {0};
    thresh_note_kind kind = THRESH_NOTE;
    const char *reason;
    thresh_place place = {.line = 1};
    assert_int_equal(thr_notes_line(&notes, table, THR_LIT("Source: a"), place,
                                    &kind, &reason, NULL),
                     THRESH_OK);
    assert_int_equal(kind, THRESH_SOURCE);
    kind = THRESH_NOTE;
    assert_int_equal(thr_notes_line(&notes, table, THR_LIT("and b"), place,
                                    &kind, &reason, NULL),
                     THRESH_OK);
    assert_int_equal(kind, THRESH_SOURCE);
    assert_int_equal(thresh_table_notes(table, NULL), 0); /* not ended */
    thr_notes_free(&notes);
    thresh_table_free(table);
}

/* In a delimited file, a note is its cell without quotes and delimiters. */
static void
test_delimited(void **state) {
    (void)state;
    thresh_table *table = load_text("T;;\n"
                                    "Land;A;B\n"
                                    "Norway;1;2\n"
                                    "Sweden;3;4\n"
                                    "\n"
                                    "\"1) One; two\";;\n"
                                    "Source: X;;\n",
                                    NULL, NULL);
    const thresh_note *notes;
    assert_non_null(table);
    assert_int_equal(thresh_table_notes(table, &notes), 2);
    assert_true(thr_str_equal(notes[0].mark, THR_LIT("1")));
    assert_true(thr_str_equal(notes[0].text, THR_LIT("One; two")));
    assert_int_equal(notes[1].kind, THRESH_SOURCE);
    assert_true(thr_str_equal(notes[1].text, THR_LIT("Source: X")));
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_note),      cmocka_unit_test(test_is_mark),
        cmocka_unit_test(test_text),         cmocka_unit_test(test_notes),
        cmocka_unit_test(test_kind_goes_on), cmocka_unit_test(test_delimited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
