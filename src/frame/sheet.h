/* A header as a grid: its lines are levels, counted from 0, and its fields are
 * those of the records.
 *
 *     level 0:  Citizenship | Total | To region         |
 *     level 1:              |       | Oslo and Akershus | Hedmark and Oppland
 */
#ifndef THR_FRAME_SHEET_H
#define THR_FRAME_SHEET_H

#include "frame/locate.h"
#include "frame/stagger.h"

/* Both are borrowed. */
typedef struct thr_sheet {
    const thr_window *window;
    const thr_location *location;
} thr_sheet;

static inline const thr_record *
thr_sheet_record(const thr_sheet *sheet, size_t level) {
    return thr_window_at(sheet->window, sheet->location->header + level);
}

static inline thresh_str
thr_sheet_text(const thr_sheet *sheet, size_t level, size_t field) {
    return thr_record_cell(thr_sheet_record(sheet, level), field);
}

static inline thr_stagger_cell
thr_sheet_cell(const thr_sheet *sheet, size_t level, size_t field) {
    return (thr_stagger_cell){sheet->location->header + level, field};
}

#endif
