/* Headings, title and stub heading to dimensions with names.
 *
 *     rows      citizenship   the stub heading
 *     columns   region        the title's "by citizenship and region", and
 *                             the spanner "To region" over the columns
 *     constant  year          2007, from the title
 *
 * A header level with one spanner names the level below it. Levels with
 * several spanners are a dimension each if they are crossed (years with
 * sexes); if not, the columns are one dimension and their labels hold the
 * spanners.
 */
#ifndef THR_FRAME_DIMENSIONS_H
#define THR_FRAME_DIMENSIONS_H

#include "frame/stub.h"
#include "model/table.h"
#include "scan/title.h"

/* The heading over one stub field. */
typedef struct thr_stubhead {
    thresh_str label;
    thresh_str marks;
    thresh_place place;
    const char *times; /* what the labels are, if times (see times.h) */
} thr_stubhead;

/* What is printed beside the headings that names dimensions: over each field
 * of the stub, and left of each line of the header; either may be empty. */
typedef struct thr_printed_names {
    const thr_stubhead *stubheads;
    const thresh_str *lines; /* as many as the header has */
    const char *cut_ins;     /* what labels that stand alone are, if times */
} thr_printed_names;

/* Fill in dimensions, categories and column keys of `table`, whose headings,
 * columns and caption are known. `title_place` is where the title stands. */
thresh_result thr_dimensions_find(thresh_table *table,
                                  const thr_printed_names *printed,
                                  const thr_stub *stub, const thr_title *title,
                                  thresh_place title_place, thresh_error *err);

#endif
