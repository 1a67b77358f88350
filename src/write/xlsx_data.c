/* The sheet "Data" of a workbook. See xlsx_data.h. */
#include "write/xlsx_data.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "workbook/cell_text.h"

enum {
    MIN_WIDTH = 8,
    MAX_WIDTH = 44,
    PADDING = 2,
    BUTTON = 3 /* of the filter, in the header */
};

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
name_fields(thr_xlsx_data *data, thresh_error *err) {
    size_t count = data->records.nfields;
    data->names = calloc(count + 1, sizeof *data->names);
    if (data->names == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        data->names[i] = field_name(data->names, i,
                                    data->records.fields[i].name);
        if (data->names[i] == NULL)
            return thr_fail_memory(err);
    }
    return THRESH_OK;
}

static const thr_style header_style = {
    .bold = true, .fill = true, .rule_below = true};

/* The table object of the sheet being written. */
static thr_list
list_of(const thr_xlsx_data *data) {
    return (thr_list){.fields = data->names,
                      .nfields = data->records.nfields,
                      .nrows = data->next_row - 1,
                      .header = &header_style};
}

/* Start a sheet; one after the first is called after it: "Data (2)". */
static thresh_result
begin_sheet(thr_xlsx_data *data, thresh_str name, thresh_error *err) {
    size_t nfields = data->records.nfields;
    uint64_t rows = data->expected < data->max_rows ? data->expected
                                                    : data->max_rows;
    THR_TRY(thr_workbook_add_sheet(data->book, name, rows * nfields,
                                   &data->sheet, err));
    for (size_t i = 0; i < nfields; i++)
        data->fields[i].width = thr_utf8_width(data->records.fields[i].name)
                                + BUTTON;
    data->nsheets++;
    data->next_row = 1;
    const thr_printing printing = {.nrepeated = 1};
    THR_TRY(thr_sheet_freeze(data->sheet, 1, 0, err));
    THR_TRY(thr_sheet_set_printing(data->sheet, &printing, err));
    thr_list list = list_of(data);
    return thr_sheet_list_header(data->sheet, &list, err);
}

thresh_result
thr_xlsx_data_begin(thr_xlsx_data *data, thresh_writer *writer,
                    const thresh_table *table, size_t table_index,
                    thr_workbook *book, thresh_str name, thresh_error *err) {
    *data = (thr_xlsx_data){.writer = writer,
                            .book = book,
                            .table_index = table_index,
                            .max_rows = THR_SHEET_ROWS};
    THR_TRY(thr_records_open(&data->records, writer, table, table_index, err));
    size_t nfields = data->records.nfields;
    THR_TRY(thr_sheet_check_size(1, nfields, "Data", err));
    data->expected = (uint64_t)thresh_table_counts(table).observations;
    data->fields = calloc(nfields + 1, sizeof *data->fields);
    if (data->fields == NULL)
        return thr_fail_memory(err);
    THR_TRY(name_fields(data, err));
    THR_TRY(begin_sheet(data, name, err));
    data->first = data->sheet;
    return THRESH_OK;
}

/* Only values have their thousands set apart: a year or a code has none. Most
 * numbers of a field have as many decimals as the one before. */
static const thr_style *
number_style(thr_xlsx_data *data, size_t field, unsigned scale) {
    thr_xlsx_field *made = &data->fields[field];
    if (made->style.number[0] != '\0' && made->scale == scale)
        return &made->style;
    bool is_value = data->records.fields[field].kind == THR_FIELD_VALUE;
    int decimals = (int)scale; /* of a number that Excel can hold: few */
    made->style = (thr_style){0};
    made->scale = scale;
    (void)snprintf(made->style.number, sizeof made->style.number, "%s%s%.*s",
                   is_value ? "#,##0" : "0", decimals > 0 ? "." : "", decimals,
                   "000000000000000000000000000000");
    return &made->style;
}

/* Write a number as such, or as text where a workbook would round it. */
static thresh_result
write_number(thr_xlsx_data *data, thr_spot spot, thresh_str text,
             thresh_error *err) {
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
    const thr_style *style = number_style(data, spot.column, scale);
    return thr_sheet_number(data->sheet, spot, coef, scale, style, err);
}

