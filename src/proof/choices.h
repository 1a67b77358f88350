/* The choices of the other dimensions of an axis that are made at its
 * positions (rows or columns), numbered in order.
 *
 *     Sex     Age        along Year, the rows of "Men, 0-4" are one choice: 0,
 *     Men     0-4        "Men, 5-9" is 1, "Women, 5-9" is 2
 *     Men     5-9
 *     Women   5-9
 *
 * A list of a million rows has half a million of them along the sexes: what is
 * kept is a bit for each choice there could be, unless these are far more than
 * the rows.
 */
#ifndef THR_PROOF_CHOICES_H
#define THR_PROOF_CHOICES_H

#include "base/arena.h"
#include "model/table.h"

typedef struct thr_choices {
    const thresh_table *table;
    size_t dimension; /* the one that is no part of the choice */
    thresh_axis axis;
    size_t first; /* of the dimensions of the axis */
    size_t behind;
    size_t count;     /* of choices that are made */
    uint64_t *made;   /* a bit for each that there could be, or NULL */
    uint32_t *before; /* of each 64 bits, how many are made before them */
    uint64_t *codes;  /* where there are no bits: those that are made, in
                         order */
} thr_choices;

/* Number the choices beside `dimension`, with memory of `scratch`. */
thresh_result thr_choices_number(thr_choices *choices,
                                 const thresh_table *table, size_t dimension,
                                 thr_arena *scratch, thresh_error *err);

/* The number of the choice that is made at `position`. */
size_t thr_choices_at(const thr_choices *choices, size_t position);

/* The category of a dimension of `axis` at a position of it. */
size_t thr_choices_key(const thresh_table *table, thresh_axis axis,
                       size_t dimension, size_t position);

#endif
