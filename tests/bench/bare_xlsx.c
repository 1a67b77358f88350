/*
 * libxlsxwriter alone: a sheet with the cells of a CSV of a label and numbers,
 * such as `generate cells` makes, and nothing else.
 *
 *     bare_xlsx OUT.xlsx [constant_memory] < TABLE.csv
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

int
main(int argc, char **argv) {
    char line[256];
    lxw_workbook_options options = {.constant_memory = argc > 2};
    lxw_workbook *book = argc > 1 ? workbook_new_opt(argv[1], &options) : NULL;
    if (book == NULL)
        return 2;
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Table");
    lxw_format *format = workbook_add_format(book);
    format_set_num_format(format, "#,##0");
    for (lxw_row_t row = 0; fgets(line, sizeof(line), stdin); row++) {
        lxw_col_t column = 0;
        char *rest = line;
        for (char *cell; (cell = strsep(&rest, ",\n")) != NULL; column++) {
            if (rest == NULL)
                break; /* behind the line's end */
            if (row == 0 || column == 0)
                worksheet_write_string(sheet, row, column, cell, NULL);
            else
                worksheet_write_number(sheet, row, column, strtod(cell, NULL),
                                       format);
        }
    }
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
