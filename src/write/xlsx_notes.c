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

enum {
    WIDTH_FIRST = 24,
    WIDTH_SECOND = 34,
    WIDTH_COUNT = 12,
    WIDTH_LAST = 70
};

typedef struct page {
    thr_sheet *sheet;
    uint64_t row;
} page;

static const thr_style plain = {
    .align = THR_ALIGN_LEFT, .wrap = true, .top = true};
static const thr_style number = {
    .align = THR_ALIGN_LEFT, .top = true, .number = "#,##0"};
static const thr_style heading = {.bold = true, .size = 12};
static const thr_style above = {
    .bold = true, .fill = true, .wrap = true, .rule_below = true};

static thresh_result
put(page *p, size_t column, thresh_str text, const thr_style *style,
    thresh_error *err) {
    thr_spot spot = {p->row, column, NULL};
    return thr_sheet_text(p->sheet, spot, text, style, err);
}

static thresh_result
put_count(page *p, size_t column, size_t count, thresh_error *err) {
    thr_spot spot = {p->row, column, NULL};
    return thr_sheet_number(p->sheet, spot, (int64_t)count, 0, &number, err);
}

/* A heading with a blank row before it. */
static thresh_result
put_heading(page *p, const char *text, thresh_error *err) {
    p->row++;
    THR_TRY(put(p, 0, thr_str(text), &heading, err));
    p->row++;
    return THRESH_OK;
}

/* The names of the columns of a list. */
static thresh_result
put_names(page *p, const char *const *names, size_t count, thresh_error *err) {
    for (size_t i = 0; i < count; i++)
        THR_TRY(put(p, i, thr_str(names[i]), &above, err));
    p->row++;
    return THRESH_OK;
}

/* "Topic | Immigration and emigration"; nothing where nothing is known. */
static thresh_result
put_fact(page *p, const char *name, thresh_str text, thresh_error *err) {
    if (text.len == 0)
        return THRESH_OK;
    thr_spot spot = {p->row, 1, NULL};
    THR_TRY(put(p, 0, thr_str(name), &plain, err));
    THR_TRY(thr_sheet_merge(p->sheet, spot, 1, 4, &plain, err));
    THR_TRY(put(p, 1, text, &plain, err));
    p->row++;
    return THRESH_OK;
}

static thresh_result
put_caption(page *p, thresh_writer *writer, const thresh_table *table,
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
put_counts(page *p, const thresh_table *table, thresh_error *err) {
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
    THR_TRY(put_heading(p, "Counts", err));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        THR_TRY(put(p, 0, thr_str(lines[i].name), &plain, err));
        THR_TRY(put_count(p, 1, lines[i].count, err));
        p->row++;
    }
    return THRESH_OK;
}

static thresh_result
put_dimensions(page *p, const thresh_table *table, thresh_error *err) {
    static const char *const names[] = {"Name", "Printed as", "Categories",
                                        "Where", "Why it has this name"};
    static const char *const axes[] = {"rows", "columns", "title"};
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    if (count == 0)
        return THRESH_OK;
    THR_TRY(put_heading(p, "Dimensions", err));
    THR_TRY(put_names(p, names, 5, err));
    for (size_t i = 0; i < count; i++) {
        const thresh_dimension *dimension = &dimensions[i];
        THR_TRY(put(p, 0, dimension->name, &plain, err));
        thr_spot spot = {p->row, 1, NULL};
        THR_TRY(thr_sheet_marked(p->sheet, spot, dimension->label,
                                 dimension->marks, &plain, err));
        THR_TRY(put_count(p, 2, dimension->ncategories, err));
        THR_TRY(put(p, 3, thr_str(axes[dimension->axis]), &plain, err));
        THR_TRY(put(p, 4, dimension->reason, &plain, err));
        p->row++;
    }
    return THRESH_OK;
}

static thresh_result
put_symbols(page *p, const thresh_table *table, thresh_error *err) {
    static const char *const names[] = {"Symbol", "Meaning", "Cells", "",
                                        "How that was settled"};
    const thresh_symbol *symbols;
    size_t count = thresh_table_symbols(table, &symbols);
    if (count == 0)
        return THRESH_OK;
    THR_TRY(put_heading(p, "Symbols", err));
    THR_TRY(put_names(p, names, 5, err));
    for (size_t i = 0; i < count; i++) {
        const char *meaning = thresh_status_meaning(symbols[i].status);
        THR_TRY(put(p, 0, symbols[i].text, &plain, err));
        THR_TRY(put(p, 1, thr_str(meaning), &plain, err));
        THR_TRY(put_count(p, 2, symbols[i].count, err));
        THR_TRY(put(p, 4, symbols[i].reason, &plain, err));
        p->row++;
    }
    return THRESH_OK;
}

/* How high a row must be for a text that runs over the columns from the
 * second on. */
static double
note_height(thresh_str text) {
    size_t width = WIDTH_SECOND + 2 * WIDTH_COUNT + WIDTH_LAST;
    size_t lines = thr_utf8_width(text) / (width - 4) + 1;
    return lines > 1 ? (double)lines * 15 : 0;
}

/* What stood below the table, with the mark or what else it is. */
static thresh_result
put_notes(page *p, const thresh_table *table, thresh_error *err) {
    static const char *const kinds[] = {"Note", "Source", "Symbols"};
    const thresh_note *notes;
    size_t count = thresh_table_notes(table, &notes);
    if (count == 0)
        return THRESH_OK;
    THR_TRY(put_heading(p, "Notes and sources", err));
    for (size_t i = 0; i < count; i++) {
        thr_spot spot = {p->row, 0, &notes[i].place};
        THR_TRY(thr_sheet_marked(p->sheet, spot, thr_str(kinds[notes[i].kind]),
                                 notes[i].mark, &plain, err));
        spot.column = 1;
        THR_TRY(thr_sheet_set_row(p->sheet, p->row, note_height(notes[i].text),
                                  0, err));
        THR_TRY(thr_sheet_merge(p->sheet, spot, 1, 4, &plain, err));
        THR_TRY(thr_sheet_text(p->sheet, spot, notes[i].text, &plain, err));
        p->row++;
    }
    return THRESH_OK;
}

static thresh_result
set_page(page *p, thresh_error *err) {
    const thr_printing printing = {.landscape = true};
    const double widths[] = {WIDTH_FIRST, WIDTH_SECOND, WIDTH_COUNT,
                             WIDTH_COUNT, WIDTH_LAST};
    thr_sheet_hide_grid(p->sheet);
    for (size_t i = 0; i < 5; i++)
        THR_TRY(thr_sheet_set_column(p->sheet, i, 1, widths[i], err));
    return thr_sheet_set_printing(p->sheet, &printing, err);
}

thresh_result
thr_xlsx_notes(thresh_writer *writer, const thresh_table *table,
               thr_workbook *book, thresh_str name, thresh_error *err) {
    page p = {0};
    THR_TRY(thr_workbook_add_sheet(book, name, &p.sheet, err));
    THR_TRY(set_page(&p, err));
    THR_TRY(put_caption(&p, writer, table, err));
    THR_TRY(put_notes(&p, table, err));
    THR_TRY(put_symbols(&p, table, err));
    THR_TRY(put_dimensions(&p, table, err));
    return put_counts(&p, table, err);
}
