/* Columns without a heading that hold the flags of the values at their left,
 * as statistical databases print them in delimited text:
 *
 *     TIME    | 2018 |   | 2019 |             2018: 5.1   2019: 5.2, break
 *     Norway  | 5.1  |   | 5.2  | b      ->
 *     Sweden  | 6.1  | p | :    | u           2018: 6.1, provisional
 *
 * Such a column is none of its own.
 */
#ifndef THR_LAYOUT_FLAGS_H
#define THR_LAYOUT_FLAGS_H

#include "layout/stub.h"

/* Whether `field` has no heading, stands beside one that has, and holds
 * nothing but flags and blanks, beside figures. */
bool thr_flags_is_field(const thr_window *window, const thr_stub_range *range,
                        size_t field);

/* Whether there is such a field behind `stub` fields, and none without a
 * heading that holds anything else. */
bool thr_flags_find(const thr_window *window, const thr_stub_range *range,
                    size_t stub);

/* Whether `text` looks like flags: a few small letters, in brackets or not. */
bool thr_flags_is_one(thresh_str text);

#endif
