/* A workbook under construction, for the tests of src/workbook/workbook.h. */
#ifndef TESTS_UNIT_OPEN_BOOK_H
#define TESTS_UNIT_OPEN_BOOK_H

#include "unzipped.h"
#include "workbook/workbook.h"

typedef struct book {
    char path[BOOK_PATH_MAX];
    thr_workbook *workbook;
    thr_sheet *sheet; /* small, called "Sheet" */
    thresh_error err;
} book;

void open_book(book *b);

/* Close it and take its text, to be freed. */
char *close_book(book *b);

/* End it unfinished. */
void drop_book(book *b);

/* A sheet for about so many cells. */
thr_sheet *add_sheet(book *b, const char *name, uint64_t cells);

/* A cell, from no place in a source. */
thr_spot at(uint64_t row, size_t column);

/* Write a text in the first column of the sheet. */
thresh_result put(book *b, uint64_t row, thresh_str text);

#endif
