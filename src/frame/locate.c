/* Where the next table has its header and its rows. See locate.h. */
#include "frame/locate.h"

#include "base/error.h"
#include "base/str.h"

#include "frame/boxhead.h"
#include "frame/figured.h"
#include "frame/first_rows.h"
#include "frame/flags.h"
#include "frame/metadata.h"
#include "frame/pairs.h"
#include "frame/stub.h"
#include "frame/times.h"
#include "scan/again.h"
#include "scan/features.h"
#include "scan/notes.h"

/* Whether record `i` is prose that a delimiter cuts, apart from what follows.
 */
static bool
is_prose(const thr_window *window, size_t i) {
    size_t below = thr_window_filled(window, i + 1);
    return below > i + 1 && thr_figured_is_prose(window, i, below);
}

/* Index of the first record with figures, or the number of records. */
static size_t
find_figures(const thr_window *window) {
    size_t i = 0;
    for (; i < window->count; i++) {
        thr_features features = thr_window_features(window, i);
        if (features.filled >= 2 && features.figures > 0
            && features.rules < features.filled && !thr_pairs_is_one(window, i)
            && !is_prose(window, i))
            break;
    }
    return i;
}

/* Where another table may start: at texts behind a blank that are not the same
 * header again. */
static size_t
find_end(const thr_window *window, const thr_location *location) {
    bool apart = false;
    const thr_record *header = thr_window_at(window, location->header);
    for (size_t i = location->body; i < window->count; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        bool text = features.filled == 1 && features.first == 1;
        bool heading = thr_features_is_heading(&features)
                       || thr_features_is_year_header(
                           &features, thr_record_cell(record, 1),
                           thr_record_cell(header, 1));
        bool again = location->nheader > 0 && thr_again_record(header, record);
        if (apart && heading && !again)
            return i;
        apart = features.filled == 0 || (apart && text);
    }
    return window->count;
}

static size_t
count_fields(const thr_window *window, const thr_location *location) {
    size_t fields = 0;
    for (size_t i = location->header; i < location->end; i++) {
        size_t cells = thr_window_at(window, i)->ncells;
        if (cells > fields)
            fields = cells;
    }
    return fields;
}

/* The row below the header of a grid of texts, where no record has figures:
 * from the header on all have as many cells, and two of them filled. The
 * number of records if there is none. */
static size_t
find_texts(const thr_window *window) {
    enum { FEWEST = 3 };
    size_t cells = 0, rows = 0, first = window->count;
    if (!window->ended)
        return window->count;
    for (size_t i = 0; i < window->count; i++) {
        const thr_record *record = thr_window_at(window, i);
        if (record->filled == 0)
            continue;
        if (record->filled < 2 || (rows > 0 && record->ncells != cells)) {
            rows = 0;
            first = window->count;
            continue;
        }
        first = rows == 1 ? i : first;
        cells = record->ncells;
        rows++;
    }
    return rows >= FEWEST ? first : window->count;
}

/* Whether record `i` is the heading over the labels by itself, between lines
 * of the others. */
static bool
is_between_headings(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    size_t below = thr_window_filled(window, i + 1);
    return features.filled == 1 && features.first == 1 && below < window->count
           && thr_window_is_heading(window, below)
           && thr_window_features(window, below).first > 1
           && thr_window_features(window, below).filled > 1;
}

/* The first record of the body: figures that are no years over others. */
static size_t
find_body(const thr_window *window, const char **reason) {
    size_t body = find_figures(window);
    const char *numbers;
    *reason = "the next record holds figures";
    while (body < window->count
           && thr_figured_is_header(window, body, &numbers)) {
        *reason = numbers;
        for (body++;
             body < window->count
             && (thr_window_at(window, body)->filled == 0
                 || is_between_headings(window, body)
                 || (thr_window_is_heading(window, body)
                     && !thr_figured_is_header(window, body, &numbers)));)
            body++;
    }
    return body;
}

/* The stub, and where it stands again: labels of another panel must not make
 * labels of the codes on their left. False if memory is exhausted. */
static bool
find_panels(const thr_window *window, const thr_stub_range *range,
            thr_location *out) {
    thr_stub_range first = *range;
    thr_panels_find(window, range, &(thr_stub){.fields = 1}, &out->panels);
    if (out->panels.count > 0)
        first.fields = out->panels.starts[1] - 1;
    if (range->given >= first.fields) {
        first.fields = range->fields;
        out->panels.count = 0;
    }
    if (!thr_stub_find(window, &first, &out->stub))
        return false;
    if (out->panels.count > 0)
        thr_panels_find(window, range, &out->stub, &out->panels);
    out->stub.cut_ins &= out->panels.count == 0;
    return true;
}

