/* Rows of a streamed sheet, from orders to XML. The library prints a cell with
 * several calls of fprintf() and copies its text two times, which takes half
 * of the time of a large workbook. So a row of which nothing is ordered but
 * plain cells, and how deep it is grouped, is written here, to the same file,
 * as the library writes it, byte for byte; all others are left to the library.
 *
 *     TEXT "Oslo", NUMBER 5 of row 2
 *     <row r="3"><c r="A3" t="inlineStr"><is><t>Oslo</t></is></c>
 *     <c r="B3" s="1"><v>5</v></c></row>
 *
 * The orders of a row wait until one of another row comes, as its cells do in
 * the library: what is ordered besides may make it one of those others, and
 * the styles are numbered in the order in which rows are written. */
#ifndef THR_WORKBOOK_WORKBOOK_ROWS_H
#define THR_WORKBOOK_WORKBOOK_ROWS_H

#include "workbook/workbook_maker.h"

/* Take an order for a row or a cell of the streamed sheet `m->now`, which
 * stands in memory right before its texts. `*taken` is false where it is for
 * the library; then it has those of the same row before. */
lxw_error thr_rows_take(thr_maker *m, const thr_order *order, char *texts,
                        bool *taken);

/* Write the row that waits, if there is one. */
lxw_error thr_rows_write(thr_maker *m, thr_made_sheet *made);

#endif
