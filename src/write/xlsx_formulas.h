/* Totals that hold, as formulas over the cells of their parts:
 *
 *     Total            61774    =SUM(B7:B8,B34)
 *     Norway            8276
 *     Europe total     36512    =SUM(B9,B20)
 *
 * Only where all parts have a value and come to exactly the printed total: so
 * the workbook shows what was published, also when it is recalculated.
 */
#ifndef THR_WRITE_XLSX_FORMULAS_H
#define THR_WRITE_XLSX_FORMULAS_H

#include "thresh/table.h"

#include "base/arena.h"
#include "base/buf.h"

/* The rows or columns of a table by their categories along one dimension, and
 * the sums along it. */
typedef struct thr_xlsx_axis thr_xlsx_axis;

/* A cell of a sheet. Both count from 0. */
typedef struct thr_xlsx_origin {
    uint64_t row;
    size_t column;
} thr_xlsx_origin;

typedef struct thr_xlsx_formulas {
    const thresh_table *table;
    thr_xlsx_origin origin; /* of the table's first value */
    thr_arena arena;        /* holds the rest */
    thr_xlsx_axis *axes;    /* those with sums, of rows first */
    size_t naxes;
    size_t *places; /* room for the parts of one sum */
    bool too_long;  /* a formula was left away that no cell can hold */
} thr_xlsx_formulas;

/* Get ready to find formulas. End it with thr_xlsx_formulas_free(), also after
 * a failure. */
thresh_result thr_xlsx_formulas_open(thr_xlsx_formulas *formulas,
                                     const thresh_table *table,
                                     thr_xlsx_origin origin,
                                     thresh_error *err);

/* Append the formula of the cell in `row` and `column` of the table. A total
 * of both rows and columns is one of rows. False, with nothing appended, if it
 * is no total that holds. */
bool thr_xlsx_formula_add(thr_xlsx_formulas *formulas, size_t row,
                          size_t column, thr_buf *out);

void thr_xlsx_formulas_free(thr_xlsx_formulas *formulas);

/* Append the name of a cell: "AB12" for row 11 and column 27. */
void thr_xlsx_name_add(thr_buf *out, uint64_t row, size_t column);

#endif
