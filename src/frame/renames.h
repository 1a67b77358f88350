/* Dimensions that the user gives names to.
 *
 *     "column=To region"     the dimension that would be called column is
 *                            called to_region, or "To region" as printed
 */
#ifndef THR_FRAME_RENAMES_H
#define THR_FRAME_RENAMES_H

#include "base/buf.h"
#include "model/table.h"
#include "scan/report.h"

typedef struct thr_rename {
    thr_buf wanted;    /* the name that the dimension would have */
    thr_buf label;     /* and what it is called */
    bool used;         /* some table has it */
    thresh_error none; /* what the first table without it is told */
} thr_rename;

typedef struct thr_renames {
    thr_rename *items;
    size_t count;
} thr_renames;

/* Copy "dimension=name" texts, ended by NULL; `texts` may be NULL. Fails with
 * THRESH_E_ARGUMENT for a text of another form, or a dimension named twice. */
thresh_result thr_renames_start(thr_renames *renames, const char *const *texts,
                                thresh_error *err);

/* Name the dimensions of `table`, which is headed at `place`. A name for one
 * that it lacks is a warning, once some table has it. Fails with
 * THRESH_E_ARGUMENT if two dimensions came by one name. */
thresh_result thr_renames_apply(thr_renames *renames, thresh_table *table,
                                const thresh_place *place,
                                const thr_report *report, thresh_error *err);

/* There are no more tables: fail with THRESH_E_ARGUMENT if a name was for a
 * dimension that none of them has. */
thresh_result thr_renames_end(const thr_renames *renames, thresh_error *err);

void thr_renames_free(thr_renames *renames);

#endif
