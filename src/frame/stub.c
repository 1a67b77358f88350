/* How the labels of the rows are printed. See stub.h. */
#include "frame/stub.h"

#include "frame/cut_ins.h"
#include "frame/flags.h"
#include "frame/packed.h"
#include "frame/tally.h"
#include "frame/tidy.h"
#include "frame/valued.h"
#include "scan/features.h"

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

/* What a column of units is called. */
static bool
names_units(thresh_str heading) {
    static const char *const words[] = {
        "unit",   "units",   "einheit", "enhet",          "enhed",
        "unidad", "unidade", "eenheid", "unit of measure"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal_nocase(heading, thr_str(words[i])))
            return true;
    return false;
}

/* Whether the field is called one of units, and holds some in words: then its
 * "1000" tells as well what the values are counted in. */
static bool
holds_units(const thr_window *window, const thr_stub_range *range,
            const thr_tally *at, size_t field) {
    for (size_t i = range->header; i < range->body && at->texts > 0; i++)
        if (names_units(thr_record_cell(thr_window_at(window, i), field)))
            return true;
    return false;
}

/* Whether a field holds nothing but years, and is called so: they say which
 * year the values beside them are of. */
static bool
holds_years(const thr_window *window, const thr_stub_range *range,
            const thr_tally *fields, size_t field) {
    const thr_tally *at = &fields[field - 1];
    return at->years > 0 && at->years == at->figures && at->texts == 0
           && is_headed_year(window, range, field);
}

/* Whether the field holds values for certain, and no label stands right of it.
 */
static bool
ends_stub(const thr_window *window, const thr_stub_range *range,
          const thr_tally *fields, size_t field) {
    const thr_tally *at = &fields[field - 1];
    return (!thr_tally_has_codes(at) && !thr_tally_has_texts(at)
            && !thr_tally_is_blank(at))
           || thr_tally_takes_turns(at, &fields[field])
           || is_headed_by_year(window, range, field);
}

static size_t
count_fields(const thr_window *window, const thr_stub_range *range,
             const thr_tally *fields) {
    size_t stub = 1, codes = 0;
    for (size_t f = 1; f + 1 < range->fields && f < THR_STUB_MOST; f++) {
        const thr_tally *field = &fields[f];
        if (holds_units(window, range, field, f + 1)) {
            stub = f + 1;
            continue;
        }
        if (ends_stub(window, range, fields, f + 1)
            || thr_flags_is_field(window, range, f + 1))
            break;
        bool years = f == stub && holds_years(window, range, fields, f + 1);
        codes = thr_tally_has_codes(field) && !years ? codes + 1 : 0;
        if (codes > 1 && !thr_tally_has_padded(field))
            break; /* a code has its label beside it */
        if (years || thr_tally_has_texts(field)
            || (f == stub && thr_tally_has_more(field)))
            stub = f + 1;
    }
    return stub;
}

/* ## Blanks in the stub */

/* Nearly every row has one label, and no field has all of them. */
static bool
is_staggered(const thr_tallies *all, size_t fields) {
    size_t used = 0;
    for (size_t f = 0; f < fields; f++)
        used += all->fields[f].texts > 0 || all->fields[f].heads > 0;
    return used > 1
           && 20 * all->lone >= 19 * (all->rows + all->single + all->several);
}

/* Blanks in a field are the label above again if there are as many of them as
 * half its labels: a few are rows without one, such as totals. */
static bool
is_filled(const thr_tally *field) {
    size_t labels = field->texts + field->figures;
    return field->blanks > 0 && field->early == 0
           && 2 * field->blanks >= labels;
}

static uint32_t
find_filled(const thr_tallies *all, size_t fields) {
    uint32_t filled = 0;
    for (size_t f = 0; f + 1 < fields; f++)
        filled |= (uint32_t)is_filled(&all->fields[f]) << f;
    return filled;
}

