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
    thr_style style;
    thresh_str label;
    thresh_str marks;
    const thresh_place *place; /* may be NULL */
} block;

typedef struct header {
    thr_xlsx_table *out;
    const thresh_heading *headings;
    size_t nheadings;
    size_t *below; /* of each heading: level of the nearest below, or none */
    block *blocks;
    size_t nblocks;
    const block **owners; /* cells of the header, row by row; NULL: free */
    size_t *lines;        /* of each header row */
} header;

static thr_style
header_style(const thr_xlsx_table *out, size_t level, size_t rows) {
    thr_style style = {.bold = true, .wrap = true, .fill = true};
    style.rule_above = level == 0;
    style.rule_below = level + rows == out->header_rows;
    return style;
}

/* The owner of a cell of the header, by its level and column of the sheet. */
static const block **
owner_of(const header *h, size_t level, size_t column) {
    return &h->owners[level * (h->out->nstub + h->out->ncolumns) + column];
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
            if (*owner_of(h, i, j) != NULL)
                return false;
    for (size_t i = b->level; i < b->level + b->rows; i++)
        for (size_t j = b->first; j < b->first + b->span; j++)
            *owner_of(h, i, j) = b;
    return true;
}

/* Give a block its cells, and its rows the height that it needs. */
static thresh_result
add_block(header *h, block wanted, thresh_error *err) {
    block *b = &h->blocks[h->nblocks++];
    *b = wanted;
    if (!take(h, b))
        return thr_fail_at(err, THRESH_E_UNSUPPORTED, b->place,
                           "heading \"%.*s\" overlaps another one, which a "
                           "workbook cannot show; write csv or json instead",
                           THR_STR(b->label));
    double width = thr_xlsx_width(h->out, b->first, b->span) - 2;
    size_t lines = thr_xlsx_lines(b->label, width);
    size_t last = b->level + b->rows - 1;
    size_t above = b->rows - 1; /* lines that the rows above give */
    if (lines > above && lines - above > h->lines[last])
        h->lines[last] = lines - above;
    return THRESH_OK;
}

static thresh_result
add_stubheads(header *h, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(out->table, &dimensions);
    thresh_str stubhead = thresh_table_caption(out->table)->stubhead;
    for (size_t i = 0; i < out->nstub; i++) {
        block b = {.rows = out->header_rows, .first = i, .span = 1};
        b.label = out->nstub == 1 ? stubhead : dimensions[i].label;
        b.marks = dimensions[i].marks;
        b.style = header_style(out, 0, out->header_rows);
        b.style.align = THR_ALIGN_LEFT;
        THR_TRY(add_block(h, b, err));
    }
    return THRESH_OK;
}

static thresh_result
add_heading(header *h, size_t index, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    const thresh_heading *heading = &h->headings[index];
    size_t end = h->below[index] < out->header_rows ? h->below[index]
                                                    : out->header_rows;
    if (heading->span == 0 || heading->level >= end)
        return THRESH_OK;
    block b = {.level = heading->level,
               .rows = end - heading->level,
               .first = out->nstub + heading->first,
               .span = heading->span,
               .label = heading->label,
               .marks = heading->marks,
               .place = &heading->place};
    b.style = header_style(out, b.level, b.rows);
    bool leaf = heading->span == 1 && end == out->header_rows;
    b.style.align = THR_ALIGN_CENTER;
    if (leaf)
        b.style.align = out->columns[heading->first].has_number
                            ? THR_ALIGN_RIGHT
                            : THR_ALIGN_LEFT;
    b.style.rule_below = true;
    return add_block(h, b, err);
}

/* A cell that no heading takes has the same ground. */
static thresh_result
write_cell(const header *h, size_t level, size_t column, thresh_error *err) {
    const thresh_str nothing = {NULL, 0};
    thr_xlsx_table *out = h->out;
    const block *b = *owner_of(h, level, column);
    thr_spot spot = {out->header_row + level, column, NULL};
    if (b == NULL) {
        thr_style style = header_style(out, level, 1);
        return thr_sheet_text(out->sheet, spot, nothing, &style, err);
    }
    spot.place = b->place;
    if (level != b->level || column != b->first)
        return thr_sheet_text(out->sheet, spot, nothing, &b->style, err);
    THR_TRY(
        thr_sheet_merge(out->sheet, spot, b->rows, b->span, &b->style, err));
    return thr_sheet_marked(out->sheet, spot, b->label, b->marks, &b->style,
                            err);
}

/* Row by row: a sheet that is streamed takes them in no other order. */
static thresh_result
write_rows(const header *h, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    for (size_t level = 0; level < out->header_rows; level++) {
        for (size_t i = 0; i < out->nstub + out->ncolumns; i++)
            THR_TRY(write_cell(h, level, i, err));
        THR_TRY(thr_sheet_set_row(out->sheet, out->header_row + level,
                                  (double)h->lines[level] * line_height + 4, 0,
                                  err));
    }
    return THRESH_OK;
}

static thresh_result
prepare(header *h, thresh_error *err) {
    thr_xlsx_table *out = h->out;
    size_t rows = out->header_rows;
    h->nheadings = thresh_table_headings(out->table, &h->headings);
    h->below = thr_arena_array(&out->arena, h->nheadings, sizeof *h->below);
    h->blocks = thr_arena_array(&out->arena, h->nheadings + out->nstub,
                                sizeof *h->blocks);
    h->owners = thr_arena_array(
        &out->arena, rows, (out->nstub + out->ncolumns) * sizeof *h->owners);
    h->lines = thr_arena_array(&out->arena, rows, sizeof *h->lines);
    if (h->below == NULL || h->blocks == NULL || h->owners == NULL
        || h->lines == NULL)
        return thr_arena_failure(&out->arena, 0, err);
    for (size_t i = 0; i < rows; i++)
        h->lines[i] = 1;
    for (size_t i = 0; i < h->nheadings; i++)
        h->below[i] = THRESH_NONE;
    for (size_t i = 0; i < h->nheadings; i++) {
        if (h->headings[i].parent == NULL)
            continue;
        size_t parent = (size_t)(h->headings[i].parent - h->headings);
        if (h->headings[i].level < h->below[parent])
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
    THR_TRY(add_stubheads(&h, err));
    for (size_t i = 0; i < h.nheadings; i++)
        THR_TRY(add_heading(&h, i, err));
    return write_rows(&h, err);
}
