/* The cells of a record. See cells.h. */
#include "grid/cells.h"

#include "base/ascii.h"
#include "base/eight.h"
#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"
#include "base/utf8.h"
#include "grid/cut.h"

thresh_result
thr_cells_add(thr_record *record, uint32_t most, thresh_str text,
              uint32_t column, thresh_error *err) {
    if (record->ncells >= most) {
        thresh_place place = {.line = record->line, .column = column};
        return thr_fail_at(err, THRESH_E_LIMIT, &place,
                           "this record has more than %u cells; give "
                           "--delimiter if they are cut in the wrong places, "
                           "else only a part of the columns; a program can "
                           "raise max_fields",
                           (unsigned)most);
    }
    enum { FIRST = 16 }; /* few records have more */
    thr_grid_cell *cells = record->cells;
    if (record->ncells == record->room)
        cells = thr_grow(cells, &record->room,
                         record->ncells < FIRST ? FIRST : record->ncells + 1,
                         sizeof *cells);
    if (cells == NULL)
        return thr_fail_memory(err);
    record->cells = cells;
    cells[record->ncells++] = (thr_grid_cell){.text = text, .column = column};
    record->filled += thr_str_trim(text).len > 0;
    return THRESH_OK;
}

/* Where the cell that starts at `at` ends: at a delimiter, or at `end`. Cells
 * are short, so they are looked at as words, of which the last may go beyond.
 */
static const char *
end_of(const char *at, const char *end, char delimiter) {
    enum { WORD = 8 };
    for (; at < end; at += WORD) {
        size_t here = thr_eight_find(thr_eight_load(at), delimiter);
        if (here < WORD)
            return at + here < end ? at + here : end;
    }
    return end;
}

thresh_result
thr_cells_cut(thr_record *record, uint32_t most, char delimiter,
              thresh_error *err) {
    const thresh_str text = thr_buf_view(&record->text);
    const bool ascii = thr_utf8_is_ascii(text);
    const char *from = text.ptr, *end = from + text.len, *to;
    uint32_t column = 1;
    if (text.len == 0)
        return THRESH_OK;
    for (;; from = to + 1) {
        to = end_of(from, end, delimiter);
        thresh_str cell = {from, (size_t)(to - from)};
        THR_TRY(thr_cells_add(record, most, cell, column, err));
        if (to == end)
            return THRESH_OK;
        column += (uint32_t)(ascii ? cell.len : thr_utf8_length(cell)) + 1;
    }
}

bool
thr_cells_close(thresh_str text, char delimiter) {
    thresh_str cell;
    while (thr_cut_quoted(&text, delimiter, &cell)) {
        if (thr_first(cell) != '"')
            continue;
        size_t at = 1;
        while (at < cell.len
               && (cell.ptr[at] != '"'
                   || (at + 1 < cell.len && cell.ptr[at + 1] == '"')))
            at += cell.ptr[at] == '"' ? 2 : 1;
        if (at + 1 != cell.len)
            return false;
    }
    return true;
}
