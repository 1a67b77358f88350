/* How the labels of the rows are printed. See stub.h. */
#include "layout/stub.h"

#include "base/str.h"
#include "grid/value.h"
#include "layout/cut_ins.h"
#include "layout/features.h"
#include "layout/packed.h"
#include "layout/tidy.h"
#include "layout/valued.h"

/* Rows that settle it: enough that a text in a value column is outvoted. */
enum { MOST_ROWS = 64 };

/* What the cells of one field are. */
typedef struct tally {
    size_t texts;
    size_t figures;
    size_t codes;   /* of the figures: whole, without grouping */
    size_t padded;  /* of these, with a nought in front */
    size_t width;   /* digits of each code, or 0 where they differ */
    size_t years;   /* of these, such as may be years */
    size_t heads;   /* texts in rows without figures */
    size_t blanks;  /* before a label of the same row */
    bool first;     /* filled in the first row */
    uint64_t kinds; /* bit i: a figure in row i */
    size_t counted; /* rows in which it counts on from the row above */
    size_t starts;  /* rows in which it starts anew, beside a label */
    size_t breaks;  /* rows in which it does neither */
    size_t number;  /* in the last row */
} tally;

typedef struct tallies {
    tally fields[THR_STUB_MOST + 1]; /* and a blank one */
    size_t rows;
    size_t lone;    /* rows with one label, and labels that stand alone */
    size_t single;  /* of these, labels that stand alone */
    size_t several; /* rows of labels alone, two or more */
    size_t full;    /* rows with a label in each field that has any */
} tallies;

static void
count_cell(tally *field, thresh_str cell, bool row) {
    if (cell.len == 0)
        return;
    if (!row) {
        field->heads++;
        return;
    }
    if (!thr_value_is_figure(cell)) {
        field->texts++;
        return;
    }
    field->figures++;
    for (size_t i = 0; i < cell.len; i++)
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9')
            return;
    if (field->codes++ == 0)
        field->width = cell.len;
    else if (field->width != cell.len)
        field->width = 0;
    field->padded += cell.len > 1 && cell.ptr[0] == '0';
    field->years += thr_text_is_year(cell);
}

/* Whether the label in `field` of record `i` starts rows of its own: it is no
 * blank, nor the label of the last row, number `last`, again. */
static bool
starts_rows(const thr_window *window, size_t i, size_t last, size_t field) {
    thresh_str label = thr_record_cell(thr_window_at(window, i), field);
    return label.len > 0
           && (last == THRESH_NONE
               || !thr_str_equal(
                   label,
                   thr_record_cell(thr_window_at(window, last), field)));
}

/* Look whether a field counts the rows of each label: 1, 2, 3, 1, 2, 3. */
static void
count_on(tally *field, thresh_str cell, bool labelled) {
    enum { MOST_DIGITS = 3 };
    size_t number = 0, digits = 0;
    for (; digits < cell.len && digits <= MOST_DIGITS; digits++) {
        if (cell.ptr[digits] < '0' || cell.ptr[digits] > '9')
            break;
        number = 10 * number + (size_t)(cell.ptr[digits] - '0');
    }
    bool whole = digits > 0 && digits == cell.len;
    bool starts = whole && labelled && number <= 1;
    bool counts = whole && !labelled && number == field->number + 1;
    field->starts += starts;
    field->counted += counts;
    field->breaks += !starts && !counts;
    field->number = number;
}

/* What stands behind the last row is a note rather than a label. */
static size_t
last_row(const thr_window *window, size_t body, size_t end) {
    while (end > body && thr_window_features(window, end - 1).figures == 0)
        end--;
    return end;
}

static void
count_rows(const thr_window *window, size_t body, size_t end, tallies *out) {
    size_t last = THRESH_NONE;
    end = last_row(window, body, end);
    for (size_t i = body; i < end && out->rows < MOST_ROWS; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        bool row = features.figures > 0;
        for (size_t f = 0; f < THR_STUB_MOST; f++) {
            thresh_str cell = thr_record_cell(record, f + 1);
            count_cell(&out->fields[f], cell, row);
            if (row && out->rows == 0)
                out->fields[f].first = cell.len > 0;
            if (row && thr_value_is_figure(cell))
                out->fields[f].kinds |= (uint64_t)1 << out->rows;
            if (row && f > 0)
                count_on(&out->fields[f], cell,
                         starts_rows(window, i, last, f));
        }
        last = row ? i : last;
        out->rows += row;
    }
}

/* Labels, for the most part; a field with nothing but a few texts, beside
 * blanks, holds remarks. */
static bool
holds_texts(const tally *field) {
    return field->texts > 0 && field->texts >= 4 * field->figures;
}

