/* Whether a workbook is whole: src/workbook/zip_check.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "unzipped.h"
#include "workbook/workbook.h"
#include "workbook/zip_check.h"

enum { ROOM = 64 * 1024 };

/* A workbook of two cells, and its bytes. */
typedef struct made {
    char path[BOOK_PATH_MAX];
    char bytes[ROOM];
    ssize_t size;
    int fd;
} made;

static void
make(made *m) {
    thr_workbook *book;
    thr_sheet *sheet;
    assert_true(make_book_path(m->path));
    assert_int_equal(thr_workbook_open(&book, m->path, NULL), THRESH_OK);
    assert_int_equal(
        thr_workbook_add_sheet(book, THR_LIT("Sheet"), 1, &sheet, NULL),
        THRESH_OK);
    for (uint64_t i = 0; i < 2; i++)
        assert_int_equal(thr_sheet_text(sheet, (thr_spot){i, 0, NULL},
                                        THR_LIT("text"), NULL, NULL),
                         THRESH_OK);
    assert_int_equal(thr_workbook_close(book, true, NULL), THRESH_OK);
    m->fd = open(m->path, O_RDWR);
    assert_true(m->fd >= 0);
    m->size = pread(m->fd, m->bytes, ROOM, 0);
    assert_in_range(m->size, 1000, ROOM - 1);
}

static void
drop(made *m) {
    assert_int_equal(close(m->fd), 0);
    assert_int_equal(remove(m->path), 0);
}

static thresh_result
check(const made *m, uint64_t cells, uint64_t text) {
    thr_zip_part parts[] = {
        {"xl/worksheets/sheet1.xml", "c", NULL, "f", cells, 0, 0, false},
        {"xl/sharedStrings.xml", "si", NULL, "t", 1, 0, text, false},
    };
    return thr_zip_check(m->fd, parts, 2, NULL);
}

static void
test_counts(void **state) {
    (void)state;
    made m;
    make(&m);
    assert_int_equal(check(&m, 2, 4), THRESH_OK);
    assert_int_equal(check(&m, 3, 4), THRESH_E_WRITE);
    assert_int_equal(check(&m, 2, 5), THRESH_E_WRITE);
    thr_zip_part other = {.name = "xl/other.xml"};
    assert_int_equal(thr_zip_check(m.fd, &other, 1, NULL), THRESH_E_WRITE);
    drop(&m);
}

static void
test_cut(void **state) {
    (void)state;
    made m;
    make(&m);
    for (off_t size = m.size - 1; size >= 0; size -= 13) {
        assert_int_equal(ftruncate(m.fd, size), 0);
        assert_int_equal(check(&m, 2, 4), THRESH_E_WRITE);
    }
    drop(&m);
}

/* Bytes lost on the way are zeros, or are filled by what follows. Dates and
 * versions may be anything. */
static void
test_holes(void **state) {
    (void)state;
    enum { HOLE = 64 };
    const char zeros[HOLE] = {0};
    made m;
    make(&m);
    for (off_t at = 0; at + HOLE < m.size; at += 29) {
        assert_int_equal(pwrite(m.fd, zeros, HOLE, at), HOLE);
        assert_int_equal(check(&m, 2, 4), THRESH_E_WRITE);
        assert_int_equal(pwrite(m.fd, m.bytes, (size_t)m.size, 0), m.size);
        size_t rest = (size_t)(m.size - at) - HOLE;
        assert_int_equal(pwrite(m.fd, m.bytes + at + HOLE, rest, at), rest);
        assert_int_equal(ftruncate(m.fd, m.size - HOLE), 0);
        assert_int_equal(check(&m, 2, 4), THRESH_E_WRITE);
        assert_int_equal(pwrite(m.fd, m.bytes, (size_t)m.size, 0), m.size);
    }
    assert_int_equal(check(&m, 2, 4), THRESH_OK);
    drop(&m);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_holes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
