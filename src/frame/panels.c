/* Tables side by side. See panels.h. */
#include "frame/panels.h"

#include "base/grow.h"
#include "base/str.h"
#include "scan/features.h"
#include "value/value.h"

/* Rows that settle it, and how wide a table it is looked for in. */
enum { MOST_ROWS = 128, LEAST_ROWS = 3, MOST_FIELDS = 128 };

typedef struct finder {
    const thr_window *window;
    const thr_stub_range *range;
    const thr_stub *stub;
    bool used[MOST_FIELDS + 2]; /* fields with a cell in a row */
} finder;

/* Behind the last row that is looked at. */
static size_t
rows_end(const finder *f) {
    size_t most = f->range->body + MOST_ROWS;
    return f->range->end < most ? f->range->end : most;
}

static void
mark_used(finder *f) {
    size_t end = rows_end(f);
    for (size_t i = f->range->body; i < end; i++) {
        const thr_record *record = thr_window_at(f->window, i);
        for (size_t field = 1; field <= f->range->fields; field++)
            f->used[field] |= thr_record_cell(record, field).len > 0;
    }
}

/* ## Headings */

/* The lowest text of the header over `field`. */
static thresh_str
lowest(const finder *f, size_t field) {
    for (size_t i = f->range->body; i-- > f->range->header;) {
        thresh_str cell = thr_record_cell(thr_window_at(f->window, i), field);
        if (cell.len > 0)
            return cell;
    }
    return (thresh_str){NULL, 0};
}

/* Whether the header says the same over both fields. */
static bool
same_headings(const finder *f, size_t a, size_t b) {
    for (size_t i = f->range->header; i < f->range->body; i++) {
        const thr_record *record = thr_window_at(f->window, i);
        if (!thr_str_equal_nocase(thr_record_cell(record, a),
                                  thr_record_cell(record, b)))
            return false;
    }
    return true;
}

static bool
same_lowest(const finder *f, size_t a, size_t b) {
    return thr_str_equal_nocase(lowest(f, a), lowest(f, b));
}

static bool
has_stub_heading(const finder *f, size_t field) {
    return !thr_text_is_rule(lowest(f, field)) && same_lowest(f, field, 1);
}

/* ## Labels */

/* What the records say of one field as a label. */
typedef struct tally {
    size_t rows;   /* with figures right of it, in its panel */
    size_t filled; /* of these, with a cell */
    size_t texts;  /* of these cells, no figures */
    size_t again;  /* of these cells, equal to the label of the first field */
    size_t others; /* cells that are not, in any row */
} tally;

static bool
has_figures(const thr_record *record, size_t first, size_t end) {
    for (size_t field = first; field < end; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len > 0 && thr_value_is_figure(cell))
            return true;
    }
    return false;
}

static tally
count_labels(const finder *f, size_t field, size_t end) {
    tally out = {0};
    size_t rows = rows_end(f);
    for (size_t i = f->range->body; i < rows; i++) {
        const thr_record *record = thr_window_at(f->window, i);
        thresh_str cell = thr_record_cell(record, field);
        bool again = thr_str_equal(cell, thr_record_cell(record, 1));
        out.others += cell.len > 0 && !again;
        if (!has_figures(record, field + 1, end))
            continue;
        out.rows++;
        out.filled += cell.len > 0;
        out.texts += cell.len > 0 && !thr_value_is_figure(cell);
        out.again += cell.len > 0 && again;
    }
    return out;
}

/* How many fields in [first, end) hold cells. */
static size_t
count_used(const finder *f, size_t first, size_t end) {
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        count += f->used[i];
    return count;
}

/* Whether the values right of the labels at `field` are those of the first
 * panel again, which holds `count`: under the same lowest headings, and as
 * many in all as make whole panels, so that none of these is missing. */
static bool
has_same_columns(const finder *f, size_t field, size_t count) {
    size_t fields = f->range->fields;
    size_t a = f->stub->fields + 1, b = field + 1;
    if ((count_used(f, b, fields + 1) + 1) % (count + 1) != 0)
        return false;
    for (size_t i = 0; i < count; i++, a++, b++) {
        while (!f->used[a])
            a++;
        while (!f->used[b])
            b++;
        if (!same_lowest(f, a, b))
            return false;
    }
    return true;
}

/* Where the panel would end that starts at `field`, and is as wide as the
 * first, unless another stands there. */
static size_t
likely_end(const finder *f, size_t field, size_t width) {
    size_t end = field + 1;
    while (end <= f->range->fields && end < field + width
           && !has_stub_heading(f, end))
        end++;
    return end;
}

/* A few rows settle nothing, unless several headings stand there again. The
 * rows are counted last: most fields are settled by their headings. */
static bool
starts_panel(const finder *f, size_t field, size_t width,
             const char **reason) {
    enum { SEVERAL = 3 };
    size_t columns = count_used(f, f->stub->fields + 1, field);
    bool headed = has_stub_heading(f, field);
    bool same = columns > 1 && has_same_columns(f, field, columns);
    if (!headed && !same)
        return false;
    tally found = count_labels(f, field, likely_end(f, field, width));
    bool many = found.rows >= LEAST_ROWS;
    bool full = (many || (columns >= SEVERAL && found.rows > 0))
                && 10 * found.filled >= 9 * found.rows;
    if (full && many && headed)
        *reason = "the heading over the row labels stands there again";
    else if (full && same && 10 * found.texts >= 9 * found.filled
             && found.again < found.filled)
        *reason = "labels stand there, and the headings beside them are the "
                  "same again";
    else
        return false;
    return true;
}