/* The stub, and whether there are columns beside it. */
static thresh_result
find_stub(const thr_window *window, thr_location *out, bool *found,
          thresh_error *err) {
    const thr_stub_range range = {out->header, out->body, out->end,
                                  out->fields, out->shape.stub_fields};
    thresh_place place = thr_record_place(thr_window_at(window, out->header),
                                          1);
    if (range.given > 0 && range.given >= out->fields)
        return thr_fail_at(err, THRESH_E_ARGUMENT, &place,
                           "%zu label columns leave none for values: the "
                           "table has %zu columns in all",
                           range.given, out->fields);
    if (!find_panels(window, &range, out))
        return thr_fail_memory(err);
    out->flags = out->panels.count == 0 && out->stub.value == 0
                 && thr_flags_find(window, &range, out->stub.fields);
    *found = out->stub.fields < out->fields || out->stub.value > 0;
    return THRESH_OK;
}

/* ## The unit below the headings */

/* Whether the last record of the header is a text alone over the first column,
 * below headings of all columns: it is said of all of them. Where such a text
 * stands between rows too, they are parts of the table. */
static bool
is_unit(const thr_window *window, const thr_location *at, size_t last) {
    size_t field = at->stub.fields + 1;
    thr_features unit = thr_window_features(window, last);
    size_t up = last;
    while (up > at->header && thr_window_is_blank_at(window, up - 1))
        up--;
    if (up <= at->header || unit.filled != 1 || unit.first != field)
        return false;
    const thr_record *above = thr_window_at(window, --up);
    const thr_record *row = thr_window_at(window, at->body);
    for (size_t f = field; f <= row->ncells; f++)
        if (thr_record_cell(row, f).len > 0
            && thr_record_cell(above, f).len == 0)
            return false;
    for (size_t i = at->body; i < at->end; i++) {
        thr_features features = thr_window_features(window, i);
        if (features.filled == 1 && features.first == field)
            return false;
    }
    return thr_window_features(window, up).filled > 1;
}

/* Take it off the header. */
static void
cut_unit(const thr_window *window, thr_location *at) {
    if (at->nheader < 2 || at->shape.header_rows > 0 || at->metadata < at->body
        || !is_unit(window, at, at->header + at->nheader - 1))
        return;
    at->nheader--;
    at->metadata = at->header + at->nheader;
}

/* ## Labels below the headings */

/* Whether words stand over `field` in the header above record `i`. */
static bool
is_headed(const thr_window *window, const thr_location *at, size_t i,
          size_t field) {
    while (i-- > at->header)
        if (thr_record_cell(thr_window_at(window, i), field).len > 0)
            return true;
    return false;
}

/* Whether the last record of the header holds nothing but labels, two or more,
 * and stands apart from the headings over them, or ends as what heads rows
 * does: "Canada: | CA". */
static bool
is_labels(const thr_window *window, const thr_location *at, size_t last) {
    const thr_record *record = thr_window_at(window, last);
    bool colon = false;
    if (record->filled < 2 || last == at->header)
        return false;
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len > 0
            && (!thr_stub_has(&at->stub, field)
                || !is_headed(window, at, last, field)))
            return false;
        colon |= cell.len > 0 && cell.ptr[cell.len - 1] == ':';
    }
    return colon || thr_window_at(window, last - 1)->filled == 0;
}

/* Make it the first row. */
static void
cut_labels(const thr_window *window, thr_location *at) {
    size_t last = at->header + at->nheader - 1;
    if (at->nheader < 2 || at->shape.header_rows > 0 || at->metadata < at->body
        || thr_window_at(window, last)->aligned
        || !is_labels(window, at, last))
        return;
    at->body = at->metadata = last;
    while (thr_window_at(window, last - 1)->filled == 0)
        last--;
    at->nheader = last - at->header;
}

thresh_result
thr_locate(const thr_window *window, const thr_shape *shape, thr_location *out,
           bool *found, thresh_error *err) {
    *out = (thr_location){.shape = *shape};
    size_t body = find_body(window, &out->reason), end;
    *found = false;
    if (body == window->count && shape->texts) {
        out->reason = "no cell is a figure, and all lines have as many cells";
        body = find_texts(window);
        out->texts = true;
    }
    if (body >= window->count)
        return THRESH_OK;
    body = thr_boxhead_skip_name(window, body);
    size_t below = body;
    if (shape->header_rows == 0)
        thr_metadata_find(window, body, &body, &below);
    bool told = below > body;
    if (!told && !out->texts)
        body = thr_boxhead_skip_labels(window,
                                       thr_first_rows_find(window, body));
    out->header = thr_boxhead_find(window, body, &end);
    if (shape->header_rows > 0)
        out->reason = "as many lines of header as the user says";
    THR_TRY(thr_shape_header(shape, window, &out->header, &end, &body, err));
    out->metadata = body;
    out->body = told ? below : body;
    out->nheader = end - out->header;
    out->end = find_end(window, out);
    out->fields = count_fields(window, out);
    THR_TRY(find_stub(window, out, found, err));
    cut_unit(window, out);
    cut_labels(window, out);
    out->stub.numbers = thr_times_are_numbers(window, out->body, out->end,
                                              out->stub.fields);
    out->stub.letters = thr_notes_letters(window, out->body, out->end);
    return THRESH_OK;
}
