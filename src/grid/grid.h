/* Lines to records of cells.
 *
 *     Norway;8 276;"3 159"    ->   record 2, line 2: Norway | 8 276 | 3 159
 *
 * The first lines are held back until the dialect is known; from then on a
 * record is handed out as soon as its last line is there. A quoted cell may
 * hold line ends. A quote that never closes, or not at the end of its cell, is
 * taken for plain text, with a warning, so that it cannot swallow the lines
 * below it.
 *
 * Where columns are aligned with blanks, a window of lines is held back all
 * the time, and a record is one line of it, cut by aligned/fixed.
 */
#ifndef THR_GRID_GRID_H
#define THR_GRID_GRID_H

#include "base/buf.h"
#include "base/str.h"
#include "grid/dialect.h"
#include "source/lines.h"

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
    bool aligned; /* cut by places: the blanks before a label tell how deep it
                     stands */
} thr_record;

typedef struct thr_grid_limits {
    uint32_t max_fields;
    uint32_t window; /* lines to detect the dialect over, and to look for
                        aligned columns in */
    uint64_t skip;   /* leading lines that are no part of the input */
    size_t memory;   /* bytes for the lines that are held back; 0 = no limit */
} thr_grid_limits;

typedef struct thr_grid thr_grid;

/* A grid over `lines`, which must outlive it; NULL if memory is exhausted. */
thr_grid *thr_grid_new(thr_lines *lines, const thr_grid_limits *limits,
                       char delimiter, const thresh_listener *listener);
void thr_grid_free(thr_grid *grid);

/* Detect the dialect, if it is not known yet, and lend it. */
thresh_result thr_grid_dialect(thr_grid *grid, const thr_dialect **out,
                               thresh_error *err);

/* Fill `record` with the next record, or THRESH_END. */
thresh_result thr_grid_next(thr_grid *grid, thr_record *record,
                            thresh_error *err);

/* Look at the next line as it stands, if nothing is held back before it, and
 * cells end at a delimiter; `*number` is that of its record. If not, `*found`
 * is false and thr_grid_next() has to read it. Fails as that does. */
thresh_result thr_grid_peek(thr_grid *grid, thr_line *out, uint64_t *number,
                            bool *found, thresh_error *err);

/* THRESH_E_LIMIT where the lines that are held back, and `more` bytes that the
 * caller holds back as records up to `line`, are more than they may be. */
thresh_result thr_grid_check_held(const thr_grid *grid, size_t more,
                                  uint64_t line, thresh_error *err);

/* Pass over the line that was found last, as one record. */
void thr_grid_pass(thr_grid *grid);

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
