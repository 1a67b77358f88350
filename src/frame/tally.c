/* What the fields of the first rows hold. See tally.h. */
#include "frame/tally.h"

#include "base/ascii.h"
#include "base/str.h"
#include "scan/features.h"

/* Rows that settle it: enough that a text in a value column is outvoted. */
enum { MOST_ROWS = 64 };

/* Count a cell that stands in a row. */
static void
count_cell(thr_tally *field, thresh_str cell, bool figure, size_t row) {
    if (!figure) {
        field->texts++;
        return;
    }
    field->figures++;
    field->kinds |= (uint64_t)1 << row;
    for (size_t i = 0; i < cell.len; i++)
        if (!thr_is_digit(cell.ptr[i]))
            return;
    if (field->codes++ == 0)
        field->width = cell.len;
    else if (field->width != cell.len)
        field->width = 0;
    field->padded += cell.len > 1 && cell.ptr[0] == '0';
    field->years += thr_text_is_year(cell);
}

/* A row, and the one before it: numbers of records. */
typedef struct pair {
    const thr_window *window;
    size_t row;
    size_t last; /* or THRESH_NONE */
} pair;

/* Whether the label in `field` starts rows of its own: it is no blank, nor the
 * label of the last row again. */
static bool
starts_rows(const pair *at, size_t field) {
    thresh_str label = thr_record_cell(thr_window_at(at->window, at->row),
                                       field);
    return label.len > 0
           && (at->last == THRESH_NONE
               || !thr_str_equal(
                   label, thr_record_cell(thr_window_at(at->window, at->last),
                                          field)));
}

/* Look whether a field counts the rows of each label beside it, in `beside`:
 * 1, 2, 3, 1, 2, 3. */
static void
count_on(thr_tally *field, thresh_str cell, const pair *at, size_t beside) {
    enum { MOST_DIGITS = 3 };
    size_t number = 0, digits = 0;
    for (; digits < cell.len && digits <= MOST_DIGITS; digits++) {
        if (!thr_is_digit(cell.ptr[digits]))
            break;
        number = 10 * number + (size_t)(cell.ptr[digits] - '0');
    }
    bool whole = digits > 0 && digits == cell.len;
    bool first = whole && number <= 1;
    bool next = whole && number == field->number + 1;
    bool labelled = (first || next) && starts_rows(at, beside);
    bool starts = labelled && first;
    bool counts = !labelled && next;
    field->starts += starts;
    field->counted += counts;
    field->breaks += !starts && !counts;
    field->number = number;
}

/* A field of a row in which nothing stands: it counts nothing on. */
static void
count_blank(thr_tally *field) {
    field->breaks++;
    field->number = 0;
}

static void
count_filled(thr_tallies *out, size_t f, thresh_str cell, bool figure,
             const pair *at) {
    thr_tally *field = &out->fields[f];
    count_cell(field, cell, figure, out->rows);
    if (f > 0)
        count_on(field, cell, at, f);
}

/* What stands behind the last row is a note rather than a label. */
static size_t
last_row(const thr_window *window, size_t body, size_t end) {
    while (end > body && thr_window_features(window, end - 1).figures == 0)
        end--;
    return end;
}

void
thr_tally_rows(const thr_window *window, size_t body, size_t end,
               thr_tallies *out) {
    size_t last = THRESH_NONE;
    end = last_row(window, body, end);
    for (size_t i = body; i < end && out->rows < MOST_ROWS; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        bool row = features.figures > 0;
        for (size_t f = 0; f < THR_STUB_MOST; f++) {
            thresh_str cell = thr_record_cell(record, f + 1);
            if (cell.len == 0 && row)
                count_blank(&out->fields[f]);
            else if (row)
                count_filled(out, f, cell, features.shown >> f & 1,
                             &(pair){window, i, last});
            else
                out->fields[f].heads += cell.len > 0;
        }
        last = row ? i : last;
        out->rows += row;
    }
}

bool
thr_tally_has_texts(const thr_tally *field) {
    return field->texts > 0 && field->texts >= 4 * field->figures;
}

bool
thr_tally_takes_turns(const thr_tally *field, const thr_tally *next) {
    return field->texts > 1 && field->figures > 1
           && field->kinds == next->kinds;
}

bool
thr_tally_has_codes(const thr_tally *field) {
    return field->figures > 0 && field->codes == field->figures;
}

bool
thr_tally_has_padded(const thr_tally *field) {
    return thr_tally_has_codes(field) && field->padded > 0
           && (field->width > 0 || 2 * field->padded > field->figures);
}

/* Whether a field counts the rows below each of several labels beside it, or
 * many below one, as months do those of a year: such a row has no other label,
 * or the same as the others. */
static bool
counts_rows(const thr_tally *field) {
    enum { MANY = 24 };
    return field->starts > 0
           && field->counted >= (field->starts > 1 ? field->starts : MANY)
           && field->breaks == 0;
}

/* Nothing but texts beside labels that have no values: a code of groups. */
static bool
holds_heads(const thr_tally *field) {
    return field->texts == 0 && field->figures == 0 && field->heads > 0;
}

bool
thr_tally_has_more(const thr_tally *field) {
    return thr_tally_has_padded(field) || holds_heads(field)
           || counts_rows(field);
}

bool
thr_tally_is_blank(const thr_tally *field) {
    return field->texts == 0 && field->figures == 0;
}

/* Whether two labels or more stand in a record, and nothing else. */
static bool
has_only_labels(const thr_record *record, size_t fields) {
    size_t labels = 0;
    for (size_t field = 1; field <= fields; field++)
        labels += thr_record_cell(record, field).len > 0;
    return labels > 1 && labels == record->filled;
}

/* Whether two rows say the same in the fields [from, to). */
static bool
are_same(const thr_record *record, const thr_record *above, size_t from,
         size_t to) {
    for (size_t field = from; field < to; field++)
        if (!thr_str_equal(thr_record_cell(record, field),
                           thr_record_cell(above, field)))
            return false;
    return true;
}

/* Count a blank of a row that stands before a label. */
static void
count_blank_before(thr_tally *field, const thr_record *record,
                   const thr_record *above, size_t f, size_t fields) {
    field->blanks++;
    field->early += !field->led;
    field->same += above != NULL && are_same(record, above, f + 2, fields + 1);
}

void
thr_tally_blanks(const thr_window *window, size_t body, size_t end,
                 size_t fields, thr_tallies *out) {
    const thr_record *above = NULL;
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
            thr_tally *field = &out->fields[f];
            if (blank && labels > 0)
                count_blank_before(field, record, above, f, fields);
            field->led |= !blank;
            field->again += !blank && above != NULL
                            && are_same(record, above, 1, f + 2);
            labels += !blank;
            full += !blank
                    || (thr_tally_is_blank(&out->fields[f])
                        && out->fields[f].heads == 0);
        }
        out->lone += labels == 1;
        out->full += full == fields;
        above = record;
    }
}