/* Whether figures and texts take turns in two fields in the same rows: then
 * what one holds, the other does. */
static bool
takes_turns(const tally *field, const tally *next) {
    return field->texts > 1 && field->figures > 1
           && field->kinds == next->kinds;
}

/* Codes and ranks. */
static bool
holds_codes(const tally *field) {
    return field->figures > 0 && field->codes == field->figures;
}

/* No count is printed with noughts in front: codes of one width are, as soon
 * as one is short. */
static bool
holds_padded(const tally *field) {
    return holds_codes(field) && field->padded > 0
           && (field->width > 0 || 2 * field->padded > field->figures);
}

/* Whether a field counts the rows below each of several labels beside it, or
 * many below one, as months do those of a year: such a row has no other label,
 * or the same as the others. */
static bool
counts_rows(const tally *field) {
    enum { MANY = 24 };
    return field->starts > 0
           && field->counted >= (field->starts > 1 ? field->starts : MANY)
           && field->breaks == 0;
}

/* Nothing but texts beside labels that have no values: a code of groups. */
static bool
holds_heads(const tally *field) {
    return field->texts == 0 && field->figures == 0 && field->heads > 0;
}

/* Whether a field right beside labels tells more of them. */
static bool
holds_more(const tally *field) {
    return holds_padded(field) || holds_heads(field) || counts_rows(field);
}

static bool
is_blank(const tally *field) {
    return field->texts == 0 && field->figures == 0;
}

/* Whether a year stands above the field: then its texts are values. */
static bool
is_headed_by_year(const thr_window *window, const thr_stub_range *range,
                  size_t field) {
    thresh_str year;
    for (size_t i = range->header; i < range->body; i++)
        if (thr_text_heads_year(
                thr_record_cell(thr_window_at(window, i), field), &year))
            return true;
    return false;
}

/* Whether a word for years stands above the field. */
static bool
is_headed_year(const thr_window *window, const thr_stub_range *range,
               size_t field) {
    for (size_t i = range->header; i < range->body; i++)
        if (thr_text_names_year(
                thr_record_cell(thr_window_at(window, i), field)))
            return true;
    return false;
}

/* Whether a field holds nothing but years, and is called so: they say which
 * year the values beside them are of. */
static bool
holds_years(const thr_window *window, const thr_stub_range *range,
            const tally *fields, size_t field) {
    const tally *at = &fields[field - 1];
    return at->years > 0 && at->years == at->figures && at->texts == 0
           && is_headed_year(window, range, field);
}

/* Whether the field holds values for certain, and no label stands right of it.
 */
static bool
ends_stub(const thr_window *window, const thr_stub_range *range,
          const tally *fields, size_t field) {
    const tally *at = &fields[field - 1];
    return (!holds_codes(at) && !holds_texts(at) && !is_blank(at))
           || takes_turns(at, &fields[field])
           || is_headed_by_year(window, range, field);
}

static size_t
count_fields(const thr_window *window, const thr_stub_range *range,
             const tally *fields) {
    size_t stub = 1, codes = 0;
    for (size_t f = 1; f + 1 < range->fields && f < THR_STUB_MOST; f++) {
        const tally *field = &fields[f];
        if (ends_stub(window, range, fields, f + 1))
            break;
        bool years = f == stub && holds_years(window, range, fields, f + 1);
        codes = holds_codes(field) && !years ? codes + 1 : 0;
        if (codes > 1 && !holds_padded(field))
            break; /* a code has its label beside it */
        if (years || holds_texts(field) || (f == stub && holds_more(field)))
            stub = f + 1;
    }
    return stub;
}

/* ## Blanks in the stub */

/* Whether two labels or more stand in a record, and nothing else. */
static bool
has_only_labels(const thr_record *record, size_t fields) {
    size_t labels = 0;
    for (size_t field = 1; field <= fields; field++)
        labels += thr_record_cell(record, field).len > 0;
    return labels > 1 && labels == record->filled;
}

/* Count the labels that are alone in their row, and the blanks before others.
 */
static void
count_blanks(const thr_window *window, size_t body, size_t end, size_t fields,
             tallies *out) {
    end = last_row(window, body, end);
    for (size_t i = body, rows = 0; i < end && rows < MOST_ROWS; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        bool single = features.filled == 1 && features.first <= fields;
        out->single += single;
        out->lone += single;
        if (features.figures == 0) {
            out->several += has_only_labels(record, fields);
            continue;
        }
        rows++;
        size_t labels = 0, full = 0;
        for (size_t f = fields; f-- > 0;) {
            bool blank = thr_record_cell(record, f + 1).len == 0;
            out->fields[f].blanks += blank && labels > 0;
            labels += !blank;
            full += !blank
                    || (is_blank(&out->fields[f])
                        && out->fields[f].heads == 0);
        }
        out->lone += labels == 1;
        out->full += full == fields;
    }
}

