/* Columns and rows that look alike. See ambiguous.h. */
#include "frame/ambiguous.h"

#include <stdlib.h>

#include "base/eight.h"
#include "base/error.h"
#include "base/str.h"

/* The columns or the rows of a table, each with its labels. */
typedef struct line_up {
    const thresh_table *table;
    thresh_axis axis;
    size_t nlabels; /* of each position */
} line_up;

static thresh_str
label_at(const line_up *in, size_t position, size_t label) {
    const thresh_table *table = in->table;
    bool rows = in->axis == THRESH_ROWS;
    size_t dimension = rows ? label : table->naxis[THRESH_ROWS] + label;
    size_t key = rows ? thr_table_row_key(table, position, dimension)
                      : table->column_keys[position * in->nlabels + label];
    return thr_categories_label(&table->categories[dimension], key);
}

static bool
has_label(const line_up *in, size_t position) {
    for (size_t i = 0; i < in->nlabels; i++)
        if (label_at(in, position, i).len > 0)
            return true;
    return false;
}

static bool
same_labels(const line_up *in, size_t a, size_t b) {
    for (size_t i = 0; i < in->nlabels; i++)
        if (!thr_str_equal(label_at(in, a, i), label_at(in, b, i)))
            return false;
    return true;
}

/* A hash over all labels: each of their words of eight bytes, the last of
 * which may be shorter, is mixed in by a multiplication and a turn. It has no
 * seed: labels made to collide make this slow, not wrong. */
static uint64_t
hash_of(const line_up *in, size_t position) {
    enum { WORD = 8 };
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t sum = 0;
    for (size_t i = 0; i < in->nlabels; i++) {
        thresh_str label = label_at(in, position, i);
        sum += label.len;
        for (; label.len >= WORD; label = thr_str_from(label, WORD)) {
            sum = (sum ^ thr_eight_load(label.ptr)) * factor;
            sum ^= sum >> 29;
        }
        if (label.len > 0)
            sum ^= thr_eight_load_few(label.ptr, label.len);
        sum *= factor;
        sum ^= sum >> 29;
    }
    return sum;
}

/* The positions that were seen, found by the first half of their hashes. A
 * slot holds a position plus one, or 0, and in the bits that no position needs
 * those of the second half: the labels of few others are looked at. */
typedef struct lookup {
    uint32_t *slots;
    size_t nslots;
    uint32_t positions; /* the bits that hold one */
} lookup;

static bool
make_lookup(lookup *seen, size_t count) {
    *seen = (lookup){.nslots = count + count / 3 + 1, .positions = 1};
    while (seen->positions < count)
        seen->positions = seen->positions << 1 | 1;
    seen->slots = count < UINT32_MAX
                      ? calloc(seen->nslots, sizeof *seen->slots)
                      : NULL;
    return seen->slots != NULL;
}

static size_t
home_of(const lookup *seen, uint64_t hash) {
    return (size_t)((hash >> 32) * seen->nslots >> 32);
}

/* The slot of a position with the labels of this one, or a free one. */
static uint32_t *
slot_of(const line_up *in, const lookup *seen, size_t position,
        uint64_t hash) {
    const uint32_t mask = seen->positions, tag = (uint32_t)hash & ~mask;
    size_t at = home_of(seen, hash);
    while (seen->slots[at] != 0
           && ((seen->slots[at] & ~mask) != tag
               || !same_labels(in, (seen->slots[at] & mask) - 1, position)))
        at = at + 1 < seen->nslots ? at + 1 : 0;
    return &seen->slots[at];
}

/* The hash of each of `count` positions from `first` on. Their slots, which
 * lie anywhere, are asked for all at once, and not waited for one by one. */
static void
hash_all(const line_up *in, const lookup *seen, size_t first, size_t count,
         uint64_t *hashes) {
    for (size_t i = 0; i < count; i++) {
        hashes[i] = hash_of(in, first + i);
        __builtin_prefetch(&seen->slots[home_of(seen, hashes[i])]);
    }
}

/* The first position whose labels an earlier one has, and how many there are
 * such. False if memory is exhausted. */
static bool
find_again(const thresh_table *table, thresh_axis axis, size_t count,
           size_t *position, size_t *again) {
    enum { LOT = 32 };
    const line_up in = {table, axis, table->naxis[axis]};
    uint64_t hashes[LOT];
    lookup seen;
    bool done = make_lookup(&seen, count);
    *again = 0;
    for (size_t i = 0; i < count && done; i++) {
        size_t left = count - i;
        if (i % LOT == 0)
            hash_all(&in, &seen, i, left < LOT ? left : LOT, hashes);
        if (!has_label(&in, i))
            continue;
        uint64_t hash = hashes[i % LOT];
        uint32_t *slot = slot_of(&in, &seen, i, hash);
        if (*slot == 0)
            *slot = ((uint32_t)hash & ~seen.positions) | ((uint32_t)i + 1);
        else if ((*again)++ == 0)
            *position = i;
    }
    free(seen.slots);
    return done;
}

thresh_result
thr_ambiguous_columns(const thresh_table *table, const thr_report *report,
                      thresh_error *err) {
    size_t position = 0, again;
    if (!find_again(table, THRESH_COLUMNS, table->ncolumns, &position, &again))
        return thr_fail_memory(err);
    if (again == 0)
        return THRESH_OK;
    const thresh_heading *leaf = table->columns[position].leaf;
    thr_report_warning(report, &leaf->place,
                       "\"%.*s\" heads another column too, with nothing to "
                       "tell them apart; --columns field does",
                       THR_STR(leaf->label));
    return THRESH_OK;
}

thresh_result
thr_ambiguous_rows(const thresh_table *table, const thr_report *report,
                   thresh_error *err) {
    size_t position = 0, again, last = table->naxis[THRESH_ROWS] - 1;
    if (!find_again(table, THRESH_ROWS, table->nrows, &position, &again))
        return thr_fail_memory(err);
    if (again == 0)
        return THRESH_OK;
    thresh_place place = thresh_table_label_place(table, last, position, 0);
    size_t key = thr_table_row_key(table, position, last);
    thresh_str label = thr_categories_label(&table->categories[last], key);
    thr_report_warning(report, &place,
                       "\"%.*s\" is the label of another row too; --columns "
                       "parent,line tells them apart",
                       THR_STR(label));
    return THRESH_OK;
}
