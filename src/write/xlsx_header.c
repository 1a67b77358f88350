/* The header of a published table on a sheet. A spanner is one cell over its
 * columns, and a heading with nothing below it reaches down to the rows:
 *
 *     Citizenship | Total | To region
 *                 |       | Oslo and Akershus | Hedmark and Oppland | ...
 */
#include "base/error.h"
#include "base/str.h"
#include "write/xlsx_table.h"

static const double line_height = 15;

/* One heading and the cells that it takes. */
typedef struct block {
    size_t level;
    size_t rows;
    size_t first; /* column of the sheet */
    size_t span;
} block;

typedef struct header {
    thr_xlsx_table *out;
    const thresh_heading *headings;
    size_t nheadings;
    size_t *below; /* of each heading: level of the nearest below, or none */
    bool *taken;   /* cells of the header, row by row */
    size_t *lines; /* of each header row */
} header;

static thr_style
header_style(const thr_xlsx_table *out, size_t level, size_t rows) {
    thr_style style = {.bold = true, .wrap = true, .fill = true};
    style.rule_above = level == 0;
    style.rule_below = level + rows == out->header_rows;
    return style;
}

/* Whether all cells of a block are inside the header and free; they are taken
 * then. Two merged ranges that overlap make a workbook unreadable. */
static bool
take(const header *h, const block *b) {
    size_t width = h->out->nstub + h->out->ncolumns;
    if (b->level + b->rows > h->out->header_rows || b->first + b->span > width)
        return false;
    for (size_t i = b->level; i < b->level + b->rows; i++)
        for (size_t j = b->first; j < b->first + b->span; j++)
            if (h->taken[i * width + j])
                return false;
    for (size_t i = b->level; i < b->level + b->rows; i++)
        for (size_t j = b->first; j < b->first + b->span; j++)
            h->taken[i * width + j] = true;
    return true;
}

static thresh_result
write_block(header *h, const block *b, thresh_str label, thresh_str marks,
            const thresh_place *place, thr_style style, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    if (!take(h, b))
        return thr_fail_at(err, THRESH_E_UNSUPPORTED, place,
                           "heading \"%.*s\" overlaps another one, which a "
                           "workbook cannot show; write csv or json instead",
                           THR_STR(label));
    thr_spot spot = {out->header_row + b->level, b->first, place};
    double width = thr_xlsx_width(out, b->first, b->span) - 2;
    size_t lines = thr_xlsx_lines(label, width);
    size_t last = b->level + b->rows - 1;
    size_t above = b->rows - 1; /* lines that the rows above give */
    if (lines > above && lines - above > h->lines[last])
        h->lines[last] = lines - above;
    THR_TRY(thr_sheet_merge(out->sheet, spot, b->rows, b->span, &style, err));
    return thr_sheet_marked(out->sheet, spot, label, marks, &style, err);
}

static thresh_result
write_stubheads(header *h, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(out->table, &dimensions);
    thresh_str stubhead = thresh_table_caption(out->table)->stubhead;
    for (size_t i = 0; i < out->nstub; i++) {
        block b = {0, out->header_rows, i, 1};
        thresh_str label = out->nstub == 1 ? stubhead : dimensions[i].label;
        thr_style style = header_style(out, 0, out->header_rows);
        style.align = THR_ALIGN_LEFT;
        THR_TRY(
            write_block(h, &b, label, dimensions[i].marks, NULL, style, err));
    }
    return THRESH_OK;
}

static thresh_result
write_heading(header *h, size_t index, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    const thresh_heading *heading = &h->headings[index];
    size_t end = h->below[index] < out->header_rows ? h->below[index]
                                                    : out->header_rows;
    block b = {heading->level, end - heading->level,
               out->nstub + heading->first, heading->span};
    if (b.span == 0 || heading->level >= end)
        return THRESH_OK;
    thr_style style = header_style(out, b.level, b.rows);
    bool leaf = heading->span == 1 && end == out->header_rows;
    style.align = THR_ALIGN_CENTER;
    if (leaf && heading->first < out->ncolumns)
        style.align = out->columns[heading->first].has_number ? THR_ALIGN_RIGHT
                                                              : THR_ALIGN_LEFT;
    style.rule_below = true;
    return write_block(h, &b, heading->label, heading->marks, &heading->place,
                       style, err);
}

/* Give the cells that no heading takes the same ground. */
static thresh_result
write_rest(const header *h, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    size_t width = out->nstub + out->ncolumns;
    for (size_t level = 0; level < out->header_rows; level++) {
        thr_style style = header_style(out, level, 1);
        for (size_t i = 0; i < width; i++) {
            thr_spot spot = {out->header_row + level, i, NULL};
            if (!h->taken[level * width + i])
                THR_TRY(thr_sheet_text(out->sheet, spot, (thresh_str){NULL, 0},
                                       &style, err));
        }
    }
    return THRESH_OK;
}

static thresh_result
prepare(header *h, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    size_t rows = out->header_rows;
    h->nheadings = thresh_table_headings(out->table, &h->headings);
    h->below = thr_arena_array(&out->arena, h->nheadings, sizeof *h->below);
    h->taken = thr_arena_array(
        &out->arena, rows, (out->nstub + out->ncolumns) * sizeof *h->taken);
    h->lines = thr_arena_array(&out->arena, rows, sizeof *h->lines);
    if (h->below == NULL || h->taken == NULL || h->lines == NULL)
        return thr_arena_failure(&out->arena, 0, err);
    for (size_t i = 0; i < rows; i++)
        h->lines[i] = 1;
    for (size_t i = 0; i < h->nheadings; i++)
        h->below[i] = THRESH_NONE;
    for (size_t i = 0; i < h->nheadings; i++) {
        if (h->headings[i].parent == NULL)
            continue;
        size_t parent = (size_t)(h->headings[i].parent - h->headings);
        if (parent < h->nheadings && h->headings[i].level < h->below[parent])
            h->below[parent] = h->headings[i].level;
    }
    return THRESH_OK;
}

thresh_result
thr_xlsx_header(thr_xlsx_table *out, thresh_error *err) {
    header h = {.out = out};
    if (out->header_rows == 0)
        return THRESH_OK;
    THR_TRY(prepare(&h, err));
    THR_TRY(write_stubheads(&h, err));
    for (size_t i = 0; i < h.nheadings; i++)
        THR_TRY(write_heading(&h, i, err));
    THR_TRY(write_rest(&h, err));
    for (size_t i = 0; i < out->header_rows; i++)
        THR_TRY(thr_sheet_set_row(out->sheet, out->header_row + i,
                                  (double)h.lines[i] * line_height + 4, 0,
                                  err));
    return THRESH_OK;
}
