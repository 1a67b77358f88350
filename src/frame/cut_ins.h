/* Whether labels that stand alone above rows are a dimension of their own.
 *
 *     Men                    Goods            no: they hold other rows, and
 *     0-17    | 30           Oil     | 30     are their parents
 *     18-66   | 40           Timber  | 40
 *     Women                  Services
 *     0-17    | 12           Tourism | 12
 *     18-66   | 22           Banks   | 22
 */
#ifndef THR_FRAME_CUT_INS_H
#define THR_FRAME_CUT_INS_H

#include "frame/stub.h"

/* Whether record `i` may be a cut-in: a label alone in one of the first
 * `fields` fields, with rows, or another such label, below. */
bool thr_cut_ins_is_one(const thr_window *window, size_t i, size_t end,
                        size_t fields);

/* Whether the first record that is not blank behind record 0 is one, in the
 * first field. */
bool thr_cut_ins_follows(const thr_window *window);

/* `*cross` tells whether the rows below the cut-ins in `range` have the same
 * labels again. Labels stand in the first `fields` fields, one a record. False
 * if memory is exhausted. */
bool thr_cut_ins_cross(const thr_window *window, const thr_stub_range *range,
                       size_t fields, bool *cross);

/* The same, where each row has labels in `fields` fields, and those alone
 * stand in the first: whether all of them together recur. */
bool thr_cut_ins_cross_all(const thr_window *window,
                           const thr_stub_range *range, size_t fields,
                           bool *cross);

#endif
