/* The sheet "Data" of a workbook: the observations of a table as tidy rows, in
 * a table object that a PivotTable can start from.
 *
 *     citizenship | region             | year | value | status | ...
 *     Denmark     | Oslo and Akershus  | 2007 |   483 |        | ...
 *
 * Where a sheet has no room for all, they go on on "Data (2)". */
#ifndef THR_WRITE_XLSX_DATA_H
#define THR_WRITE_XLSX_DATA_H

#include "workbook/workbook.h"
#include "write/records.h"

/* How a field is shown. */
typedef struct thr_xlsx_field {
    size_t width;    /* of its widest text, in characters */
    unsigned scale;  /* of the number written last */
    thr_style style; /* for numbers of that scale, once there was one */
} thr_xlsx_field;

typedef struct thr_xlsx_data {
    thresh_writer *writer;
    thr_records records;
    thr_workbook *book;
    thr_sheet *first; /* of its sheets */
    thr_sheet *sheet; /* the one being written */
    size_t nsheets;
    size_t table_index;
    uint64_t max_rows; /* of a sheet, with its header */
    uint64_t next_row;
    uint64_t expected; /* rows that are still to come, about */
    char **names;      /* of the fields, as a table object takes them */
    thr_xlsx_field *fields;
    bool warn; /* tell of numbers written as text: no one else does */
} thr_xlsx_data;

/* Add the sheet. `table_index` counts from 1. End it with
 * thr_xlsx_data_free(), also after a failure. */
thresh_result thr_xlsx_data_begin(thr_xlsx_data *data, thresh_writer *writer,
                                  const thresh_table *table,
                                  size_t table_index, thr_workbook *book,
                                  thresh_str name, thresh_error *err);
thresh_result thr_xlsx_data_row(thr_xlsx_data *data, const thresh_row *row,
                                thresh_error *err);
thresh_result thr_xlsx_data_end(thr_xlsx_data *data, thresh_error *err);
void thr_xlsx_data_free(thr_xlsx_data *data);

#endif
