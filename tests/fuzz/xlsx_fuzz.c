/* Workbooks. What must hold: the archive unzips, its parts are XML, rows and
 * cells are in order, and there is a row for each row of each table. */
#include "workbook.h"
#include "written.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const formulas[] = {"formulas=1", NULL};
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    thresh_write_options opts = fuzz_write_options(&input, formulas);
    opts.source_name = "a<b>&c.txt";
    fuzz_written written;
    if (fuzz_write(&written, &input, "xlsx", &opts)) {
        workbook book = workbook_check(thr_buf_view(&written.bytes));
        if (book.wrong != NULL)
            fuzz_fail(book.wrong);
        fuzz_check(book.sheets >= written.ntables,
                   "there is not a sheet for each table");
        fuzz_check(book.rows >= written.rows,
                   "there is not a row for each row");
        fuzz_check(book.cells >= written.observations,
                   "there is not a cell for each observation");
    }
    fuzz_written_free(&written);
    return 0;
}
