/* The notes of a table in Markdown: a reference where a mark stands, the texts
 * below the table.
 *
 *     Serbia[^1]                    footnotes
 *     [^1]: 1st November 2006 ...
 *
 *     Serbia (1)                    plain
 *     - (1) 1st November 2006 ...
 *
 * A mark without a note, and a note that no mark leads to, are printed plainly
 * always: a footnote needs both, or it would not be shown. */
#ifndef THR_WRITE_MARKDOWN_NOTES_H
#define THR_WRITE_MARKDOWN_NOTES_H

#include "thresh/table.h"

#include "base/buf.h"

typedef struct thr_markdown_notes {
    const thresh_note *items;
    size_t count;
    bool *used;    /* for each: a footnote refers to it */
    bool plain;    /* no footnotes */
    size_t prefix; /* number of the table in the labels; 0 = not told */
} thr_markdown_notes;

/* Take the notes of `table`; `plain` and `prefix` are set. False if memory is
 * exhausted. */
bool thr_markdown_notes_start(thr_markdown_notes *notes,
                              const thresh_table *table);

/* Append references for "1;2". A blank parts a plain one from a text before
 * it. */
void thr_markdown_notes_refer(thr_markdown_notes *notes, thresh_str marks,
                              bool after_text, thr_buf *out);

/* Append the notes, sources and legends, each part after a blank line. */
void thr_markdown_notes_write(const thr_markdown_notes *notes, thr_buf *out);

void thr_markdown_notes_free(thr_markdown_notes *notes);

#endif
