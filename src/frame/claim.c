/* Which item of the title's list names a dimension. See claim.h. */
#include "frame/claim.h"

#include "base/str.h"
#include "frame/kinds.h"
#include "scan/features.h"

bool
thr_claims_names_columns(const thr_claims *c, thresh_str label) {
    return c->nyears > 0 && thr_text_names_time(label)
           && !thr_text_names_part_of_year(label);
}

/* Whether an item of the title's list may name a dimension by its place in the
 * list alone: none that is known to name another. `level` is that of a
 * dimension of columns, or NONE. */
static bool
may_name(const thr_claims *c, thresh_str item, size_t level) {
    if (level != THRESH_NONE && thr_kinds_has(c->table, level, item))
        return true;
    for (size_t i = 0; i < c->levels->count; i++)
        if (c->levels->levels[i] != level
            && thr_kinds_has(c->table, c->levels->levels[i], item))
            return false;
    return true;
}

thresh_str
thr_claims_take(thr_claims *c, thresh_str text, size_t level) {
    size_t printed = c->table->naxis[THRESH_ROWS] + c->levels->count;
    size_t nby = c->title->nby;
    bool all = nby == printed || nby + c->nyears == printed
               || nby + c->nyears + c->ntimes == printed;
    if (text.len == 0 && (!c->listed || !all))
        return text;
    for (size_t i = 0; i < c->title->nby; i++) {
        thresh_str item = c->title->by[i];
        if (c->used[i]
            || (text.len == 0
                && (thr_claims_names_columns(c, item)
                    || !may_name(c, item, level)))
            || (text.len > 0
                && thr_str_find_nocase(text, item) == THRESH_NONE))
            continue;
        c->used[i] = true;
        return item;
    }
    return (thresh_str){NULL, 0};
}

/* Times of several kinds may be called by any of them: "by year", with "All
 * years" among the rows. */
thresh_str
thr_claims_take_time(thr_claims *c, const char *time) {
    for (size_t i = 0; i < c->title->nby; i++) {
        thresh_str item = c->title->by[i];
        bool part = thr_text_names_part_of_year(item);
        bool any = thr_str_equal(thr_str(time), THR_LIT("period"));
        if (c->used[i] || !thr_text_names_time(item)
            || thr_claims_names_columns(c, item)
            || (!any && part == thr_str_equal(thr_str(time), THR_LIT("year"))))
            continue;
        c->used[i] = c->listed = true;
        return item;
    }
    c->ntimes++;
    return thr_str(time);
}

bool
thr_claims_are_listed(const thr_claims *c, const thr_stubhead *heads,
                      size_t nheads) {
    for (size_t i = 0; i < c->title->nby; i++) {
        thresh_str item = c->title->by[i];
        if (c->title->nby == 1)
            return true; /* there is no order to mistake */
        if (thr_claims_names_columns(c, item))
            return true;
        for (size_t k = 0; k < nheads; k++)
            if (thr_str_find_nocase(heads[k].label, item) != THRESH_NONE)
                return true;
        for (size_t k = 0; k < c->table->nheadings; k++)
            if (thr_str_find_nocase(c->table->headings[k].label, item)
                != THRESH_NONE)
                return true;
    }
    return false;
}