/* The labels of the first field again, with nothing but them on the right. */
static bool
closes_table(const finder *f, size_t field, const char **reason) {
    *reason = "the row labels stand there again";
    return field == f->range->fields && has_stub_heading(f, field)
           && count_labels(f, field, field + 1).others == 0;
}

/* ## Finding */

/* How many labels the panel at `start` has: those whose headings are those of
 * the stub. */
static size_t
count_stub(const finder *f, size_t start) {
    size_t count = 1;
    while (count < f->stub->fields && start + count <= f->range->fields
           && lowest(f, start + count).len > 0
           && same_lowest(f, start + count, 1 + count))
        count++;
    return count;
}

static size_t
end_of(const thr_panels *panels, size_t index, size_t fields) {
    return index + 1 < panels->count ? panels->starts[index + 1] : fields + 1;
}

/* Whether panel `index` has as many values as the first, under the same
 * headings. */
static bool
is_same(const finder *f, const thr_panels *panels, size_t index) {
    size_t a = 1 + panels->labels[0], aend = panels->starts[1];
    size_t b = panels->starts[index] + panels->labels[index];
    size_t bend = end_of(panels, index, f->range->fields);
    if (panels->labels[index] != panels->labels[0])
        return false;
    for (; a < aend || b < bend; a++, b++) {
        bool blank_a = a >= aend || !f->used[a];
        bool blank_b = b >= bend || !f->used[b];
        if (blank_a != blank_b || (!blank_a && !same_headings(f, a, b)))
            return false;
    }
    return true;
}

static bool
all_again(const finder *f, const thr_panels *panels) {
    for (size_t i = 1; i < panels->count; i++)
        if (count_labels(f, panels->starts[i], 0).others > 0)
            return false;
    return true;
}

static thr_panel_kind
kind_of(const finder *f, const thr_panels *panels) {
    if (all_again(f, panels))
        return THR_PANELS_AGAIN;
    for (size_t i = 1; i < panels->count; i++)
        if (!is_same(f, panels, i))
            return THR_PANELS_OTHER;
    return THR_PANELS_SAME;
}

void
thr_panels_find(const thr_window *window, const thr_stub_range *range,
                const thr_stub *stub, thr_panels *out) {
    finder f = {.window = window, .range = range, .stub = stub};
    *out = (thr_panels){.starts = {1}, .labels = {stub->fields}};
    if (stub->staggered || range->header == range->body
        || range->fields > MOST_FIELDS)
        return;
    mark_used(&f);
    out->count = 1;
    for (size_t field = stub->fields + 2;
         field <= range->fields && out->count < THR_PANELS; field++) {
        size_t width = out->count > 1 ? out->starts[1] - 1 : field - 1;
        const char *reason;
        if (!starts_panel(&f, field, width, &reason)
            && !closes_table(&f, field, &reason))
            continue;
        out->reason = reason;
        out->starts[out->count] = field;
        out->labels[out->count] = count_stub(&f, field);
        field += out->labels[out->count++];
    }
    if (out->count == 1)
        out->count = 0;
    else
        out->kind = kind_of(&f, out);
}

/* ## Using them */

bool
thr_panels_is_label(const thr_panels *panels, size_t field) {
    for (size_t i = 0; i < panels->count; i++)
        if (field >= panels->starts[i]
            && field < panels->starts[i] + panels->labels[i])
            return true;
    return false;
}

bool
thr_panels_hides(const thr_panels *panels, size_t field) {
    if (panels->count == 0)
        return false;
    if (panels->kind == THR_PANELS_SAME)
        return field >= panels->starts[1];
    return thr_panels_is_label(panels, field);
}

size_t
thr_panels_rows(const thr_panels *panels) {
    return panels->count > 0 && panels->kind != THR_PANELS_AGAIN
               ? panels->count
               : 1;
}

/* Show cell `from` of `record` at `to`. */
static void
show(const thr_record *record, size_t from, size_t to, thr_record *view) {
    if (from > record->ncells)
        return;
    while (view->ncells < to)
        view->cells[view->ncells++] = (thr_grid_cell){0};
    view->cells[to - 1] = record->cells[from - 1];
    if (view->cells[to - 1].field == 0)
        view->cells[to - 1].field = (uint32_t)from;
    view->filled += thr_record_cell(record, from).len > 0;
}

/* Room for it is as much as for `record`: there are no more cells, unless
 * it is shorter than the stub. */
bool
thr_panels_view(const thr_panels *panels, size_t index,
                const thr_record *record, thr_record *view) {
    size_t most = record->ncells + panels->labels[0] + 1;
    thr_grid_cell *cells = thr_grow(view->cells, &view->room, most,
                                    sizeof *cells);
    if (cells == NULL)
        return false;
    view->cells = cells;
    view->ncells = view->filled = 0;
    view->text = record->text;
    view->line = record->line;
    view->number = record->number;
    view->offset = record->offset;
    size_t start = panels->starts[index];
    size_t values = start + panels->labels[index];
    size_t end = end_of(panels, index, record->ncells);
    for (size_t i = 0; i < panels->labels[0]; i++) {
        bool own = i < panels->labels[index];
        show(record, own ? start + i : record->ncells + 1, 1 + i, view);
    }
    if (panels->kind == THR_PANELS_AGAIN)
        end = record->ncells + 1;
    for (size_t field = values; field < end && field <= record->ncells;
         field++)
        if (panels->kind == THR_PANELS_SAME)
            show(record, field, field - start + 1, view);
        else if (!thr_panels_is_label(panels, field))
            show(record, field, field, view);
    return true;
}
