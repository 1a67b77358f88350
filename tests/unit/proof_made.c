/* A small table for the tests of the proof. See proof_made.h. */
#include "proof_made.h"

#include "proof/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"

enum { MOST_CELLS = 24 };

/* Cut the next line off `text`, and `line` into `cells`. */
static size_t
cut_line(thr_arena *arena, thresh_str *text, const char **cells) {
    size_t count = 0;
    size_t end = thr_str_find(*text, THR_LIT("\n"));
    thresh_str line = end == THRESH_NONE ? *text
                                         : thr_str_slice(*text, 0, end);
    *text = thr_str_from(*text, end == THRESH_NONE ? text->len : end + 1);
    while (count < MOST_CELLS) {
        size_t bar = thr_str_find(line, THR_LIT("|"));
        size_t len = bar == THRESH_NONE ? line.len : bar;
        char *cell = thr_arena_alloc(arena, len + 1);
        assert_non_null(cell);
        if (len > 0)
            memcpy(cell, line.ptr, len);
        cells[count++] = cell;
        if (bar == THRESH_NONE)
            break;
        line = thr_str_from(line, bar + 1);
    }
    return count;
}

thresh_table *
made_table(const char *text) {
    thr_arena arena = {0};
    const char *cells[MOST_CELLS];
    thresh_str rest = thr_str(text);
    size_t count = cut_line(&arena, &rest, cells);
    thresh_table *table = make_frame_of("item", count - 1, cells + 1);
    assert_non_null(table);
    for (size_t i = 0; i + 1 < count; i++) {
        thresh_str *label = &table->headings[i].label;
        assert_true(
            thr_arena_copy(&table->arena, thr_str(cells[i + 1]), label));
        make_label(table, MADE_COLUMNS, i, *label);
    }
    while (rest.len > 0) {
        assert_int_equal(cut_line(&arena, &rest, cells), count);
        size_t indent = strspn(cells[0], " ");
        size_t row = table->nrows;
        assert_true(make_row(table, cells[0] + indent, "", cells + 1));
        table->categories[MADE_ROWS].items[row].indent = indent & 15U;
    }
    table->loaded = true;
    thr_arena_free(&arena);
    return table;
}

made
made_open(const char *text, size_t dimension) {
    made it = {.table = made_table(text)};
    bool fits = false;
    assert_int_equal(
        thr_plane_open(&it.plane, it.table, dimension, &it.arena, &fits, NULL),
        THRESH_OK);
    assert_true(fits);
    return it;
}

void
made_close(made *it) {
    thr_arena_free(&it->arena);
    thresh_table_free(it->table);
}

thr_tree
made_tree(made *it) {
    bool *left_out = thr_arena_array(&it->arena, it->plane.nitems,
                                     sizeof *left_out);
    assert_non_null(left_out);
    const thr_search search = {.plane = &it->plane,
                               .terms = {.rounding = THR_ALL_ROUNDED},
                               .left_out = left_out,
                               .arena = &it->arena};
    thr_tree tree = {0};
    assert_int_equal(thr_tree_find(&tree, &search, NULL), THRESH_OK);
    return tree;
}

const char *
made_sum(const thr_claim *claim, char text[80]) {
    size_t len = (size_t)snprintf(text, 80, "%zu=", claim->total);
    const char *sign = claim->kind == THRESH_DIFFERENCE ? "-" : "+";
    for (size_t i = 0; i < claim->nparts && len < 80; i++)
        len += (size_t)snprintf(text + len, 80 - len, "%s%zu", i ? sign : "",
                                claim->parts[i]);
    return text;
}
