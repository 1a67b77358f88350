/* The sheet "Data" of a workbook: the observations of a table as tidy rows, in
 * a table object that a PivotTable can start from.
 *
 *     citizenship | region             | year | value | status | ...
 *     Denmark     | Oslo and Akershus  | 2007 |   483 |        | ...
 */
#ifndef THR_WRITE_XLSX_DATA_H
#define THR_WRITE_XLSX_DATA_H

#include "write/records.h"
#include "write/workbook.h"

typedef struct thr_xlsx_data {
    thresh_writer *writer;
    thr_records records;
    thr_sheet *sheet;
    size_t table_index;
    uint64_t next_row;
    size_t *widths; /* of each field, in characters */
    bool warn;      /* tell of numbers written as text: no one else does */
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
