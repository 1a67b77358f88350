/* The numbers of each line in steps of what all of them are multiples of, and
 * the lines that then say the same as one before them.
 *
 *     10  20  50     steps of 10: 1 2 5
 *      4   8  20     steps of  4: 1 2 5, the same again
 */
#ifndef THR_PROOF_STEPS_H
#define THR_PROOF_STEPS_H

#include "proof/plane.h"

/* Set `step` and `repeats` of a plane whose values can be read. */
thresh_result thr_steps_find(thr_plane *plane, thr_arena *arena,
                             thresh_error *err);

#endif
