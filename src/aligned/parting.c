/* Words to the columns that they stand over. See parting.h. */
#include "aligned/parting.h"

#include <string.h>

enum { FAR = 40, MOST_COLUMNS = 24 };

/* How far words are off a column: along its left edge, its right edge or its
 * middle, whichever is best. */
static size_t
distance(uint32_t lo, uint32_t hi, const thr_column *column) {
    size_t best = thr_off_centre(lo, hi, column->lo, column->hi);
    if (2 * thr_apart(lo, column->lo) < best)
        best = 2 * thr_apart(lo, column->lo);
    if (2 * thr_apart(hi, column->hi) < best)
        best = 2 * thr_apart(hi, column->hi);
    return best;
}

/* A column with half of the gaps on both sides: what stands in there is nearer
 * to it than to any other. Words that end where its figures do, which stand
 * below each other there, may take all of the gap on their left. */
static thr_column
zone_of(const thr_headed *headed, size_t i, uint32_t hi) {
    const thr_columns *columns = headed->columns;
    thr_column zone = columns->items[i];
    if (i > 0 && thr_apart(hi, zone.hi) <= 1)
        zone.lo = thr_headed_column(headed, i - 1).hi;
    else if (i > 0)
        zone.lo = (zone.lo + columns->items[i - 1].hi) / 2;
    if (i + 1 < columns->count)
        zone.hi = (zone.hi + columns->items[i + 1].lo) / 2;
    return zone;
}

/* Whether words from `lo` to `hi` stand right below a text of the line above,
 * from its start to its end: "Margin of" above "error (%)". */
static bool
goes_on(const thr_above *above, uint32_t lo, uint32_t hi) {
    for (size_t i = 0, end; i < above->count; i = end) {
        for (end = i + 1; end < above->count && !above->tokens[end].wide;)
            end++;
        if (above->tokens[i].kind != THR_RULE
            && thr_apart(above->tokens[i].lo, lo) <= 1
            && thr_apart(above->tokens[end - 1].hi, hi) <= 1)
            return true;
    }
    return false;
}

/* How badly words from `first` to before `end` fit a column: how far they are
 * off, and whether any of them stands nearer to another one. */
static size_t
misfit_of(const thr_headed *headed, size_t column, const thr_token *first,
          const thr_token *end) {
    thr_column all = thr_headed_column(headed, column);
    uint32_t lo = first->lo, hi = end[-1].hi;
    thr_column zone = zone_of(headed, column, hi);
    size_t cost = distance(lo, hi, &all);
    size_t own = distance(lo, hi, &headed->columns->items[column]);
    if (own < cost)
        cost = own;
    const thr_column *below = &headed->below[column];
    if (below->hi > below->lo && distance(lo, hi, below) < cost)
        cost = distance(lo, hi, below);
    if (zone.lo < all.lo)
        all.lo = zone.lo;
    if (zone.hi > all.hi)
        all.hi = zone.hi;
    cost += (hi - lo) - thr_shared(lo, hi, all.lo, all.hi);
    for (const thr_token *t = first; t < end; t++)
        if (thr_shared(t->lo, t->hi, all.lo, all.hi) == 0)
            cost += FAR;
    return cost;
}

/* The same, but for words that go on with a text above: they are parted well,
 * and stand over whichever column is near. */
static size_t
cost_of(const thr_headed *headed, const thr_above *above, size_t column,
        const thr_token *first, const thr_token *end) {
    size_t cost = misfit_of(headed, column, first, end);
    if (!goes_on(above, first->lo, end[-1].hi))
        return cost;
    thr_column zone = zone_of(headed, column, end[-1].hi);
    bool near = thr_shared(zone.lo, zone.hi, first->lo, end[-1].hi) > 0;
    return near && cost > 1 ? 1 : cost;
}

/* The best parting of the first words, the last part being in some column. */
typedef struct best {
    size_t cost[THR_MOST_WORDS + 1][MOST_COLUMNS];
    size_t start[THR_MOST_WORDS + 1][MOST_COLUMNS];  /* of the last part */
    size_t before[THR_MOST_WORDS + 1][MOST_COLUMNS]; /* its column, + 1 */
} best;

/* Find the best parting that ends with words `start` to `end` in a column. */
static void
try_part(best *b, size_t start, size_t end, size_t column, size_t cost) {
    size_t sum = start == 0 ? cost : SIZE_MAX, before = 0;
    for (size_t k = 0; start > 0 && k < column; k++)
        if (b->cost[start][k] != SIZE_MAX && b->cost[start][k] + cost < sum) {
            sum = b->cost[start][k] + cost;
            before = k + 1;
        }
    if (sum >= b->cost[end][column])
        return;
    b->cost[end][column] = sum;
    b->start[end][column] = start;
    b->before[end][column] = before;
}

/* Read the parting back from its end, in column `last`. */
static void
read_back(thr_parting *out, const best *b, size_t words, size_t last,
          size_t first_column, size_t first_token) {
    thr_part parts[THR_MOST_WORDS];
    size_t count = 0;
    out->cost = b->cost[words][last];
    for (size_t end = words, column = last + 1; end > 0; count++) {
        parts[count] = (thr_part){.end = first_token + end,
                                  .column = first_column + column - 1};
        size_t start = b->start[end][column - 1];
        column = b->before[end][column - 1];
        end = start;
    }
    out->count = count;
    for (size_t i = 0; i < count; i++)
        out->parts[i] = parts[count - 1 - i];
}

/* The columns that some words may stand over, by their figures or
 * by the words below. */
static void
find_reach(const thr_headed *headed, const thr_token *first,
           const thr_token *last, size_t *a, size_t *z) {
    const thr_columns *columns = headed->columns;
    *a = thr_columns_at(columns, first->lo, first->hi);
    *z = thr_columns_at(columns, last->lo, last->hi);
    while (*a > 1 && thr_headed_column(headed, *a - 1).hi > first->lo)
        --*a;
    while (*z + 1 < columns->count
           && thr_headed_column(headed, *z + 1).lo < last->hi)
        ++*z;
}

bool
thr_parting_find(thr_parting *parting, const thr_headed *headed,
                 const thr_above *above, const thr_token *tokens, size_t first,
                 size_t end) {
    size_t words = end - first, a, z;
    find_reach(headed, &tokens[first], &tokens[end - 1], &a, &z);
    if (words < 2 || words > THR_MOST_WORDS || z <= a || z - a >= MOST_COLUMNS)
        return false;
    best b;
    memset(&b, 0xFF, sizeof b);
    for (size_t to = 1; to <= words; to++)
        for (size_t from = 0; from < to; from++)
            for (size_t k = 0; k <= z - a; k++)
                try_part(&b, from, to, k,
                         cost_of(headed, above, a + k, &tokens[first + from],
                                 &tokens[first + to]));
    size_t last = 0;
    for (size_t k = 1; k <= z - a; k++)
        if (b.cost[words][k] < b.cost[words][last])
            last = k;
    read_back(parting, &b, words, last, a, first);
    return parting->count > 1;
}
