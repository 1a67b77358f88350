/* The notes of a table in Markdown. See markdown_notes.h. */
#include "write/markdown_notes.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/str.h"
#include "write/markdown_text.h"

bool
thr_markdown_notes_start(thr_markdown_notes *notes,
                         const thresh_table *table) {
    thr_markdown_notes_free(notes);
    notes->count = thresh_table_notes(table, &notes->items);
    notes->used = calloc(notes->count + 1, sizeof *notes->used);
    return notes->used != NULL;
}

void
thr_markdown_notes_free(thr_markdown_notes *notes) {
    free(notes->used);
    notes->used = NULL;
    notes->count = 0;
}

/* The first note marked `mark`, or THRESH_NONE. */
static size_t
find(const thr_markdown_notes *notes, thresh_str mark) {
    for (size_t i = 0; i < notes->count; i++)
        if (notes->items[i].kind == THRESH_NOTE && mark.len > 0
            && thr_str_equal(notes->items[i].mark, mark))
            return i;
    return THRESH_NONE;
}

/* Whether a label can be the mark itself: labels do not tell "A" from "a". */
static bool
is_label(thresh_str mark) {
    for (size_t i = 0; i < mark.len; i++) {
        char c = mark.ptr[i];
        if (!thr_is_lower(c) && !thr_is_digit(c))
            return false;
    }
    return mark.len > 0;
}

/* Append "[^1]", with its table if there are several "[^2-1]"; "[^note-3]" for
 * the third note, if its mark is "*". */
static void
add_label(const thr_markdown_notes *notes, size_t note, thr_buf *out) {
    thr_buf_text(out, "[^");
    if (notes->prefix > 0) {
        thr_buf_uint(out, notes->prefix);
        thr_buf_char(out, '-');
    }
    if (is_label(notes->items[note].mark)) {
        thr_buf_str(out, notes->items[note].mark);
    } else {
        thr_buf_text(out, "note-");
        thr_buf_uint(out, note + 1);
    }
    thr_buf_char(out, ']');
}

static void
add_plain(thresh_str mark, thr_buf *out) {
    thr_buf_char(out, '(');
    thr_markdown_add(out, mark);
    thr_buf_char(out, ')');
}

void
thr_markdown_notes_refer(thr_markdown_notes *notes, thresh_str marks,
                         bool after_text, thr_buf *out) {
    thresh_str mark;
    while (thr_str_next(&marks, ';', &mark)) {
        if (mark.len == 0)
            continue;
        size_t note = notes->plain ? THRESH_NONE : find(notes, mark);
        if (note == THRESH_NONE) {
            thr_buf_text(out, after_text ? " " : "");
            add_plain(mark, out);
        } else {
            notes->used[note] = true;
            add_label(notes, note, out);
        }
        after_text = true;
    }
}

/* The footnote of note `first`, with the texts of others of the same mark as
 * its further paragraphs. */
static void
write_footnote(const thr_markdown_notes *notes, size_t first, thr_buf *out) {
    add_label(notes, first, out);
    for (size_t i = first; i < notes->count; i++) {
        if (i != first
            && (notes->items[i].kind != THRESH_NOTE
                || !thr_str_equal(notes->items[i].mark,
                                  notes->items[first].mark)))
            continue;
        thr_buf_text(out, i == first ? ": " : "\n    ");
        thr_markdown_add_line(out, notes->items[i].text);
        thr_buf_char(out, '\n');
    }
}

static void
write_footnotes(const thr_markdown_notes *notes, thr_buf *out) {
    const char *before = "\n";
    for (size_t i = 0; i < notes->count; i++) {
        if (!notes->used[i])
            continue;
        thr_buf_text(out, before);
        write_footnote(notes, i, out);
        before = "";
    }
}

/* A note with a mark that no footnote tells. */
static bool
is_listed(const thr_markdown_notes *notes, size_t index) {
    const thresh_note *note = &notes->items[index];
    if (note->kind != THRESH_NOTE || note->mark.len == 0)
        return false;
    return !notes->used[find(notes, note->mark)];
}

static void
write_list(const thr_markdown_notes *notes, thr_buf *out) {
    const char *before = "\n";
    for (size_t i = 0; i < notes->count; i++) {
        if (!is_listed(notes, i))
            continue;
        thr_buf_text(out, before);
        thr_buf_text(out, "- ");
        add_plain(notes->items[i].mark, out);
        thr_buf_char(out, ' ');
        thr_markdown_add(out, notes->items[i].text);
        thr_buf_char(out, '\n');
        before = "";
    }
}

void
thr_markdown_notes_write(const thr_markdown_notes *notes, thr_buf *out) {
    write_footnotes(notes, out);
    write_list(notes, out);
    for (size_t i = 0; i < notes->count; i++) {
        const thresh_note *note = &notes->items[i];
        if (note->kind == THRESH_NOTE && note->mark.len > 0)
            continue;
        thr_buf_char(out, '\n');
        thr_markdown_add_line(out, note->text);
        thr_buf_char(out, '\n');
    }
}
