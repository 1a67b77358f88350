/* A small table for the tests of the model and the writers, made by hand:
 *
 *     3  Visitors, by country and place. 2007
 *
 *     Country      Total      In town
 *                             North, east     South
 *     Total        1 250      1 000           250
 *     Denmark ¹    1 240      1 000           240 (marked 2, revised)
 *     Stateless    10         -               10
 *     Unknown      ..         (blank)         5 to 16
 *
 *     1 Without Greenland.
 *     2 Counted anew.
 *     Source: Office of visits.
 *
 * Dimensions: country (rows), place (columns; each with its heading as its
 * label), year (constant). Rows stand on lines 7 to 10, cells in fields 2 to
 * 4. The tree is not known: levels are -1, no category is known to be a total.
 */
#ifndef TESTS_UNIT_MAKE_TABLE_H
#define TESTS_UNIT_MAKE_TABLE_H

#include "model/unpack.h"

/* The table, loaded. End it with thresh_table_free(). NULL if memory is
 * exhausted. */
thresh_table *make_table(void);

/* The same before its rows and notes are read. */
thresh_table *make_frame(void);

/* A frame with a row dimension `rows`, a column dimension `place` and
 * `ncolumns` columns of these headings. */
thresh_table *make_frame_of(const char *rows, size_t ncolumns,
                            const char *const *headings);

/* A cell as it would be read: "" blank, "-" nil, ".." not available, a number
 * ("1 250", "-0.50"), or text. */
thresh_cell make_cell(const char *text);

/* Append a row with one key and a cell for each column of the table. */
bool make_row(thresh_table *table, const char *label, const char *marks,
              const char *const *cells);

/* Change one category of a table; columns are lent it as it is then. */
void make_label(thresh_table *table, size_t dimension, size_t index,
                thresh_str label);
void make_marks(thresh_table *table, size_t dimension, size_t index,
                const char *marks);
void make_total(thresh_table *table, size_t dimension, size_t index,
                thresh_truth truth);

/* Row `index` of a loaded table as a reader would lend it; `keys` has room for
 * one category a row dimension and must live as long as the row. */
thresh_row make_lent_row(const thresh_table *table, size_t index,
                         thresh_category *keys);

#endif
