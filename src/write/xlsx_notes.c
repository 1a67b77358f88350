/* The sheet "Notes" of a workbook. See xlsx_notes.h.
 *
 *     Immigration, by citizenship and region. 2007
 *     Table          11
 *     Source file    immigration-2007.txt
 *
 *     Counts
 *     Observations   624
 *     ...
 *     Dimensions
 *     Name           Printed as   Where   Categories   Why this name
 */
#include "write/xlsx_notes.h"

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "write/xlsx_page.h"
#include "write/xlsx_sums.h"

/* "Topic | Immigration and emigration"; nothing where nothing is known. */
static thresh_result
put_fact(thr_xlsx_page *p, const char *name, thresh_str text,
         thresh_error *err) {
    if (text.len == 0)
        return THRESH_OK;
    thr_spot spot = {p->row, 1, NULL};
    THR_TRY(thr_xlsx_page_text(p, 0, thr_str(name), err));
    THR_TRY(
        thr_sheet_merge_line(p->sheet, spot, 4, &thr_xlsx_page_plain, err));
    THR_TRY(thr_xlsx_page_text(p, 1, text, err));
    p->row++;
    return THRESH_OK;
}

static thresh_result
put_caption(thr_xlsx_page *p, thresh_writer *writer, const thresh_table *table,
            thresh_error *err) {
    const thresh_caption *caption = thresh_table_caption(table);
    THR_TRY(put_fact(p, "Title", caption->title, err));
    THR_TRY(put_fact(p, "Table number", caption->number, err));
    THR_TRY(put_fact(p, "Topic", caption->topic, err));
    THR_TRY(put_fact(p, "Measure", caption->measure, err));
    THR_TRY(put_fact(p, "Unit", caption->unit, err));
    THR_TRY(put_fact(p, "Period", caption->period, err));
    return put_fact(p, "Source file",
                    thr_str(thresh_writer_options(writer)->source_name), err);
}

static thresh_result
put_counts(thr_xlsx_page *p, const thresh_table *table, thresh_error *err) {
    thresh_counts counts = thresh_table_counts(table);
    const struct {
        const char *name;
        size_t count;
    } lines[] = {
        {"Rows", counts.rows},
        {"Columns of values", counts.columns},
        {"Observations", counts.observations},
        {"of these nil", counts.nil},
        {"of these missing", counts.missing},
        {"of these text", counts.text},
    };
    THR_TRY(thr_xlsx_page_heading(p, "Counts", err));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        THR_TRY(thr_xlsx_page_text(p, 0, thr_str(lines[i].name), err));
        THR_TRY(thr_xlsx_page_count(p, 1, lines[i].count, err));
        p->row++;
    }
    return THRESH_OK;
}

static thresh_result
put_dimensions(thr_xlsx_page *p, const thresh_table *table,
               thresh_error *err) {
    static const char *const names[] = {"Name", "Printed as", "Categories",
                                        "Where", "Why it has this name"};
    static const char *const axes[] = {"rows", "columns", "title"};
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    THR_TRY(thr_xlsx_page_heading(p, "Dimensions", err));
    THR_TRY(thr_xlsx_page_names(p, names, err));
    for (size_t i = 0; i < count; i++) {
        const thresh_dimension *dimension = &dimensions[i];
        THR_TRY(thr_xlsx_page_text(p, 0, dimension->name, err));
        thr_spot spot = {p->row, 1, NULL};
        THR_TRY(thr_sheet_marked(p->sheet, spot, dimension->label,
                                 dimension->marks, &thr_xlsx_page_plain, err));
        THR_TRY(thr_xlsx_page_count(p, 2, dimension->ncategories, err));
        THR_TRY(thr_xlsx_page_text(p, 3, thr_str(axes[dimension->axis]), err));
        THR_TRY(thr_xlsx_page_text(p, 4, dimension->reason, err));
        p->row++;
    }
    return THRESH_OK;
}

static thresh_result
put_symbols(thr_xlsx_page *p, const thresh_table *table, thresh_error *err) {
    static const char *const names[] = {"Symbol", "Meaning", "Cells", "",
                                        "How that was settled"};
    const thresh_symbol *symbols;
    size_t count = thresh_table_symbols(table, &symbols);
    if (count == 0)
        return THRESH_OK;
    THR_TRY(thr_xlsx_page_heading(p, "Symbols", err));
    THR_TRY(thr_xlsx_page_names(p, names, err));
    for (size_t i = 0; i < count; i++) {
        const char *meaning = thresh_status_meaning(symbols[i].status);
        THR_TRY(thr_xlsx_page_text(p, 0, symbols[i].text, err));
        THR_TRY(thr_xlsx_page_text(p, 1, thr_str(meaning), err));
        THR_TRY(thr_xlsx_page_count(p, 2, symbols[i].count, err));
        THR_TRY(thr_xlsx_page_text(p, 4, symbols[i].reason, err));
        p->row++;
    }
    return THRESH_OK;
}

/* How high a row must be for a text that runs over the columns from the
 * second on. */
static double
note_height(thresh_str text) {
    size_t lines = thr_utf8_width(text) / (thr_xlsx_page_line() - 4) + 1;
    return lines > 1 ? (double)lines * 15 : 0;
}

/* What stood below the table, with the mark or what else it is. */
static thresh_result
put_notes(thr_xlsx_page *p, const thresh_table *table, thresh_error *err) {
    static const char *const kinds[] = {"Note", "Source", "Symbols"};
    const thresh_note *notes;
    size_t count = thresh_table_notes(table, &notes);
    if (count == 0)
        return THRESH_OK;
    THR_TRY(thr_xlsx_page_heading(p, "Notes and sources", err));
    for (size_t i = 0; i < count; i++) {
        thr_spot spot = {p->row, 0, &notes[i].place};
        THR_TRY(thr_sheet_marked(p->sheet, spot, thr_str(kinds[notes[i].kind]),
                                 notes[i].mark, &thr_xlsx_page_plain, err));
        spot.column = 1;
        THR_TRY(thr_sheet_set_row(p->sheet, p->row, note_height(notes[i].text),
                                  0, err));
        THR_TRY(thr_sheet_merge_line(p->sheet, spot, 4, &thr_xlsx_page_plain,
                                     err));
        THR_TRY(thr_sheet_text(p->sheet, spot, notes[i].text,
                               &thr_xlsx_page_plain, err));
        p->row++;
    }
    return THRESH_OK;
}

thresh_result
thr_xlsx_notes(thresh_writer *writer, const thresh_table *table,
               const thr_xlsx_origin *values, thr_workbook *book,
               thresh_str name, thresh_error *err) {
    thr_xlsx_page p;
    THR_TRY(thr_xlsx_page_open(&p, book, name, err));
    THR_TRY(put_caption(&p, writer, table, err));
    THR_TRY(put_notes(&p, table, err));
    THR_TRY(put_symbols(&p, table, err));
    THR_TRY(put_dimensions(&p, table, err));
    THR_TRY(put_counts(&p, table, err));
    return thr_xlsx_sums(&p, table, values, err);
}
