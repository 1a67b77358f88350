/* What indentation, and labels without values, say of the tree:
 *
 *     Europe     36512        the parent of what follows and stands deeper
 *        Western 14606
 *     Age                     the parent of what follows, until the next one
 *     0-14        7203
 *        Total   36512        of no single row above it: it is only set off
 */
#ifndef THR_PROOF_INDENT_H
#define THR_PROOF_INDENT_H

#include "proof/tree.h"

/* The parent that each item gets so, or THRESH_NONE; NULL in `*out` where all
 * labels are indented alike and all have values. `empty`, one for each item,
 * tells those without. */
thresh_result thr_indent_find(const thr_plane *plane, const bool *empty,
                              thr_arena *arena, size_t **out,
                              thresh_error *err);

/* The label above `item` whose total it calls itself, or THRESH_NONE. */
size_t thr_indent_total_of(const size_t *indent, const thr_plane *plane,
                           size_t item);

/* Complete `tree` by them. Where no sum says what an item is a part of, they
 * do. A label without values holds what stands below it even where a sum says
 * more: the item is its part, and it is a part of the sum's total:
 *
 *     Total > Marital status > Married
 *
 * What stands between such a label and a subtotal that is indented below it
 * belongs to the label, though a line of it is not indented: `indent` is
 * mended.
 */
void thr_indent_apply(size_t *indent, const bool *empty,
                      const thr_plane *plane, thr_tree *tree);

#endif
