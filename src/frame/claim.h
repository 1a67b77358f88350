/* Which items of the title's list of dimensions name which.
 *
 *     Immigration, by citizenship and region. 2007
 *
 *     Citizenship | Total | To region        "citizenship" stands over the
 *                 |       | Oslo             labels, "region" in the spanner
 */
#ifndef THR_FRAME_CLAIM_H
#define THR_FRAME_CLAIM_H

#include "frame/dimensions.h"
#include "frame/levels.h"
#include "model/table.h"
#include "scan/title.h"

typedef struct thr_claims {
    const thresh_table *table;
    const thr_levels *levels; /* of its header */
    const thr_title *title;
    bool listed;   /* some of the list name what is printed */
    size_t nyears; /* header levels that are years, which name themselves */
    size_t ntimes; /* rows that are times, which the list does not name */
    bool used[THR_TITLE_BY]; /* items that have a home */
} thr_claims;

/* Whether a text names columns that are years: "Year" left of them, or in the
 * title's list. "Month" does not, it names the rows. */
bool thr_claims_names_columns(const thr_claims *c, thresh_str label);

/* Whether a heading of the stub or the columns holds an item of the list: then
 * the list is one of dimensions, and the others may be named by what is left
 * of it. "By state and territory" may as well be one. */
bool thr_claims_are_listed(const thr_claims *c, const thr_stubhead *heads,
                           size_t nheads);

/* The first item that has no home yet and stands in `text`; empty if there is
 * none. Where `text` is empty it may be any item, but only if the list names
 * every dimension: "carried by rail" lists none. `level` is that of a
 * dimension of columns, or NONE. */
thresh_str thr_claims_take(thr_claims *c, thresh_str text, size_t level);

/* What rows that are times are called (see times.h): an item that names such
 * times, or else `time` itself. */
thresh_str thr_claims_take_time(thr_claims *c, const char *time);

#endif
