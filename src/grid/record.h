/* One record: its cells, and the text that they were cut from.
 *
 *     Norway;8 276;"3 159"    ->   line 2: Norway | 8 276 | 3 159
 */
#ifndef THR_GRID_RECORD_H
#define THR_GRID_RECORD_H

#include "base/buf.h"
#include "base/str.h"

/* One printed cell. */
typedef struct thr_grid_cell {
    thresh_str text; /* as printed, quotes taken off */
    uint32_t column; /* in code points, or 0 where the record has lines */
    uint32_t field;  /* where it was printed, in a view of a record that shows
                        its cells elsewhere; or 0 */
    uint32_t span;   /* columns that a heading over aligned figures stands
                        over; 0 where nothing tells */
} thr_grid_cell;

/* One record. Its owner reuses it: nothing in it moves or dies before it is
 * filled again. */
typedef struct thr_record {
    uint64_t line;   /* its first */
    uint64_t number; /* as a record */
    uint64_t offset; /* of its first byte */
    thr_buf text;    /* the line, with THR_LINES_BEYOND bytes behind it, or
                        lines with "\n" between */
    thr_buf values;  /* what the cells show, where quoting was taken off */
    thr_grid_cell *cells;
    size_t ncells;
    size_t room;
    size_t filled;    /* cells that are not blank */
    size_t furniture; /* cells that are hidden: of the heading of a page */
    bool rule;        /* a line of ====, ---- or ____ between aligned lines: it
                         has no cells, and parts what stands above and below */
    bool top;         /* the first line of a printed page */
    bool heading;     /* found to stand over aligned rows */
    bool aligned; /* cut by places: the blanks before a label tell how deep it
                     stands */
} thr_record;

void thr_record_free(thr_record *record);

/* Make `copy`, which is empty, hold the cells of `record` and where it stood,
 * but not its text. False if memory is exhausted. */
bool thr_record_copy(thr_record *copy, const thr_record *record);

/* Cell `field`, counted from 1, trimmed; empty beyond the last. */
static inline thresh_str
thr_record_cell(const thr_record *record, size_t field) {
    if (field == 0 || field > record->ncells)
        return (thresh_str){NULL, 0};
    return thr_str_trim(record->cells[field - 1].text);
}

/* Whether it has cells, and all of them show the same text. */
bool thr_record_is_one(const thr_record *record);

/* What it says as a line of text: its one cell that is not blank, or the text
 * of all of them, or else all of the line, trimmed. */
thresh_str thr_record_text(const thr_record *record);

/* Where the record, or one of its cells, stands; field 0 is the record. */
thresh_place thr_record_place(const thr_record *record, size_t field);

#endif
