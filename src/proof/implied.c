/* What the sums say of missing cells. See implied.h. */
#include "proof/implied.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/unpack.h"

/* Parts that the known ones leave room for: just one can be told. */
typedef struct gap {
    size_t count;  /* parts without a value */
    size_t part;   /* the last of them, in the claim */
    bool negative; /* some known part is */
} gap;

static gap
find_gap(const thr_plane *plane, const thr_claim *claim, size_t line) {
    gap out = {0};
    for (size_t i = 0; i < claim->nparts && out.count < 2; i++) {
        thr_value part = thr_plane_value(plane, claim->parts[i], line);
        out.negative |= part.state == THR_KNOWN && part.number < 0;
        if (part.state == THR_KNOWN)
            continue;
        out.part = i;
        out.count++;
    }
    return out;
}

/* What the missing part must be, given what the known ones come to. */
static bool
solve(const thr_claim *claim, const gap *missing, int64_t total, int64_t known,
      int64_t *out) {
    bool less = claim->kind == THRESH_DIFFERENCE && missing->part > 0;
    if (__builtin_sub_overflow(less ? known : total, less ? total : known,
                               out))
        return false;
    /* Counts are not negative: there is another reason for such a rest. */
    bool counts = !missing->negative
                  && (total >= 0 || claim->kind == THRESH_DIFFERENCE);
    return *out >= 0 || !counts;
}

static bool
append(thresh_table *table, const thr_implied *implied) {
    if (table->nimplied == table->implied_room) {
        size_t room = table->implied_room < 8 ? 8 : 2 * table->implied_room;
        thr_implied *moved = thr_arena_array(&table->arena, room,
                                             sizeof *moved);
        if (moved == NULL)
            return false;
        if (table->nimplied > 0)
            memcpy(moved, table->implied, table->nimplied * sizeof *moved);
        table->implied = moved;
        table->implied_room = room;
    }
    table->implied[table->nimplied++] = *implied;
    return true;
}

/* Add what `claim` implies in one line, if anything. */
static thresh_result
add_line(thresh_table *table, const thr_plane *plane, const thr_claim *claim,
         size_t line, int64_t known, thresh_error *err) {
    gap missing = find_gap(plane, claim, line);
    int64_t total = thr_plane_value(plane, claim->total, line).number;
    thr_implied implied = {.scale = plane->scale[line]};
    if (missing.count != 1
        || !solve(claim, &missing, total, known, &implied.coef)
        || !thr_plane_cell(plane, claim->parts[missing.part], line,
                           &implied.row, &implied.column))
        return THRESH_OK;
    int64_t coef;
    const thresh_cell *cell = thr_cells_look(table, implied.row,
                                             implied.column, &coef);
    if (cell->kind != THRESH_SYMBOL || cell->has_value)
        return THRESH_OK;
    return append(table, &implied) ? THRESH_OK
                                   : thr_arena_failure(&table->arena, 0, err);
}

thresh_result
thr_implied_add(thresh_table *table, const thr_plane *plane,
                const thr_found *found, const thr_terms *terms,
                thresh_error *err) {
    const thr_match *match = &found->match;
    if (match->unknown == 0 || match->exact == 0 || match->rounded > 0
        || match->failed > 0)
        return THRESH_OK;
    for (size_t line = 0; line < plane->nlines; line++) {
        thr_line_match known = thr_match_line(plane, terms, &found->claim,
                                              line);
        if (known.verdict == THR_LINE_UNKNOWN)
            THR_TRY(
                add_line(table, plane, &found->claim, line, known.sum, err));
    }
    return THRESH_OK;
}

static int
by_place(const void *left, const void *right) {
    const thr_implied *a = left, *b = right;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static bool
same_value(const thr_implied *a, const thr_implied *b) {
    const thr_implied *fine = a->scale >= b->scale ? a : b;
    const thr_implied *coarse = fine == a ? b : a;
    int64_t coef = coarse->coef;
    for (unsigned i = coarse->scale; i < fine->scale; i++)
        if (__builtin_mul_overflow(coef, 10, &coef))
            return false;
    return coef == fine->coef;
}

void
thr_implied_settle(thresh_table *table) {
    thr_implied *items = table->implied;
    size_t kept = 0, end;
    if (table->nimplied > 1)
        qsort(items, table->nimplied, sizeof *items, by_place);
    for (size_t i = 0; i < table->nimplied; i = end) {
        bool agree = true;
        for (end = i + 1;
             end < table->nimplied && by_place(&items[i], &items[end]) == 0;
             end++)
            agree = agree && same_value(&items[i], &items[end]);
        if (agree)
            items[kept++] = items[i];
    }
    table->nimplied = kept;
}
