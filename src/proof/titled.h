/* The first category may be what the title says that the table is of:
 *
 *     Real gross domestic product, expenditure-based
 *
 *     Real gross domestic product at market prices   1247807
 *     Personal expenditure                            723146  a part of it
 *     Government expenditure                          239471
 *
 * A table of one thing that starts with the whole of it goes on with its
 * parts, also where they do not add up: indices, chained volumes. Rows
 * of another size are none: births below a population.
 */
#ifndef THR_PROOF_TITLED_H
#define THR_PROOF_TITLED_H

#include "proof/tree.h"

/* Whether the label of the first item is what the title names, no other label
 * is, and the roots of `tree` below it can be its parts by their size. `empty`
 * tells labels without values. */
bool thr_titled(const thr_plane *plane, const bool *empty,
                const thr_tree *tree);

#endif
