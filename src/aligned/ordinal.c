/* Columns by the order of cells. See ordinal.h. */
#include "aligned/ordinal.h"

#include "aligned/row.h"

enum { MOST = 64 };

/* The number of cells that most rows have; 0 if it is fewer than two thirds of
 * them that do, or they have a text behind a figure. */
static size_t
common_count(const thr_page *page, const thr_extent *extent) {
    size_t seen[MOST + 1] = {0}, rows = 0, best = 0;
    for (size_t i = extent->body; i < extent->end; i++) {
        if (!page->lines[i].data)
            continue;
        size_t count = thr_page_count_cells(page, i);
        seen[count < MOST ? count : MOST]++;
        rows++;
    }
    for (size_t count = 2; count < MOST; count++)
        if (seen[count] > seen[best])
            best = count;
    return rows > 1 && seen[best] * 3 >= rows * 2 ? best : 0;
}

/* How many rows do not fit into columns, of how many. */
typedef struct fitting {
    size_t misfits;
    size_t rows;
} fitting;

/* Have the rows fit into columns; those that do not are outliers of the page.
 */
static bool
mark_misfits(const thr_columns *columns, thr_page *page,
             const thr_extent *extent, fitting *out) {
    thr_pieces pieces = {0};
    bool done = true;
    *out = (fitting){0};
    for (size_t i = extent->body; i < extent->end && done; i++) {
        if (!page->lines[i].data)
            continue;
        pieces.count = 0;
        thr_row_fit fit = thr_row_cut(&pieces, page, i, columns);
        done = fit != THR_ROW_FAILED;
        page->lines[i].outlier = fit != THR_ROW_FITS;
        out->misfits += fit != THR_ROW_FITS;
        out->rows++;
    }
    thr_pieces_free(&pieces);
    return done;
}

/* Where the cells of the rows with `count` of them stand on the average. */
static bool
average(thr_columns *columns, const thr_page *page, const thr_extent *extent,
        size_t count) {
    size_t lo[MOST] = {0}, hi[MOST] = {0}, rows = 0;
    for (size_t i = extent->body; i < extent->end; i++) {
        if (!page->lines[i].data || thr_page_count_cells(page, i) != count)
            continue;
        thr_solid cell;
        for (size_t at = 0, k = 0; thr_page_cell(page, i, &at, &cell); k++) {
            lo[k] += cell.lo;
            hi[k] += cell.hi;
        }
        rows++;
    }
    bool done = true;
    columns->count = 0;
    for (size_t i = 0; i < count && done; i++)
        done = thr_columns_add(columns, (uint32_t)(lo[i] / rows),
                               (uint32_t)(hi[i] / rows));
    return done;
}

/* ## One column taken for two */

/* Whether no row fills both the column `i` and the next one, and each some. */
static bool
are_exclusive(const thr_columns *columns, const thr_page *page,
              const thr_extent *extent, size_t i) {
    bool left = false, right = false;
    for (size_t line = extent->body; line < extent->end; line++) {
        bool in_left = false, in_right = false;
        thr_solid solid;
        for (size_t at = 0; page->lines[line].data
                            && thr_page_solid(page, line, &at, &solid);) {
            size_t column = thr_columns_at(columns, solid.lo, solid.hi);
            in_left = in_left || column == i;
            in_right = in_right || column == i + 1;
        }
        if (in_left && in_right)
            return false;
        left = left || in_left;
        right = right || in_right;
    }
    return left && right;
}

/* Join columns with no more than one blank between that no row fills both:
 * some rows were printed a few characters to the left. */
static void
join_exclusive(thr_columns *columns, const thr_page *page,
               const thr_extent *extent) {
    for (size_t i = columns->count; i-- > 1;) {
        thr_column *left = &columns->items[i - 1];
        const thr_column *right = &columns->items[i];
        if (right->lo > left->hi + 1
            || !are_exclusive(columns, page, extent, i - 1))
            continue;
        left->hi = right->hi;
        for (size_t k = i; k + 1 < columns->count; k++)
            columns->items[k] = columns->items[k + 1];
        columns->count--;
    }
}

/* ## Mending */

/* Mend the columns; outliers of the page are left marked. */
static bool
mend(thr_columns *columns, thr_page *page, const thr_extent *extent) {
    fitting before, after;
    join_exclusive(columns, page, extent);
    if (!mark_misfits(columns, page, extent, &before))
        return false;
    bool few = before.misfits * 4 <= before.rows;
    size_t count = few ? 0 : common_count(page, extent);
    if (before.misfits == 0
        || (!few && (count == 0 || count == columns->count)))
        return true;
    thr_columns other = {0};
    /* The rows that do not fit, if they are few, have no say. */
    bool done = few ? thr_columns_find(&other, page, extent)
                    : average(&other, page, extent, count);
    if (done)
        join_exclusive(&other, page, extent);
    done = done && mark_misfits(&other, page, extent, &after);
    if (done
        && (few ? after.misfits <= before.misfits
                : after.misfits * 2 <= before.misfits)) {
        thr_columns old = *columns;
        *columns = other;
        other = old;
    }
    thr_columns_free(&other);
    return done;
}

bool
thr_ordinal_mend(thr_columns *columns, thr_page *page,
                 const thr_extent *extent) {
    if (columns->count == 0)
        return true;
    bool done = mend(columns, page, extent);
    for (size_t i = extent->body; i < extent->end; i++)
        page->lines[i].outlier = false;
    return done;
}
