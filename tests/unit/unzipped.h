/* Workbooks for tests: a place to write them to, and what stands in them. */
#ifndef TESTS_UNIT_UNZIPPED_H
#define TESTS_UNIT_UNZIPPED_H

#include <stdbool.h>

enum { BOOK_PATH_MAX = 256 };

/* Make an empty file in the folder for temporary ones, to be removed with
 * remove(). */
bool make_book_path(char path[BOOK_PATH_MAX]);

/* The workbook as tests/unzip_xlsx.py prints it, to be freed with free(); NULL
 * if it cannot be read. */
char *unzipped(const char *path);

/* The whole file, to be freed with free(); NULL if it cannot be read. */
char *file_bytes(const char *path, long *size);

/* Fail the test unless `part` stands in `text`. */
void assert_has(const char *text, const char *part);

#endif
