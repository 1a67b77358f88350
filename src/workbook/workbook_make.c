/* Orders -> a workbook, by libxlsxwriter, in a process of its own.
 * Version 1.1.4 of it
 *
 *     crashes where memory ends, or writes a workbook without some of it
 *     does not notice that a file of its own could not be written
 *
 * so that a crash is an error here, and what it has written is read again:
 * see zip_check.h. What it prints is lost, and the locale is "C", since it
 * prints numbers with the locale's decimal sign. */

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"
#include "workbook/child.h"
#include "workbook/workbook_maker.h"
#include "workbook/xml_check.h"
#include "workbook/zip_check.h"

enum { PATH_ROOM = 40 };

/* Whether memory ended since errno was 0, though no code says so: the library
 * goes on without what it had no memory for, or prints a message, which fails
 * on the stream that this process has (see child.h). */
static bool
memory_ended(void) {
    return errno == ENOMEM || ferror(stderr);
}

/* ## What has to be in the file */

/* Cells stand in a tree for each row, and rows in a tree. */
static void
count_cells(const lxw_cell *cell, thr_zip_part *part) {
    for (; cell != NULL; cell = RB_RIGHT(cell, tree_pointers)) {
        part->elements++;
        if (cell->type == FORMULA_CELL)
            part->text += strlen(cell->u.string);
        count_cells(RB_LEFT(cell, tree_pointers), part);
    }
}

static void
count_rows(const lxw_row *row, thr_zip_part *part) {
    for (; row != NULL; row = RB_RIGHT(row, tree_pointers)) {
        count_cells(RB_ROOT(row->cells), part);
        count_rows(RB_LEFT(row, tree_pointers), part);
    }
}

/* How many selections there are: one in each pane that frozen rows and columns
 * make, but the first. They are what the library leaves out in silence. */
static uint64_t
count_selections(const lxw_worksheet *sheet) {
    if (sheet->panes.type != FREEZE_PANES)
        return 0;
    return sheet->panes.first_row > 0 && sheet->panes.first_col > 0 ? 3 : 1;
}

/* One part for each sheet, and one for the texts of all. */
static thr_zip_part *
expect(const thr_maker *m) {
    thr_zip_part *parts = calloc((size_t)m->nsheets + 1, sizeof *parts);
    if (parts == NULL)
        return NULL;
    for (uint32_t i = 0; i < m->nsheets; i++) {
        (void)snprintf(parts[i].name, sizeof parts[i].name,
                       "xl/worksheets/sheet%u.xml", (unsigned)i + 1);
        parts[i].element = "c";
        parts[i].other = "selection";
        parts[i].others = count_selections(m->sheets[i].sheet);
        parts[i].text_in = "f";
        if (m->sheets[i].streamed) {
            parts[i].elements = m->sheets[i].cells;
            parts[i].text = m->sheets[i].formulas;
        } else {
            count_rows(RB_ROOT(m->sheets[i].sheet->table), &parts[i]);
        }
    }
    thr_zip_part *texts = &parts[m->nsheets];
    (void)snprintf(texts->name, sizeof texts->name, "xl/sharedStrings.xml");
    texts->element = "si";
    texts->text_in = "t";
    const struct sst_element *one;
    STAILQ_FOREACH(one, m->workbook->sst->order_list, sst_order_pointers) {
        texts->elements++;
        texts->text += one->is_rich_string ? thr_xml_text(one->string, "t")
                                           : strlen(one->string);
    }
    return parts;
}

/* ## The process */

/* The file by its descriptor where the system has such names: it may have no
 * other. */
static const char *
name_of(const thr_maker *m, int fd, char room[PATH_ROOM]) {
    (void)snprintf(room, PATH_ROOM, "/proc/self/fd/%d", fd);
    return access(room, F_OK) == 0 ? room : m->book->path;
}

/* Have the library write the file, and see that it has all of the `parts`. */
static thresh_result
finish(thr_maker *m, thr_zip_part *parts, int fd, thresh_error *err) {
    uint32_t nparts = m->nsheets + 1;
    if (parts[m->nsheets].elements == 0)
        nparts--; /* there is no such part */
    THR_TRY(thr_maker_check(workbook_close(m->workbook), err));
    if (memory_ended())
        return thr_fail_memory(err);
    return thr_zip_check(fd, parts, nparts, err);
}

/* Nothing that the library has is given back: the process ends. */
static thresh_result
make(void *ctx, int fd, thresh_error *err) {
    thr_maker m = {.book = ctx};
    char path[PATH_ROOM];
    lxw_workbook_options options = {.constant_memory = LXW_FALSE};
    errno = 0;
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (plain == (locale_t)0)
        return thr_fail_memory(err);
    (void)uselocale(plain);
    m.workbook = workbook_new_opt(name_of(&m, fd, path), &options);
    if (m.workbook == NULL)
        return thr_fail_memory(err);
    THR_TRY(thr_maker_follow(&m, err));
    thr_zip_part *parts = expect(&m);
    thresh_result result = parts == NULL || memory_ended()
                               ? thr_fail_memory(err)
                               : finish(&m, parts, fd, err);
    free(parts);
    return result;
}

/* Have the process see what was taken to a file: it has no other open. */
static thresh_result
map_spilled(thr_workbook *book, thresh_error *err) {
    if (book->nspilled == 0)
        return THRESH_OK;
    void *all = mmap(NULL, book->nspilled, PROT_READ | PROT_WRITE, MAP_PRIVATE,
                     book->spill.fd, 0);
    if (all == MAP_FAILED)
        return thr_fail_memory(err);
    book->spilled = all;
    return THRESH_OK;
}

thresh_result
thr_workbook_make(thr_workbook *book, thresh_error *err) {
    int fd;
    THR_TRY(map_spilled(book, err));
    do
        fd = open(book->path, O_RDWR | O_CLOEXEC);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return thr_fail(err, THRESH_E_WRITE,
                        "cannot write the workbook to its file");
    thresh_result result = thr_child_run(make, book, fd, err);
    (void)close(fd);
    if (book->spilled != NULL)
        (void)munmap(book->spilled, book->nspilled);
    book->spilled = NULL;
    return result;
}
