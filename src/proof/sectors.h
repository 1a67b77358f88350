/* Groups of rates, told by a word for a group that their labels share:
 *
 *     Private sector          73.9    lies between its parts
 *     Agriculture             57.7
 *     Manufacturing           89.3
 *     Public sector           99.8
 *     Administration          99.3
 *     Schools                100.0
 *
 * Rates do not add up, but that of a group lies between those of its parts.
 */
#ifndef THR_PROOF_SECTORS_H
#define THR_PROOF_SECTORS_H

#include "proof/tree.h"

/* Let the rows below each such group be its parts, where all roots of `tree`
 * are groups or lie below one, and each of them shows it. `empty` tells labels
 * without values. */
void thr_sectors_apply(const thr_plane *plane, const bool *empty,
                       thr_tree *tree);

#endif
