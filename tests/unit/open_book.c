/* See open_book.h. */
#include "open_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/str.h"

void
open_book(book *b) {
    *b = (book){0};
    assert_true(make_book_path(b->path));
    assert_int_equal(thr_workbook_open(&b->workbook, b->path, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_workbook_add_sheet(b->workbook, THR_LIT("Sheet"), 0,
                                            &b->sheet, &b->err),
                     THRESH_OK);
}

char *
close_book(book *b) {
    assert_int_equal(thr_workbook_close(b->workbook, true, &b->err),
                     THRESH_OK);
    char *text = unzipped(b->path);
    assert_int_equal(remove(b->path), 0);
    assert_non_null(text);
    return text;
}

void
drop_book(book *b) {
    assert_int_equal(thr_workbook_close(b->workbook, false, NULL), THRESH_OK);
    assert_int_equal(remove(b->path), 0);
}

thr_sheet *
add_sheet(book *b, const char *name, uint64_t cells) {
    thr_sheet *sheet;
    assert_int_equal(thr_workbook_add_sheet(b->workbook, thr_str(name), cells,
                                            &sheet, &b->err),
                     THRESH_OK);
    return sheet;
}

thr_spot
at(uint64_t row, size_t column) {
    return (thr_spot){row, column, NULL};
}

thresh_result
put(book *b, uint64_t row, thresh_str text) {
    return thr_sheet_text(b->sheet, at(row, 0), text, NULL, &b->err);
}
