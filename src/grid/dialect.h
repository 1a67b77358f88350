/* Which delimiter separates the cells: each candidate bids on the first lines
 * of the input, and the best bid wins, with its reason.
 *
 *     Citizenship;Total;Oslo        every line has 3 cells with ";"
 *     Norway;8 276;3 159            and all but the labels are figures
 *
 *     Citizenship    Total    Oslo  figures stand below each other: the
 * columns Norway         8 276   3 159  are aligned with blanks
 */
#ifndef THR_GRID_DIALECT_H
#define THR_GRID_DIALECT_H

#include "thresh/core.h"

typedef struct thr_dialect {
    char delimiter;   /* '\t', ';', '|', ',', or ' ' where columns are aligned;
                         0 = none was found */
    bool quoted;      /* cells may be in double quotes */
    char rival;       /* another delimiter that cuts the same lines as evenly,
                         and into more cells; 0 = none does */
    char reason[192]; /* the evidence, in words */
} thr_dialect;

/* Detect over `count` lines. `given`, unless 0, is the user's delimiter, and
 * then only the quoting is detected. False if memory is exhausted. */
bool thr_dialect_detect(thr_dialect *dialect, const thresh_str *lines,
                        size_t count, char given);

/* "tab", "comma", "semicolon", "pipe", "space" or "none". */
const char *thr_dialect_name(char delimiter);

#endif
