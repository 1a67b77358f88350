/* What the sums say of the lines. See lines.h. */
#include "proof/lines.h"

#include "proof/words.h"

/* Numbers are rounded where more than one in so many sums misses a little:
 * decimals, and multiples of five or ten, are so more readily than counts. Of
 * sums over two rounded parts one in four does; a single one may be an error.
 */
enum { SINGLE_SHARE = 4, COUNTS_SHARE = 8, COARSE_SHARE = 10 };

/* How the sums fare in one line. */
typedef struct record {
    uint32_t exact;
    uint32_t rounded;
    uint32_t failed;
} record;

/* The same in all lines of one kind. */
typedef struct kind_record {
    size_t exact;
    size_t rounded;
} kind_record;

static bool
is_against(const record *line) {
    return line->failed > (uint64_t)line->exact + line->rounded;
}

static bool
label_says_rate(thresh_str label) {
    return thr_words_rate(label) || thr_words_ratio(label);
}

/* Whether the label of a row, or one that it stands below, does: rows below
 * "Change in %" hold rates whatever they are called. */
static bool
row_says_rate(const thresh_table *table, size_t row) {
    for (size_t i = 0; i < table->naxis[THRESH_ROWS]; i++) {
        const thr_categories *list = &table->categories[i];
        size_t key = thr_table_row_key(table, row, i);
        for (; key != THRESH_NONE;
             key = thr_category_parent(&list->items[key]))
            if (label_says_rate(thr_categories_label(list, key)))
                return true;
    }
    return false;
}

/* Whether a label over or beside the line says that it holds rates. */
static bool
says_rate(const thr_plane *plane, size_t line) {
    const thresh_table *table = plane->table;
    size_t row, column;
    bool along_rows = plane->axis == THRESH_ROWS;
    /* A line is a column along the rows, and a row along the columns. */
    (void)thr_plane_cell(plane, 0, line, &row, &column);
    const thresh_heading *at = along_rows ? table->columns[column].leaf : NULL;
    for (; at != NULL; at = at->parent)
        if (label_says_rate(at->label))
            return true;
    return !along_rows && row_says_rate(table, row);
}

/* One failed sum is an error rather than a line of rates, unless the line is
 * called one, or many lines are like that: columns of numbers and of shares in
 * turn. */
static void
choose_lines(const thr_plane *plane, const record *lines, bool *skip) {
    size_t against = 0, used = 0, count = plane->nlines;
    for (size_t i = 0; i < count; i++) {
        against += is_against(&lines[i]);
        used += (lines[i].exact | lines[i].rounded | lines[i].failed) > 0;
    }
    bool many = 5 * against >= 2 * used;
    for (size_t i = 0; i < count; i++)
        skip[i] = is_against(&lines[i])
                  && (many || lines[i].failed >= 2 || says_rate(plane, i));
}

/* Whether sums miss a little often enough, in lines of one kind, to be
 * rounded.
 */
static uint32_t
find_rounding(const thr_plane *plane, const record *lines, const bool *skip,
              size_t count) {
    enum { COARSE = 31 }; /* see thr_plane_kind() */
    kind_record kinds[COARSE + 1] = {{0}};
    uint32_t rounding = 0;
    for (size_t i = 0; i < count; i++) {
        kind_record *kind = &kinds[thr_plane_kind(plane, i)];
        if (skip[i])
            continue;
        kind->exact += lines[i].exact;
        kind->rounded += lines[i].rounded;
    }
    for (unsigned i = 0; i <= COARSE; i++) {
        size_t share = i > 0                   ? COARSE_SHARE
                       : kinds[i].rounded == 1 ? SINGLE_SHARE
                                               : COUNTS_SHARE;
        size_t known = kinds[i].exact + kinds[i].rounded;
        bool unknown = known == 0 && i > 0 && i < COARSE;
        bool often = unknown || share * kinds[i].rounded > known;
        rounding |= (uint32_t)often << i;
    }
    return rounding;
}

static void
fill_records(const thr_plane *plane, const thr_tree *tree, record *lines) {
    const thr_terms all = {.rounding = THR_ALL_ROUNDED};
    for (size_t i = 0; i < tree->nsums; i++)
        for (size_t line = 0; line < plane->nlines; line++) {
            thr_verdict_of_line verdict =
                thr_match_line(plane, &all, &tree->sums[i].claim, line)
                    .verdict;
            lines[line].exact += verdict == THR_LINE_EXACT;
            lines[line].rounded += verdict == THR_LINE_ROUNDED;
            lines[line].failed += verdict == THR_LINE_FAILED;
        }
}

thresh_result
thr_lines_learn(const thr_plane *plane, const thr_tree *tree, bool *skip,
                thr_terms *terms, const thr_arena *arena, thresh_error *err) {
    if (tree->nsums == 0) {
        *terms = (thr_terms){.skip = skip,
                             .rounding = find_rounding(plane, NULL, skip, 0)};
        return THRESH_OK;
    }
    thr_arena scratch = {.limit = arena->limit, .used = arena->used};
    record *lines = thr_arena_array(&scratch, plane->nlines, sizeof *lines);
    if (lines == NULL)
        return thr_arena_failure(&scratch, 0, err);
    fill_records(plane, tree, lines);
    choose_lines(plane, lines, skip);
    *terms = (thr_terms){
        .skip = skip,
        .rounding = find_rounding(plane, lines, skip, plane->nlines)};
    thr_arena_free(&scratch);
    return THRESH_OK;
}
