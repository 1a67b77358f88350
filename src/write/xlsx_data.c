/* The sheet "Data" of a workbook. See xlsx_data.h. */
#include "write/xlsx_data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "write/cell_text.h"

enum {
    MIN_WIDTH = 8,
    MAX_WIDTH = 44,
    PADDING = 2,
    BUTTON = 3 /* of the filter, in the header */
};

thresh_result
thr_xlsx_data_begin(thr_xlsx_data *data, thresh_writer *writer,
                    const thresh_table *table, size_t table_index,
                    thr_workbook *book, thresh_str name, thresh_error *err) {
    *data = (thr_xlsx_data){.writer = writer, .table_index = table_index};
    THR_TRY(thr_records_open(&data->records, writer, table, table_index, err));
    uint64_t rows = (uint64_t)thresh_table_counts(table).observations + 1;
    THR_TRY(thr_sheet_check_size(rows, data->records.nfields, "Data", err));
    THR_TRY(thr_workbook_add_sheet(book, name, &data->sheet, err));
    data->widths = calloc(data->records.nfields + 1, sizeof *data->widths);
    if (data->widths == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < data->records.nfields; i++)
        data->widths[i] = thr_utf8_width(data->records.fields[i].name)
                          + BUTTON;
    data->next_row = 1;
    const thr_printing printing = {.nrepeated = 1};
    thr_sheet_freeze(data->sheet, 1, 0);
    return thr_sheet_set_printing(data->sheet, &printing, err);
}

/* Write a number as such, or as text where a workbook would round it. Only
 * values have their thousands set apart: a year or a code has none. */
static thresh_result
write_number(thr_xlsx_data *data, thr_spot spot, const thr_field *field,
             thresh_str text, thresh_error *err) {
    int64_t coef;
    unsigned scale;
    double ignored;
    if (!thr_decimal_read(text, &coef, &scale)
        || !thr_cell_number(coef, scale, &ignored)) {
        if (data->warn)
            thresh_writer_warn(data->writer, spot.place,
                               "a number of more than 15 digits, which a "
                               "workbook would round: written as text");
        thr_style right = {.align = THR_ALIGN_RIGHT};
        return thr_sheet_text(data->sheet, spot, text, &right, err);
    }
    bool is_value = field->kind == THR_FIELD_VALUE;
    thr_style style = {0};
    int decimals = scale < 30 ? (int)scale : 30;
    (void)snprintf(style.number, sizeof style.number, "%s%s%.*s",
                   is_value ? "#,##0" : "0", decimals > 0 ? "." : "", decimals,
                   "000000000000000000000000000000");
    return thr_sheet_number(data->sheet, spot, coef, scale, &style, err);
}

static thresh_result
write_datum(thr_xlsx_data *data, thr_spot spot, const thr_field *field,
            const thr_datum *datum, thresh_error *err) {
    switch (datum->type) {
    case THR_TYPE_NUMBER:
    case THR_TYPE_INTEGER:
    case THR_TYPE_YEAR:
        return write_number(data, spot, field, datum->text, err);
    case THR_TYPE_BOOLEAN:
        return thr_sheet_boolean(data->sheet, spot,
                                 thr_str_equal(datum->text, THR_LIT("TRUE")),
                                 NULL, err);
    case THR_TYPE_STRING: break;
    }
    return thr_sheet_text(data->sheet, spot, datum->text, NULL, err);
}

static thresh_result
write_record(thr_xlsx_data *data, const thresh_row *row, size_t record,
             thresh_error *err) {
    const thresh_place *place = record < row->ncells
                                    ? &row->cells[record].place
                                    : NULL;
    for (size_t i = 0; i < data->records.nfields; i++) {
        thr_datum datum;
        THR_TRY(
            thr_records_datum(&data->records, row, record, i, &datum, err));
        if (!datum.present)
            continue;
        size_t width = thr_utf8_width(datum.text) + PADDING;
        if (width > data->widths[i])
            data->widths[i] = width;
        thr_spot spot = {data->next_row, i, place};
        THR_TRY(
            write_datum(data, spot, &data->records.fields[i], &datum, err));
    }
    data->next_row++;
    return THRESH_OK;
}

thresh_result
thr_xlsx_data_row(thr_xlsx_data *data, const thresh_row *row,
                  thresh_error *err) {
    size_t count = thr_records_of_row(&data->records, row);
    for (size_t i = 0; i < count; i++)
        if (thr_records_has(&data->records, row, i))
            THR_TRY(write_record(data, row, i, err));
    return THRESH_OK;
}

static bool
is_taken(char **names, size_t count, thresh_str name) {
    for (size_t i = 0; i < count; i++)
        if (thr_same_name(thr_str(names[i]), name))
            return true;
    return false;
}

/* A name of a field as a table object takes it: one line, not too long, and
 * no other in the table in whatever case. The caller frees it. */
static char *
field_name(char **names, size_t index, thresh_str wanted) {
    enum { ENDING = 22 }; /* "_" and the longest number, with its NUL */
    thr_buf buf = {0};
    size_t number = 1;
    do {
        thr_buf_clear(&buf);
        (void)thr_plain_text_add(&buf, wanted, THR_NAME_UNITS - ENDING);
        if (number > 1) {
            thr_buf_char(&buf, '_');
            thr_buf_uint(&buf, number);
        }
        number++;
    } while (!buf.failed && is_taken(names, index, thr_buf_view(&buf)));
    thr_buf_char(&buf, '\0');
    if (buf.failed)
        thr_buf_free(&buf);
    return buf.ptr;
}

static void
free_names(char **names, size_t count) {
    for (size_t i = 0; i < count && names != NULL; i++)
        free(names[i]);
    free(names);
}

static thresh_result
write_list(thr_xlsx_data *data, char **names, thresh_error *err) {
    char name[40] = "thresh_data";
    if (data->table_index > 1)
        (void)snprintf(name, sizeof name, "thresh_data_%zu",
                       data->table_index);
    const thr_style header = {.bold = true, .fill = true, .rule_below = true};
    thr_list list = {
        .name = name,
        .fields = names,
        .nfields = data->records.nfields,
        .nrows = data->next_row - 1,
        .header = &header,
    };
    return thr_sheet_list(data->sheet, &list, err);
}

thresh_result
thr_xlsx_data_end(thr_xlsx_data *data, thresh_error *err) {
    size_t count = data->records.nfields;
    char **names = calloc(count + 1, sizeof *names);
    if (names == NULL)
        return thr_fail_memory(err);
    thresh_result result = THRESH_OK;
    for (size_t i = 0; i < count && result == THRESH_OK; i++) {
        names[i] = field_name(names, i, data->records.fields[i].name);
        if (names[i] == NULL)
            result = thr_fail_memory(err);
    }
    if (result == THRESH_OK)
        result = write_list(data, names, err);
    free_names(names, count);
    for (size_t i = 0; i < count && result == THRESH_OK; i++) {
        size_t width = data->widths[i] < MAX_WIDTH ? data->widths[i]
                                                   : MAX_WIDTH;
        width = width > MIN_WIDTH ? width : MIN_WIDTH;
        result = thr_sheet_set_column(data->sheet, i, 1, (double)width, err);
    }
    return result;
}

void
thr_xlsx_data_free(thr_xlsx_data *data) {
    thr_records_free(&data->records);
    free(data->widths);
    data->widths = NULL;
}