/* Nearly every row has one label, and no field has all of them. */
static bool
is_staggered(const tallies *all, size_t fields) {
    size_t used = 0;
    for (size_t f = 0; f < fields; f++)
        used += all->fields[f].texts > 0 || all->fields[f].heads > 0;
    return used > 1
           && 20 * all->lone >= 19 * (all->rows + all->single + all->several);
}

/* Blanks in a field are the label above again if there are as many of them as
 * half its labels: a few are rows without one, such as totals. */
static uint32_t
find_filled(const tallies *all, size_t fields) {
    uint32_t filled = 0;
    for (size_t f = 0; f + 1 < fields; f++) {
        const tally *field = &all->fields[f];
        size_t labels = field->texts + field->figures;
        if (field->first && field->blanks > 0 && 2 * field->blanks >= labels)
            filled |= (uint32_t)1 << f;
    }
    return filled;
}

/* Where the labels that stand alone have no values, and those in the last
 * field recur below others, the fields are dimensions. */
static bool
find_staggered(const thr_window *window, const thr_stub_range *range,
               const tallies *all, thr_stub *out) {
    bool cross = false;
    if (!is_staggered(all, out->fields))
        return true;
    if (!thr_cut_ins_cross(window, range, out->fields, &cross))
        return false;
    const tally *last = &all->fields[out->fields - 1];
    out->alone = cross && 5 * last->texts >= 4 * all->rows;
    out->staggered = !out->alone;
    if (out->alone)
        out->filled = ((uint32_t)1 << (out->fields - 1)) - 1;
    return true;
}

/* Fields that hold no labels, beside others that do. */
static uint32_t
find_empty(const tallies *all, size_t fields) {
    uint32_t empty = 0;
    for (size_t f = 0; f < fields; f++)
        if (is_blank(&all->fields[f]) && all->fields[f].heads == 0)
            empty |= (uint32_t)1 << f;
    return empty;
}

/* Where a heading calls a column the value, all others are labels. */
static bool
find_valued(const thr_window *window, const thr_stub_range *range,
            thr_stub *out) {
    size_t value;
    if (!thr_valued_find(window, range, &value))
        return false;
    out->valued = value > 0;
    if (out->valued) {
        out->fields = range->fields - (value == range->fields);
        out->value = value > out->fields ? 0 : value;
    }
    return true;
}

/* Look at the blanks in several fields of labels. */
static bool
find_blanks(const thr_window *window, const thr_stub_range *range,
            tallies *all, thr_stub *out) {
    count_blanks(window, range->body, range->end, out->fields, all);
    if (!find_staggered(window, range, all, out))
        return false;
    if (!out->staggered && !out->alone)
        out->filled = find_filled(all, out->fields);
    out->empty = out->staggered ? 0 : find_empty(all, out->fields);
    out->full = 20 * all->full >= 19 * all->rows;
    if (out->staggered || out->alone || !out->full || all->single < 2)
        return true;
    return thr_cut_ins_cross_all(window, range, out->fields, &out->cut_ins);
}

bool
thr_stub_find(const thr_window *window, const thr_stub_range *range,
              thr_stub *out) {
    tallies all = {.rows = 0};
    count_rows(window, range->body, range->end, &all);
    *out = (thr_stub){.fields = 1};
    if (range->given > 0)
        out->fields = range->given;
    else if (all.rows > 0)
        out->fields = count_fields(window, range, all.fields);
    size_t found = out->fields;
    if (range->given == 0 && !find_valued(window, range, out))
        return false;
    if (out->valued)
        return true;
    if (range->given == 0 && !thr_tidy_find(window, range, &out->fields))
        return false;
    if (out->fields == 1)
        thr_packed_find(window, range, out);
    if (out->fields == 1)
        return thr_cut_ins_cross(window, range, 1, &out->cut_ins);
    for (size_t f = found; f-- > 1;)
        if (holds_codes(&all.fields[f]))
            out->codes = f + 1;
    return find_blanks(window, range, &all, out);
}

bool
thr_stub_has(const thr_stub *stub, size_t field) {
    return thr_stub_covers(stub, field)
           && (stub->empty >> (field - 1) & 1) == 0;
}

bool
thr_stub_covers(const thr_stub *stub, size_t field) {
    return field >= 1 && field <= stub->fields && field != stub->value;
}

size_t
thr_stub_dimensions(const thr_stub *stub) {
    size_t labels = stub->parts;
    for (size_t field = 1; stub->parts == 0 && field <= stub->fields; field++)
        labels += thr_stub_has(stub, field);
    return stub->cut_ins + (stub->staggered ? 1 : labels);
}
