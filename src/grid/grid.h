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

#include "grid/dialect.h"
#include "grid/record.h"
#include "source/lines.h"

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

#endif
