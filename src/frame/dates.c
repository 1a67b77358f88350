/* Dates on two lines of a header. See dates.h. */
#include "frame/dates.h"

#include "base/str.h"
#include "scan/period.h"

/* How many of the cells from `first` on differ, in the records `a` and, where
 * it is another, `b`. */
static size_t
count_distinct(const thr_record *a, const thr_record *b, size_t first) {
    size_t count = 0;
    for (size_t i = first; i <= a->ncells; i++) {
        size_t k = first;
        while (k < i
               && !(thr_str_equal(thr_record_cell(a, i), thr_record_cell(a, k))
                    && thr_str_equal(thr_record_cell(b, i),
                                     thr_record_cell(b, k))))
            k++;
        count += k == i && thr_record_cell(a, i).len > 0;
    }
    return count;
}

bool
thr_dates_are_parted(const thr_window *window, size_t above, size_t below,
                     size_t first) {
    enum { MOST_FIELDS = 128 };
    const thr_record *upper = thr_window_at(window, above);
    const thr_record *lower = thr_window_at(window, below);
    thresh_str year;
    if (upper->ncells > MOST_FIELDS || lower->ncells > MOST_FIELDS)
        return false;
    for (size_t i = first; i <= upper->ncells || i <= lower->ncells; i++) {
        thresh_str part = thr_record_cell(upper, i);
        thresh_str cell = thr_record_cell(lower, i);
        if (part.len == 0 && cell.len == 0)
            continue;
        if (!thr_period_in_year(part) || !thr_text_heads_year(cell, &year))
            return false;
    }
    size_t parts = count_distinct(upper, upper, first);
    size_t years = count_distinct(lower, lower, first);
    size_t dates = count_distinct(upper, lower, first);
    bool crossed = parts > 1 && years > 1 && dates == parts * years;
    return dates > 1 && !crossed;
}
