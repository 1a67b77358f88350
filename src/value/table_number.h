/* The number of a table, as it stands before its title.
 *
 *     "Table 11. Boats"     ->   11, and "Boats" is left
 *     "Tabell 3.1: Fisk"         3.1
 *     "Cuadro III-A"             III-A
 */
#ifndef THR_VALUE_TABLE_NUMBER_H
#define THR_VALUE_TABLE_NUMBER_H

#include "thresh/core.h"

/* Take the word for a table and its number off the start of `title`. */
bool thr_table_number_cut(thresh_str *title, thresh_str *number);

/* Whether a title starts so, with a stop behind the number: "Table 7. Boats",
 * "Tabela 1.3 - Barcos". "Table 7 shows that" is a sentence. */
bool thr_table_number_starts(thresh_str text);

/* A line that is nothing but such a number: "11", "3.1", "Table 11". */
bool thr_table_number_is(thresh_str line, thresh_str *number);

#endif
