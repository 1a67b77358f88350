/* Spanners over headings that recur unevenly. See uneven.h. */
#include "aligned/uneven.h"

enum { NO_WAY = UINT16_MAX };

/* The best ways to divide the first headings among the first spanners: how far
 * these are off the middle in all, and where the last of them starts. */
typedef struct ways {
    uint16_t off[THR_UNEVEN_SPANNERS + 1][THR_UNEVEN_HEADINGS + 1];
    uint8_t start[THR_UNEVEN_SPANNERS + 1][THR_UNEVEN_HEADINGS + 1];
} ways;

static bool
has_said(const thr_recurring *h, size_t from, size_t end, uint64_t said) {
    while (from < end && h->said[from] != said)
        from++;
    return from < end;
}

static size_t
count_distinct(const thr_recurring *h) {
    size_t distinct = 0;
    for (size_t i = 0; i < h->count; i++)
        distinct += !has_said(h, 0, i, h->said[i]);
    return distinct;
}

/* How far a spanner is off the middle of the headings from `from` to before
 * `end`, counted twice; NO_WAY where it is not over them all, or stands at
 * their side. */
static uint16_t
off_middle(const thr_recurring *h, const thr_column *spanner, size_t from,
           size_t end) {
    enum { PART = 4 };
    uint32_t lo = h->places[from].lo, hi = h->places[end - 1].hi;
    uint32_t off = thr_off_centre(spanner->lo, spanner->hi, lo, hi);
    if (spanner->lo < lo || spanner->hi > hi || PART * off > hi - lo
        || off >= NO_WAY)
        return NO_WAY;
    return (uint16_t)off;
}

/* The best way that has spanner `k` end before heading `end`. */
static void
extend(const thr_recurring *h, const thr_column *spanner, ways *w, size_t k,
       size_t end) {
    w->off[k + 1][end] = NO_WAY;
    for (size_t from = end; from-- > k;) {
        if (has_said(h, from + 1, end, h->said[from]))
            return;
        uint32_t off = off_middle(h, spanner, from, end);
        off += w->off[k][from];
        if (off >= w->off[k + 1][end])
            continue;
        w->off[k + 1][end] = (uint16_t)off;
        w->start[k + 1][end] = (uint8_t)from;
    }
}

bool
thr_uneven_divide(const thr_recurring *h, const thr_column *spanners,
                  size_t count, size_t *firsts) {
    ways w;
    if (count < 2 || count > THR_UNEVEN_SPANNERS || h->count <= count)
        return false;
    for (size_t end = 0; end <= h->count; end++)
        w.off[0][end] = end == 0 ? 0 : NO_WAY;
    for (size_t k = 0; k < count; k++) {
        for (size_t end = 0; end <= k; end++)
            w.off[k + 1][end] = NO_WAY;
        for (size_t end = k + 1; end <= h->count; end++)
            extend(h, &spanners[k], &w, k, end);
    }
    if (w.off[count][h->count] == NO_WAY)
        return false;
    size_t end = h->count, longest = 0;
    for (size_t k = count; k > 0; k--) {
        firsts[k - 1] = w.start[k][end];
        if (end - firsts[k - 1] > longest)
            longest = end - firsts[k - 1];
        end = firsts[k - 1];
    }
    return longest > 1 && longest == count_distinct(h);
}
