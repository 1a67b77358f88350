/* Whether labels that stand alone above rows are a dimension of their own.
 *
 *     Men                    Goods            no: they hold other rows, and
 *     0-17    | 30           Oil     | 30     are their parents
 *     18-66   | 40           Timber  | 40
 *     Women                  Services
 *     0-17    | 12           Tourism | 12
 *     18-66   | 22           Banks   | 22
 */
#ifndef THR_LAYOUT_CUT_INS_H
#define THR_LAYOUT_CUT_INS_H

#include "layout/window.h"

/* Whether record `i` may be a cut-in: a label alone, with rows, or another
 * such label, below. */
bool thr_cut_ins_is_one(const thr_window *window, size_t i, size_t end);

/* `*cross` tells whether the rows below the cut-ins in [body, end) have the
 * same labels again. False if memory is exhausted. */
bool thr_cut_ins_cross(const thr_window *window, size_t body, size_t end,
                       bool *cross);

#endif
