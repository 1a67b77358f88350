/* Whether headings part two columns of which the figures may as well be one
 * number, with a blank in it.
 *
 *     Oslo    Bergen       two headings, each at the end of its column
 *      548       617
 *      142       893
 */
#ifndef THR_ALIGNED_SPLIT_H
#define THR_ALIGNED_SPLIT_H

#include "aligned/columns.h"

/* Whether headings stand on both sides of the gap behind column `column`;
 * `close` tells that they may have one blank between them. */
bool thr_split_is(const thr_page *page, const thr_extent *extent,
                  const thr_columns *columns, size_t column, bool close);

#endif
