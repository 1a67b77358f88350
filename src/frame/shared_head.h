/* One heading over several columns of labels, which names them all:
 *
 *     Region / Sex |       | 2018 | 2019
 *     North        | Men   |  120 |  121      region North, sex Men
 *                  | Women |  130 |  131
 */
#ifndef THR_FRAME_SHARED_HEAD_H
#define THR_FRAME_SHARED_HEAD_H

#include "frame/dimensions.h"

/* Where a heading of `heads`, one for each field of `stub`, has as many parts
 * as there are fields below it, itself and those without a heading at its
 * right, give each its part. */
void thr_shared_head_split(const thr_stub *stub, thr_stubhead *heads);

#endif
