/* A workbook, looked at from outside: a ZIP archive of XML. */
#ifndef TESTS_FUZZ_WORKBOOK_H
#define TESTS_FUZZ_WORKBOOK_H

#include "thresh/core.h"

typedef struct workbook {
    const char *wrong; /* what is wrong; NULL = nothing */
    size_t sheets;
    size_t rows;  /* in all sheets */
    size_t cells; /* in all sheets */
} workbook;

/* Unzip all of it, parse it, and see that rows and cells are in order. */
workbook workbook_check(thresh_str zip);

#endif
