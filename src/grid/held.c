/* The memory of lines that are held back. See held.h. */
#include "grid/held.h"

#include "base/error.h"
#include "source/lines.h"

void
thr_held_copy(thr_buf *text, thresh_str line) {
    thr_buf_clear(text);
    (void)thr_buf_reserve(text, line.len + THR_LINES_BEYOND);
    thr_buf_str(text, line);
    thr_buf_fill(text, ' ', THR_LINES_BEYOND);
    text->len = text->failed ? 0 : line.len;
}

size_t
thr_held_by(const thr_record *record) {
    return record->text.room + record->values.room
           + record->room * sizeof *record->cells;
}

thresh_result
thr_held_check(size_t bytes, size_t limit, uint64_t line, thresh_error *err) {
    if (limit == 0 || bytes <= limit)
        return THRESH_OK;
    thresh_place place = {.line = line, .column = 1};
    return thr_fail_at(err, THRESH_E_LIMIT, &place,
                       "the lines that are looked at together take more than "
                       "the %zu bytes of memory that they may; raise "
                       "max_memory (--max-memory)",
                       limit);
}
