/* Columns that hold the flags of the values at their left, without a heading
 * or with one that says so, as statistical databases print them in delimited
 * text:
 *
 *     TIME    | 2018 |   | 2019 |             2018: 5.1   2019: 5.2, break
 *     Norway  | 5.1  |   | 5.2  | b      ->
 *     Sweden  | 6.1  | p | :    | u           2018: 6.1, provisional
 *
 * Such a column is none of its own.
 */
#ifndef THR_FRAME_FLAGS_H
#define THR_FRAME_FLAGS_H

#include "frame/stub.h"

/* Whether `field` has no heading or is called flags, stands beside one that
 * has another, and holds nothing but flags and blanks, beside figures. */
bool thr_flags_is_field(const thr_window *window, const thr_stub_range *range,
                        size_t field);

/* Whether there is such a field behind `stub` fields, and none without a
 * heading that holds anything else. */
bool thr_flags_find(const thr_window *window, const thr_stub_range *range,
                    size_t stub);

/* Whether `field` is none of the columns, where there are such fields. */
bool thr_flags_hides(const thr_window *window, const thr_stub_range *range,
                     size_t field);

/* Whether `text` looks like flags: a few letters or stars, in brackets or
 * not. Without a heading that says so they must be small. */
bool thr_flags_is_one(thresh_str text);

#endif