/* In a list of records a blank may as well say that nothing is known, or all:
 * it is the label above where none is printed twice for rows in succession,
 * and what is right of it changes in each row. */
static uint32_t
find_filled_records(const thr_tallies *all, size_t fields) {
    uint32_t filled = find_filled(all, fields);
    for (size_t f = 0; f + 1 < fields; f++)
        if (all->fields[f].again > 0 || all->fields[f].same > 0)
            filled &= ~((uint32_t)1 << f);
    return filled;
}

/* Where the labels that stand alone have no values, and those in the last
 * field recur below others, the fields are dimensions. */
static bool
find_staggered(const thr_window *window, const thr_stub_range *range,
               const thr_tallies *all, thr_stub *out) {
    bool cross = false;
    if (!is_staggered(all, out->fields))
        return true;
    if (!thr_cut_ins_cross(window, range, out->fields, &cross))
        return false;
    const thr_tally *last = &all->fields[out->fields - 1];
    out->alone = cross && 5 * last->texts >= 4 * all->rows;
    out->staggered = !out->alone;
    if (out->alone)
        out->filled = ((uint32_t)1 << (out->fields - 1)) - 1;
    return true;
}

/* Fields that hold no labels, beside others that do: where none does, the
 * first is that of the labels all the same. */
static uint32_t
find_empty(const thr_tallies *all, size_t fields) {
    uint32_t empty = 0;
    size_t count = 0;
    for (size_t f = 0; f < fields; f++)
        if (thr_tally_is_blank(&all->fields[f]) && all->fields[f].heads == 0) {
            empty |= (uint32_t)1 << f;
            count++;
        }
    return count < fields ? empty : empty & ~(uint32_t)1;
}

/* Where a heading calls a column the value, all others are labels, but for its
 * flags at the end. */
static bool
find_valued(const thr_window *window, const thr_stub_range *range,
            thr_stub *out) {
    size_t value;
    if (!thr_valued_find(window, range, &value))
        return false;
    out->valued = value > 0;
    if (out->valued) {
        bool flagged = value + 1 == range->fields
                       && thr_flags_is_field(window, range, range->fields);
        out->fields = value - 1;
        if (!flagged && value < range->fields)
            out->fields = range->fields;
        out->value = value > out->fields ? 0 : value;
    }
    return true;
}

/* Look at the blanks in several fields of labels. */
static bool
find_blanks(const thr_window *window, const thr_stub_range *range,
            thr_tallies *all, thr_stub *out) {
    thr_tally_blanks(window, range->body, range->end, out->fields, all);
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

/* Look at the blanks left of a value. */
static void
fill_records(const thr_window *window, const thr_stub_range *range,
             thr_tallies *all, thr_stub *out) {
    size_t fields = out->value > 0 ? out->value - 1 : out->fields;
    thr_tally_blanks(window, range->body, range->end, fields, all);
    out->filled = find_filled_records(all, fields);
}

bool
thr_stub_find(const thr_window *window, const thr_stub_range *range,
              thr_stub *out) {
    thr_tallies all = {.rows = 0};
    thr_tally_rows(window, range->body, range->end, &all);
    *out = (thr_stub){.fields = 1};
    if (range->given > 0)
        out->fields = range->given;
    else if (all.rows > 0)
        out->fields = count_fields(window, range, all.fields);
    size_t found = out->fields;
    if (range->given == 0 && !find_valued(window, range, out))
        return false;
    if (out->valued) {
        fill_records(window, range, &all, out);
        return true;
    }
    if (range->given == 0 && !thr_tidy_find(window, range, &out->fields))
        return false;
    if (out->fields == 1)
        thr_packed_find(window, range, out);
    if (out->fields == 1)
        return thr_cut_ins_cross(window, range, 1, &out->cut_ins);
    for (size_t f = found; f-- > 1;)
        if (thr_tally_has_codes(&all.fields[f]))
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
