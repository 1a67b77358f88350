/* Looking at a table: the accessors of thresh/table.h. None can fail; an index
 * out of range gives the empty object. */
#include "model/keys.h"
#include "model/unpack.h"

#include <string.h>

bool
thresh_table_is_loaded(const thresh_table *table) {
    return table->loaded;
}

const thresh_caption *
thresh_table_caption(const thresh_table *table) {
    return &table->caption;
}

size_t
thresh_table_dimensions(const thresh_table *table,
                        const thresh_dimension **out) {
    if (out != NULL)
        *out = table->dimensions;
    return table->ndimensions;
}

size_t
thresh_table_columns(const thresh_table *table, const thresh_column **out) {
    if (out != NULL)
        *out = table->columns;
    return table->ncolumns;
}

size_t
thresh_table_headings(const thresh_table *table, const thresh_heading **out) {
    if (out != NULL)
        *out = table->headings;
    return table->nheadings;
}

size_t
thresh_table_notes(const thresh_table *table, const thresh_note **out) {
    if (out != NULL)
        *out = table->notes;
    return table->nnotes;
}

size_t
thresh_table_symbols(const thresh_table *table, const thresh_symbol **out) {
    if (out != NULL)
        *out = table->symbols;
    return table->nsymbols;
}

size_t
thresh_table_header_rows(const thresh_table *table) {
    return table->header_rows;
}

size_t
thresh_table_axis_dimensions(const thresh_table *table, thresh_axis axis) {
    return axis <= THRESH_CONSTANT ? table->naxis[axis] : 0;
}

thresh_category
thresh_table_category(const thresh_table *table, size_t dimension,
                      size_t index) {
    if (dimension >= table->ndimensions
        || index >= table->categories[dimension].count)
        return (thresh_category){.parent = THRESH_NONE, .level = -1};
    const thr_categories *list = &table->categories[dimension];
    thresh_category category = thr_categories_at(list, index);
    if (index < table->nrows && list->items[index].in_row) {
        const thr_row row = thr_table_row(table, index);
        category.place.line = row.line;
        category.place.record = row.record;
    }
    return category;
}

size_t
thresh_table_rows(const thresh_table *table) {
    return table->nrows;
}

thresh_cell
thresh_table_cell(const thresh_table *table, size_t row, size_t column) {
    if (row >= table->nrows || column >= table->ncolumns)
        return (thresh_cell){0};
    return thr_cells_lend(table, row, column);
}

size_t
thresh_table_key(const thresh_table *table, size_t dimension, size_t row,
                 size_t column) {
    if (dimension >= table->ndimensions || row >= table->nrows
        || column >= table->ncolumns)
        return THRESH_NONE;
    size_t rows = table->naxis[THRESH_ROWS];
    size_t columns = table->naxis[THRESH_COLUMNS];
    if (dimension < rows)
        return thr_table_row_key(table, row, dimension);
    if (dimension < rows + columns)
        return table->column_keys[column * columns + dimension - rows];
    return 0;
}

thresh_place
thresh_table_label_place(const thresh_table *table, size_t dimension,
                         size_t row, size_t column) {
    size_t key = thresh_table_key(table, dimension, row, column);
    if (key == THRESH_NONE)
        return (thresh_place){0};
    size_t rows = table->naxis[THRESH_ROWS];
    for (size_t i = table->nblocks; dimension < rows && i-- > 0;)
        if (column >= table->blocks[i].first)
            return table->blocks[i].places[row * rows + dimension];
    if (dimension < rows && rows > 1)
        return thr_keys_place(table, row, dimension);
    return thresh_table_category(table, dimension, key).place;
}

size_t
thresh_table_sums(const thresh_table *table, const thresh_sum **out) {
    if (out != NULL)
        *out = table->sums;
    return table->nsums;
}

size_t
thresh_table_failures(const thresh_table *table, const thresh_failure **out) {
    if (out != NULL)
        *out = table->failures;
    return table->nfailures;
}

bool
thresh_table_implied(const thresh_table *table, size_t row, size_t column,
                     thresh_cell *out) {
    size_t low = 0, high = table->nimplied;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const thr_implied *item = &table->implied[middle];
        if (item->row == row && item->column == column) {
            *out = (thresh_cell){.coef = item->coef,
                                 .scale = item->scale,
                                 .kind = THRESH_NUMBER,
                                 .has_value = true};
            return true;
        }
        bool before = item->row != row ? item->row < row
                                       : item->column < column;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return false;
}

thresh_counts
thresh_table_counts(const thresh_table *table) {
    thresh_counts counts = table->counts;
    counts.columns = table->ncolumns;
    return counts;
}

const thresh_category *
thresh_row_key(const thresh_table *table, const thresh_row *row, size_t column,
               size_t dimension) {
    if (dimension >= table->ndimensions || column >= table->ncolumns)
        return NULL;
    size_t rows = table->naxis[THRESH_ROWS];
    size_t columns = table->naxis[THRESH_COLUMNS];
    if (dimension < rows)
        return &row->keys[dimension];
    if (dimension < rows + columns)
        return &table->columns[column].keys[dimension - rows];
    return &table->categories[dimension].first;
}
