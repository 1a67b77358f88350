/* The sheet "Table" of a workbook: a table as it was published.
 *
 *     row 0     title
 *     row 1     "Table 11. Immigration and emigration"
 *     row 2
 *     row 3 4   header: stubhead, spanners, headings        (frozen)
 *     row 5 ... one row a stub category, one column a leaf of the header
 *               then notes, sources and legend
 */
#ifndef THR_WRITE_XLSX_TABLE_H
#define THR_WRITE_XLSX_TABLE_H

#include "thresh/writer.h"

#include "base/arena.h"
#include "base/buf.h"
#include "workbook/workbook.h"
#include "write/xlsx_formulas.h"

/* What the cells of one column have in common. */
typedef struct thr_xlsx_column {
    bool grouped;       /* thousands are set apart */
    bool has_number;    /* else its texts stand on the left */
    bool wrap;          /* its texts take several lines */
    bool is_total;      /* its heading is known to be a total */
    size_t value_width; /* of its widest value, in characters */
    double width;
} thr_xlsx_column;

typedef struct thr_xlsx_table {
    thresh_writer *writer;
    const thresh_table *table;
    thr_sheet *sheet;
    thr_arena arena; /* holds the arrays below */
    size_t nstub;    /* row dimensions: columns of the stub */
    size_t ncolumns;
    size_t header_rows;
    uint64_t header_row; /* the first of these on the sheet */
    uint64_t next_row;
    thr_xlsx_origin origin; /* of the first value */
    double *stub_widths;
    thr_xlsx_column *columns;
    bool live; /* totals that hold are formulas */
    thr_xlsx_formulas formulas;
    thr_buf format; /* of the number of one cell */
    thr_buf ending; /* of what it shows after the digits */
    thr_buf formula;
} thr_xlsx_table;

/* Whether a sheet has rows enough for the table. */
bool thr_xlsx_table_fits(const thresh_table *table);

/* Add the sheet and write its header. End it with thr_xlsx_table_free(), also
 * after a failure. */
thresh_result thr_xlsx_table_begin(thr_xlsx_table *out, thresh_writer *writer,
                                   const thresh_table *table,
                                   thr_workbook *book, thresh_str name,
                                   thresh_error *err);
thresh_result thr_xlsx_table_row(thr_xlsx_table *out, const thresh_row *row,
                                 thresh_error *err);
thresh_result thr_xlsx_table_end(thr_xlsx_table *out, thresh_error *err);
void thr_xlsx_table_free(thr_xlsx_table *out);

/* ## Parts of it, one file each */

/* xlsx_columns.c: look at all cells, and settle how each column is shown and
 * how wide it and the stub must be. */
thresh_result thr_xlsx_measure(thr_xlsx_table *out, thresh_error *err);

/* xlsx_columns.c: how many lines `text` takes at a width in characters. */
size_t thr_xlsx_lines(thresh_str text, double width);

/* xlsx_columns.c: how wide `count` columns of the sheet are together. */
double thr_xlsx_width(const thr_xlsx_table *out, size_t first, size_t count);

/* xlsx_header.c: write the header rows and set their heights. */
thresh_result thr_xlsx_header(thr_xlsx_table *out, thresh_error *err);

/* xlsx_cell.c: write the value in `row` and `column` of the table. */
thresh_result thr_xlsx_cell(thr_xlsx_table *out, size_t row, size_t column,
                            const thresh_cell *cell, thr_style style,
                            thresh_error *err);

#endif
