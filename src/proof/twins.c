/* Dimensions that are proved by another. See twins.h. */
#include "proof/twins.h"

/* Whether each row, or each column, has a category of its own. */
static bool
stands_alone(const thresh_table *table, size_t dimension) {
    bool rows = table->dimensions[dimension].axis == THRESH_ROWS;
    size_t positions = rows ? table->nrows : table->ncolumns;
    return table->categories[dimension].count == positions;
}

/* How many of its categories have words for a label: a code has none. */
static size_t
count_words(const thresh_table *table, size_t dimension) {
    const thr_categories *list = &table->categories[dimension];
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        thresh_str label = thr_categories_label(list, i);
        bool words = false;
        for (size_t k = 0; k < label.len && !words; k++)
            words = label.ptr[k] > '9' || (unsigned char)label.ptr[k] >= 0x80;
        count += words;
    }
    return count;
}

size_t
thr_twin_of(const thresh_table *table, size_t dimension) {
    thresh_axis axis = table->dimensions[dimension].axis;
    if (axis == THRESH_CONSTANT || table->naxis[axis] < 2
        || !stands_alone(table, dimension))
        return dimension;
    size_t best = dimension, most = count_words(table, dimension);
    for (size_t i = 0; i < table->ndimensions; i++) {
        if (i == dimension || table->dimensions[i].axis != axis
            || !stands_alone(table, i))
            continue;
        size_t words = count_words(table, i);
        if (words > most || (words == most && i < best)) {
            best = i;
            most = words;
        }
    }
    return best;
}

/* Each row, or column, has its own category of both: they come in one order.
 */
static void
copy_tree(thresh_table *table, size_t from, size_t to) {
    const thr_category *source = table->categories[from].items;
    thr_category *items = table->categories[to].items;
    for (size_t i = 0; i < table->categories[to].count; i++) {
        items[i].parent = source[i].parent;
        items[i].level = source[i].level;
        items[i].is_total = source[i].is_total;
        items[i].says_total = source[i].says_total;
    }
}

void
thr_twins_copy(thresh_table *table) {
    for (size_t i = 0; i < table->ndimensions; i++) {
        size_t twin = thr_twin_of(table, i);
        if (twin != i)
            copy_tree(table, twin, i);
    }
}
