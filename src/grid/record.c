/* One record of cells: copying, freeing, looking at it. See record.h. */
#include "grid/record.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/str.h"

void
thr_record_free(thr_record *record) {
    thr_buf_free(&record->text);
    thr_buf_free(&record->values);
    free(record->cells);
    *record = (thr_record){0};
}

bool
thr_record_copy(thr_record *copy, const thr_record *record) {
    size_t size = 0;
    for (size_t i = 0; i < record->ncells; i++)
        size += record->cells[i].text.len;
    copy->cells = thr_grow(NULL, &copy->room, record->ncells + 1,
                           sizeof *copy->cells);
    thr_buf_fill(&copy->values, ' ', size);
    if (copy->cells == NULL || copy->values.failed)
        return false;
    thr_buf_clear(&copy->values);
    for (size_t i = 0; i < record->ncells; i++) {
        thresh_str text = record->cells[i].text;
        copy->cells[i] = record->cells[i];
        copy->cells[i].text.ptr = copy->values.ptr + copy->values.len;
        thr_buf_str(&copy->values, text);
    }
    copy->line = record->line;
    copy->number = record->number;
    copy->offset = record->offset;
    copy->ncells = record->ncells;
    copy->filled = record->filled;
    return true;
}

bool
thr_record_is_one(const thr_record *record) {
    thresh_str text = {NULL, 0};
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (text.len == 0)
            text = cell;
        if (cell.len > 0 && !thr_str_equal(cell, text))
            return false;
    }
    return text.len > 0;
}

thresh_str
thr_record_text(const thr_record *record) {
    bool one = record->filled == 1 || thr_record_is_one(record);
    for (size_t field = 1; one; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len > 0)
            return cell;
    }
    return thr_str_trim(thr_buf_view(&record->text));
}

thresh_place
thr_record_place(const thr_record *record, size_t field) {
    thresh_place place = {.line = record->line, .record = record->number};
    if (field == 0 || field > record->ncells)
        return place;
    uint32_t printed = record->cells[field - 1].field;
    place.field = printed > 0 ? printed : (uint32_t)field;
    place.column = record->cells[field - 1].column;
    return place;
}
