/* The first category may be what the title says that the table is of:
 *
 *     Real gross domestic product, expenditure-based
 *
 *     Real gross domestic product at market prices   1247807
 *     Personal expenditure                            723146  a part of it
 *     Government expenditure                          239471
 *
 * A table of one thing that starts with the whole of it goes on with its
 * parts, also where they do not add up: indices, rates, chained volumes.
 */
#ifndef THR_PROOF_TITLED_H
#define THR_PROOF_TITLED_H

#include "proof/plane.h"

/* Whether the label of the first item is what the title names, and no other
 * label is. */
bool thr_titled(const thr_plane *plane);

#endif
