/* The lines below a table to its notes.
 *
 *     ¹ 1st November 2006 Serbia and        note, mark 1
 *     Montenegro separated.                 ... goes on
 *     Source: Statistics Norway             source
 *     [Explanation of symbols](#)           legend
 */
#ifndef THR_SCAN_NOTES_H
#define THR_SCAN_NOTES_H

#include "model/table.h"
#include "scan/window.h"
#include "thresh/reader.h"

/* The note whose end is not known yet. */
typedef struct thr_notes {
    bool open;
    thresh_note_kind kind;
    thresh_place place;
    thr_buf mark;
    thr_buf text;
    thr_buf line; /* the record at hand */
} thr_notes;

/* Whether a line looks like a note by itself: it starts with a mark, or with
 * a word such as "Source", or is a link. */
bool thr_notes_is_note(thresh_str line);

/* Whether it starts with such a word. */
bool thr_notes_has_word(thresh_str line);

/* Whether a cell holds nothing but what stands before a note: "1", "*",
 * "Note:". */
bool thr_notes_is_mark(thresh_str cell);

/* The letters that the notes among the records from `from` to before `end`
 * start with, "(a)", "(b)" and so on, below all rows: what they mark
 * (letter_mark.h). */
uint32_t thr_notes_letters(const thr_window *window, size_t from, size_t end);

/* A record as a line of text, which lives until the next call: its cells with
 * blanks between, and a number in the first as a mark: "1) Preliminary". */
thresh_result thr_notes_text(thr_notes *notes, const thr_record *record,
                             thresh_str *out, thresh_error *err);

/* The role of the lines of a note. */
thresh_role thr_notes_role(thresh_note_kind kind);

/* Take a line; it goes on with the note before if that is still open and the
 * line does not start one. `*kind` and `*reason` say what it was taken for. */
thresh_result thr_notes_line(thr_notes *notes, thresh_table *table,
                             thresh_str line, thresh_place place,
                             thresh_note_kind *kind, const char **reason,
                             thresh_error *err);

/* End the open note, if any, and add it to the table. */
thresh_result thr_notes_end(thr_notes *notes, thresh_table *table,
                            thresh_error *err);

void thr_notes_free(thr_notes *notes);

#endif
