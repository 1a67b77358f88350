/* Columns of the flags of values. See flags.h. */
#include "layout/flags.h"

#include "base/ascii.h"
#include "base/str.h"
#include "grid/symbol.h"
#include "grid/value.h"

bool
thr_flags_is_one(thresh_str text) {
    enum { MOST = 3 };
    thresh_str letters = thr_symbol_unwrap(text);
    for (size_t i = 0; i < letters.len; i++)
        if (!thr_is_lower(letters.ptr[i]))
            return false;
    return letters.len > 0 && letters.len <= MOST;
}

/* Whether all offices that use these letters mean them as flags: "p", "bp",
 * but not "kg". */
static bool
is_common(thresh_str text) {
    thresh_str letters = thr_symbol_unwrap(text);
    for (size_t i = 0; i < letters.len; i++)
        if (!thr_symbol_is_common_flag(thr_str_slice(letters, i, i + 1)))
            return false;
    return true;
}

/* The cells of one field below the header. */
typedef struct tally {
    size_t flags;  /* beside a figure, or beside nothing */
    size_t common; /* of these, known to be flags */
    size_t others;
} tally;

static tally
count_cells(const thr_window *window, const thr_stub_range *range,
            size_t field) {
    tally seen = {0};
    for (size_t i = range->body; i < range->end; i++) {
        const thr_record *record = thr_window_at(window, i);
        thresh_str cell = thr_record_cell(record, field);
        thresh_str value = thr_record_cell(record, field - 1);
        if (cell.len == 0 || record->filled < 2)
            continue;
        if (thr_flags_is_one(cell)
            && (value.len == 0 || thr_value_is_figure(value))) {
            seen.flags++;
            seen.common += is_common(cell);
        } else {
            seen.others++;
        }
    }
    return seen;
}

static bool
is_headed(const thr_window *window, const thr_stub_range *range,
          size_t field) {
    for (size_t i = range->header; i < range->body; i++)
        if (thr_record_cell(thr_window_at(window, i), field).len > 0)
            return true;
    return false;
}

bool
thr_flags_is_field(const thr_window *window, const thr_stub_range *range,
                   size_t field) {
    enum { FIRST = 3 }; /* a label and a value stand before it */
    if (field < FIRST || is_headed(window, range, field)
        || !is_headed(window, range, field - 1))
        return false;
    tally seen = count_cells(window, range, field);
    return seen.flags > 0 && seen.others == 0;
}

bool
thr_flags_find(const thr_window *window, const thr_stub_range *range,
               size_t stub) {
    size_t common = 0;
    for (size_t field = stub + 2; field <= range->fields; field++) {
        if (is_headed(window, range, field))
            continue;
        tally seen = count_cells(window, range, field);
        if (seen.others > 0
            || (seen.flags > 0 && !is_headed(window, range, field - 1)))
            return false;
        common += seen.common;
    }
    return common > 0;
}
