#include "write/markdown_notes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"

static const thresh_note several[] = {
    {.mark = {"1", 1}, .text = {"- first", 7}},
    {.mark = {"A", 1}, .text = {"capital", 7}},
    {.mark = {"*", 1}, .text = {"star", 4}},
    {.mark = {"1", 1}, .text = {"2. first again", 14}},
    {.mark = {"9", 1}, .text = {"never used", 10}},
    {.text = {"# general", 9}},
    {.kind = THRESH_LEGEND, .text = {"- nil", 5}},
    {.kind = THRESH_SOURCE, .mark = {"7", 1}, .text = {"Office", 6}},
};

static thresh_table *
table_with_notes(void) {
    thresh_table *table = make_frame();
    assert_non_null(table);
    for (size_t i = 0; i < sizeof several / sizeof *several; i++)
        assert_int_equal(thr_table_add_note(table, &several[i], NULL),
                         THRESH_OK);
    table->loaded = true;
    return table;
}

/* Refer to `marks` after a text, write the notes, and compare both. */
static void
assert_notes(thr_markdown_notes *notes, const char *marks,
             const char *references, const char *texts) {
    thresh_table *table = table_with_notes();
    thr_buf out = {0};
    assert_true(thr_markdown_notes_start(notes, table));
    thr_markdown_notes_refer(notes, thr_str(marks), true, &out);
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, references);
    thr_buf_clear(&out);
    thr_markdown_notes_write(notes, &out);
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, texts);
    thr_buf_free(&out);
    thr_markdown_notes_free(notes);
    thresh_table_free(table);
}

static void
test_footnotes_have_safe_labels_and_lose_nothing(void **state) {
    (void)state;
    thr_markdown_notes notes = {0};
    assert_notes(&notes, "1;A;*;8;7", "[^1][^note-2][^note-3] (8) (7)",
                 "\n[^1]: \\- first\n"
                 "\n    2\\. first again\n"
                 "[^note-2]: capital\n"
                 "[^note-3]: star\n"
                 "\n- (9) never used\n"
                 "\n\\# general\n"
                 "\n\\- nil\n"
                 "\nOffice\n");
}

static void
test_labels_tell_the_table_where_there_are_several(void **state) {
    (void)state;
    thr_markdown_notes notes = {.prefix = 2};
    assert_notes(&notes, "A", "[^2-note-2]",
                 "\n[^2-note-2]: capital\n"
                 "\n- (1) - first\n- (\\*) star\n"
                 "- (1) 2. first again\n- (9) never used\n"
                 "\n\\# general\n\n\\- nil\n\nOffice\n");
}

static void
test_plain_notes_are_a_list(void **state) {
    (void)state;
    thr_markdown_notes notes = {.plain = true};
    assert_notes(&notes, "1;*", " (1) (\\*)",
                 "\n- (1) - first\n- (A) capital\n- (\\*) star\n"
                 "- (1) 2. first again\n- (9) never used\n"
                 "\n\\# general\n\n\\- nil\n\nOffice\n");
}

static void
test_nothing_parts_a_plain_mark_from_no_text(void **state) {
    (void)state;
    thr_markdown_notes notes = {.plain = true};
    thr_buf out = {0};
    thr_markdown_notes_refer(&notes, THR_LIT("1;2"), false, &out);
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, "(1) (2)");
    thr_buf_free(&out);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_footnotes_have_safe_labels_and_lose_nothing),
        cmocka_unit_test(test_labels_tell_the_table_where_there_are_several),
        cmocka_unit_test(test_plain_notes_are_a_list),
        cmocka_unit_test(test_nothing_parts_a_plain_mark_from_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
