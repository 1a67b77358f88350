/* What the other dimensions of an axis say, as one number. See choices.h. */
#include "proof/choices.h"

#include <stdlib.h>

enum { WORD = 64 };

size_t
thr_choices_key(const thresh_table *table, thresh_axis axis, size_t dimension,
                size_t position) {
    bool rows = axis == THRESH_ROWS;
    return thresh_table_key(table, dimension, rows ? position : 0,
                            rows ? 0 : position);
}

static uint64_t
code_at(const thr_choices *c, size_t position) {
    uint64_t code = 0;
    for (size_t i = c->first; i < c->behind; i++)
        if (i != c->dimension)
            code = code * c->table->dimensions[i].ncategories
                   + thr_choices_key(c->table, c->axis, i, position);
    return code;
}

/* How many codes there could be. */
static uint64_t
count_codes(const thr_choices *c) {
    uint64_t count = 1;
    for (size_t i = c->first; i < c->behind; i++)
        if (i != c->dimension
            && __builtin_mul_overflow(
                count, c->table->dimensions[i].ncategories, &count))
            return UINT64_MAX;
    return count;
}

/* ## A bit for each */

static bool
number_bits(thr_choices *c, uint64_t ncodes, size_t npositions,
            thr_arena *scratch) {
    size_t nwords = (size_t)(ncodes / WORD + 1);
    c->made = thr_arena_array(scratch, nwords, sizeof *c->made);
    c->before = thr_arena_raw_array(scratch, nwords, sizeof *c->before);
    if (c->made == NULL || c->before == NULL)
        return false;
    for (size_t i = 0; i < npositions; i++) {
        uint64_t code = code_at(c, i);
        c->made[code / WORD] |= UINT64_C(1) << code % WORD;
    }
    for (size_t i = 0; i < nwords; i++) {
        c->before[i] = (uint32_t)c->count;
        c->count += (size_t)__builtin_popcountll(c->made[i]);
    }
    return true;
}

/* ## The codes themselves */

static int
by_code(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static bool
number_codes(thr_choices *c, size_t npositions, thr_arena *scratch) {
    c->codes = thr_arena_raw_array(scratch, npositions, sizeof *c->codes);
    if (c->codes == NULL)
        return false;
    for (size_t i = 0; i < npositions; i++)
        c->codes[i] = code_at(c, i);
    qsort(c->codes, npositions, sizeof *c->codes, by_code);
    for (size_t i = 0; i < npositions; i++)
        if (i == 0 || c->codes[i] != c->codes[c->count - 1])
            c->codes[c->count++] = c->codes[i];
    return true;
}

thresh_result
thr_choices_number(thr_choices *choices, const thresh_table *table,
                   size_t dimension, thr_arena *scratch, thresh_error *err) {
    enum { MOST_BITS = 32 }; /* for each position: four bytes, and two */
    thresh_axis axis = table->dimensions[dimension].axis;
    bool rows = axis == THRESH_ROWS;
    size_t npositions = rows ? table->nrows : table->ncolumns;
    *choices = (thr_choices){.table = table,
                             .dimension = dimension,
                             .axis = axis,
                             .first = rows ? 0 : table->naxis[THRESH_ROWS]};
    choices->behind = choices->first + table->naxis[axis];
    uint64_t ncodes = count_codes(choices);
    bool done = npositions < UINT32_MAX
                && (ncodes / MOST_BITS <= npositions
                        ? number_bits(choices, ncodes, npositions, scratch)
                        : number_codes(choices, npositions, scratch));
    return done ? THRESH_OK : thr_arena_failure(scratch, 0, err);
}

size_t
thr_choices_at(const thr_choices *choices, size_t position) {
    uint64_t code = code_at(choices, position);
    if (choices->codes != NULL) {
        const uint64_t *found = bsearch(&code, choices->codes, choices->count,
                                        sizeof code, by_code);
        return (size_t)(found - choices->codes);
    }
    uint64_t bit = UINT64_C(1) << code % WORD;
    uint64_t lower = choices->made[code / WORD] & (bit - 1);
    return choices->before[code / WORD] + (size_t)__builtin_popcountll(lower);
}
