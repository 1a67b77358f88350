/* Which categories the rows of a loaded table have, and where their labels
 * stood.
 *
 * A row dimension that is alone has one category a row, even where labels
 * repeat ("Other" under two headings is two categories): each row has the
 * category of its own number. Where rows have several dimensions (region and
 * sex), rows that share a label share the category, and each row has a key a
 * dimension: the number of the category, and how the place of its label is
 * told, so that it need not be kept.
 *
 *     Oslo   | Men    FLOWS: from a usual column on, each behind the other
 *     Bergen | Women
 *     Oslo     Men    LINED: each in a column of its own
 *     Bergen   Women
 *     Oslo            FIRST: where the category stood first, above
 *       Men
 */
#ifndef THR_MODEL_KEYS_H
#define THR_MODEL_KEYS_H

#include "model/table.h"

/* Append the categories of `row`, which becomes row `table->nrows` and has
 * room there. */
thresh_result thr_keys_add(thresh_table *table, const thresh_row *row,
                           thresh_error *err);

/* Where the label stood that row `index` has of a dimension of several. */
thresh_place thr_keys_place(const thresh_table *table, size_t index,
                            size_t dimension);

/* Room for the places of its rows; false if memory is exhausted. */
bool thr_keys_places_room(thresh_table *table, thr_chunk *chunk);

/* Give row `index` another category of that dimension, with the same label. */
void thr_keys_set(thresh_table *table, size_t index, size_t dimension,
                  size_t category);

#endif