static thresh_result
write_datum(thr_xlsx_data *data, thr_spot spot, const thr_datum *datum,
            thresh_error *err) {
    switch (datum->type) {
    case THR_TYPE_NUMBER:
    case THR_TYPE_INTEGER:
    case THR_TYPE_YEAR: return write_number(data, spot, datum->text, err);
    case THR_TYPE_BOOLEAN:
        return thr_sheet_boolean(data->sheet, spot,
                                 thr_str_equal(datum->text, THR_LIT("TRUE")),
                                 NULL, err);
    case THR_TYPE_STRING: break;
    }
    return thr_sheet_text(data->sheet, spot, datum->text, NULL, err);
}

/* No text is wider than it has bytes. */
static void
widen(thr_xlsx_field *field, thresh_str text) {
    if (text.len + PADDING <= field->width || field->width >= MAX_WIDTH)
        return;
    size_t width = thr_utf8_width(text) + PADDING;
    if (width > field->width)
        field->width = width;
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
        widen(&data->fields[i], datum.text);
        thr_spot spot = {data->next_row, i, place};
        THR_TRY(write_datum(data, spot, &datum, err));
    }
    data->next_row++;
    return THRESH_OK;
}

/* Make a table object of the rows of the sheet being written: thresh_data,
 * thresh_data_3 of the third table, thresh_data_3_part_2 of its second sheet.
 */
static thresh_result
end_sheet(thr_xlsx_data *data, thresh_error *err) {
    char name[80];
    char table[32] = "";
    char part[32] = "";
    if (data->table_index > 1)
        (void)snprintf(table, sizeof table, "_%zu", data->table_index);
    if (data->nsheets > 1)
        (void)snprintf(part, sizeof part, "_part_%zu", data->nsheets);
    (void)snprintf(name, sizeof name, "thresh_data%s%s", table, part);
    thr_list list = list_of(data);
    list.name = name;
    THR_TRY(thr_sheet_list(data->sheet, &list, err));
    for (size_t i = 0; i < data->records.nfields; i++) {
        size_t width = data->fields[i].width;
        width = width < MAX_WIDTH ? width : MAX_WIDTH;
        width = width > MIN_WIDTH ? width : MIN_WIDTH;
        THR_TRY(thr_sheet_set_column(data->sheet, i, 1, (double)width, err));
    }
    return THRESH_OK;
}

/* Go on on another sheet, and tell so once. */
static thresh_result
next_sheet(thr_xlsx_data *data, thresh_error *err) {
    THR_TRY(end_sheet(data, err));
    uint64_t written = data->max_rows - 1;
    data->expected -= data->expected < written ? data->expected : written;
    THR_TRY(begin_sheet(data, thr_str(thr_sheet_name(data->first)), err));
    if (data->nsheets > 2)
        return THRESH_OK;
    char message[256];
    (void)snprintf(message, sizeof message,
                   "more tidy rows than the %llu that a sheet has room for: "
                   "they go on on sheet \"%s\"",
                   (unsigned long long)written, thr_sheet_name(data->sheet));
    thresh_writer_warn(data->writer, NULL, message);
    return THRESH_OK;
}

thresh_result
thr_xlsx_data_row(thr_xlsx_data *data, const thresh_row *row,
                  thresh_error *err) {
    size_t count = thr_records_of_row(&data->records, row);
    for (size_t i = 0; i < count; i++)
        if (thr_records_has(&data->records, row, i)) {
            if (data->next_row == data->max_rows)
                THR_TRY(next_sheet(data, err));
            THR_TRY(write_record(data, row, i, err));
        }
    return THRESH_OK;
}

thresh_result
thr_xlsx_data_end(thr_xlsx_data *data, thresh_error *err) {
    return end_sheet(data, err);
}

void
thr_xlsx_data_free(thr_xlsx_data *data) {
    free_names(data->names, data->records.nfields);
    thr_records_free(&data->records);
    free(data->fields);
    data->names = NULL;
    data->fields = NULL;
}
