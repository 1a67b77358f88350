/* The rows of tables that stand side by side, one table after the other.
 *
 *     0 | 31 | 2 | 52        read as 0, 2, 1, 3;
 *     1 | 33 | 3 | 50        wanted as 0, 1, 2, 3
 */
#ifndef THR_MODEL_PANELS_H
#define THR_MODEL_PANELS_H

#include "model/table.h"

/* Sort the rows of `table` and the categories of its row dimensions so. */
thresh_result thr_table_order_panels(thresh_table *table, thresh_error *err);

#endif
