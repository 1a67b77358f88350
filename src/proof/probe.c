/* A few lines, looked at instead of all. See probe.h. */
#include "proof/probe.h"

/* Sums of many parts that are no larger are far below the largest number. */
static const int64_t LARGE = INT64_C(1) << 40;
enum { MANY = 1 << 20 };

/* No sum of them exceeds its total by that. */
static const int64_t NEVER = INT64_MAX / 2;

static uint64_t
size_of(int64_t number) {
    return number < 0 ? ~(uint64_t)number + 1 : (uint64_t)number;
}

/* What the numbers below zero come to, item by item: memory is in that order.
 */
static void
add_negative(thr_samples *samples) {
    const thr_plane *plane = samples->plane;
    if (!thr_plane_signed(plane))
        return;
    for (size_t item = 0; item < plane->nitems; item++)
        for (size_t i = 0; i < samples->count; i++) {
            thr_sample *probe = &samples->items[i];
            int64_t number = thr_plane_value(plane, item, probe->line).number;
            if (number < 0
                && __builtin_sub_overflow(probe->below, number, &probe->below))
                probe->below = INT64_MAX;
        }
}

/* Let a place look at a sample; what may be missed is that of one part. */
static void
set_place(thr_probes *probes, size_t at, size_t which,
          const thr_sample *sample) {
    probes->which[at] = (uint8_t)which;
    probes->lines[at] = sample->line;
    probes->slack[at] = sample->rounded ? sample->unit : 0;
    if (__builtin_add_overflow(sample->unit, sample->below, &probes->most[at]))
        probes->most[at] = INT64_MAX;
    probes->simple &= sample->below < LARGE;
}

static void
clear_place(thr_probes *probes, size_t at) {
    probes->slack[at] = -1;
    probes->most[at] = NEVER;
}

/* The first of the samples at their places. */
static thr_probes
begin(const thr_samples *samples) {
    enum { SAME_AS_ONE = 2 }; /* parts, as thr_match_tolerance() has it */
    const thr_plane *plane = samples->plane;
    thr_probes out = {.until = SAME_AS_ONE,
                      .simple = plane->axis == THRESH_ROWS
                                && plane->simple != NULL};
    for (size_t i = 0; i < THR_MOST_PROBES; i++)
        if (i < samples->count)
            set_place(&out, out.places++, i, &samples->items[i]);
        else
            clear_place(&out, i);
    return out;
}

thr_samples
thr_samples_choose(const thr_plane *plane, const thr_terms *terms) {
    thr_samples out = {.plane = plane};
    size_t step = plane->nlines / THR_MOST_SAMPLES + 1;
    for (size_t line = 0; line < plane->nlines; line++) {
        if (plane->repeats[line] || (terms->skip != NULL && terms->skip[line]))
            continue;
        out.nused++;
        bool take = out.count < THR_MOST_SAMPLES && line % step == 0;
        if (take || out.count == 0)
            out.items[out.count++] = (thr_sample){
                .line = (uint32_t)line,
                .unit = thr_plane_base(plane, line),
                .rounded = terms->rounding >> thr_plane_kind(plane, line) & 1};
    }
    add_negative(&out);
    out.none = begin(&out);
    return out;
}

/* The number of an item in a line, 0 where it is not known. */
static int64_t
number_of(const thr_item *item, size_t line) {
    if (item->numbers != NULL)
        return item->numbers[line];
    thr_value value = thr_item_value(item, line);
    return value.state == THR_KNOWN ? value.number : 0;
}

uint64_t
thr_samples_capacity(const thr_samples *samples, size_t item,
                     uint64_t enough) {
    enum { FEWEST_PARTS = 2 };
    uint64_t capacity = 0, count = samples->count, needed;
    const thr_item total = thr_plane_item(samples->plane, item);
    if (__builtin_mul_overflow(enough, count, &needed))
        needed = UINT64_MAX;
    for (size_t i = 0; i < count && capacity * samples->nused < needed; i++) {
        size_t line = samples->items[i].line;
        int64_t number = number_of(&total, line);
        uint64_t step = (uint64_t)thr_plane_step(samples->plane, line);
        if (number == 0)
            continue;
        uint64_t size = size_of(number);
        capacity += thr_match_evidence(step == 1 ? size : size / step,
                                       FEWEST_PARTS, 0);
    }
    return count == 0 ? 0 : capacity * samples->nused / count;
}

size_t
thr_samples_exceeded(const thr_samples *samples, size_t total, size_t first,
                     size_t second) {
    const thr_plane *plane = samples->plane;
    const thr_probes *probes = &samples->none;
    if (!probes->simple || samples->count > THR_MOST_PROBES)
        return 0;
    const int32_t *whole = thr_plane_numbers(plane, total);
    const int32_t *one = thr_plane_numbers(plane, first);
    const int32_t *other = thr_plane_numbers(plane, second);
    size_t count = 0, over_one = 0, over_both = 0;
    if (whole == NULL || one == NULL || other == NULL)
        return 0;
    for (size_t i = 0; i < probes->places; i++) {
        uint32_t line = probes->lines[i];
        int64_t most = probes->most[i] + whole[line];
        bool counts = whole[line] != 0;
        count += counts;
        over_one += counts & (one[line] > most);
        over_both += counts & ((int64_t)one[line] + other[line] > most);
    }
    return 2 * over_one > count ? 1 : 2 * over_both > count ? 2 : 0;
}

/* ## Choosing probes */

/* A sample that may become a probe. */
typedef struct pick {
    uint64_t size; /* of its total */
    int64_t total;
    const thr_sample *sample;
} pick;

/* Put `next` where it belongs, the largest first, and forget the smallest of
 * too many. Returns how many there are. */
static size_t
put_pick(pick *picks, size_t count, pick next) {
    size_t at = count < THR_MOST_PROBES ? count : count - 1;
    if (at < count && picks[at].size >= next.size)
        return count;
    for (; at > 0 && picks[at - 1].size < next.size; at--)
        picks[at] = picks[at - 1];
    picks[at] = next;
    return count < THR_MOST_PROBES ? count + 1 : count;
}

/* Look at no place where the total is zero. */
static void
start_at(thr_probes *probes, size_t at, int64_t total) {
    probes->totals[at] = total;
    probes->count += total != 0;
    probes->simple &= total < LARGE && total > -LARGE;
    if (total == 0)
        clear_place(probes, at);
}

static void
take_largest(thr_probes *probes, const thr_samples *samples,
             const thr_item *total) {
    pick picks[THR_MOST_PROBES];
    size_t count = 0;
    for (size_t i = 0; i < samples->count; i++) {
        const thr_sample *sample = &samples->items[i];
        int64_t number = number_of(total, sample->line);
        if (number != 0)
            count = put_pick(picks, count,
                             (pick){size_of(number), number, sample});
    }
    for (size_t i = 0; i < count; i++) {
        size_t which = (size_t)(picks[i].sample - samples->items);
        set_place(probes, i, which, picks[i].sample);
        start_at(probes, i, picks[i].total);
    }
    for (size_t i = count; i < THR_MOST_PROBES; i++)
        clear_place(probes, i);
    probes->places = count;
}

void
thr_probes_start(thr_probes *probes, const thr_samples *samples, size_t item) {
    *probes = samples->none;
    probes->samples = samples;
    const thr_item total = thr_plane_item(samples->plane, item);
    if (samples->count > THR_MOST_PROBES)
        take_largest(probes, samples, &total);
    else if (total.numbers != NULL)
        for (size_t i = 0; i < probes->places; i++)
            start_at(probes, i, total.numbers[probes->lines[i]]);
    else
        for (size_t i = 0; i < probes->places; i++)
            start_at(probes, i, number_of(&total, probes->lines[i]));
}

/* ## Adding parts */

bool
thr_probes_signed(const thr_probes *probes) {
    size_t count = 0;
    if (!thr_plane_signed(probes->samples->plane))
        return false;
    for (size_t i = 0; i < probes->places; i++)
        count += probes->totals[i] != 0
                 && (uint64_t)probes->samples->items[probes->which[i]].below
                        > size_of(probes->totals[i]);
    return 2 * count > probes->count;
}

void
thr_probes_widen(thr_probes *probes, size_t nparts) {
    int64_t tolerance = thr_match_tolerance(nparts);
    /* As long as its square is no less than three quarters of n + 1. */
    probes->until = (size_t)(4 * tolerance * tolerance / 3 - 1);
    probes->simple &= nparts < MANY;
    for (size_t i = 0; i < probes->places; i++) {
        const thr_sample *line = &probes->samples->items[probes->which[i]];
        int64_t slack;
        if (probes->totals[i] == 0)
            continue;
        if (__builtin_mul_overflow(tolerance, line->unit, &slack))
            slack = INT64_MAX;
        probes->slack[i] = line->rounded ? slack : 0;
        if (__builtin_add_overflow(slack, line->below, &probes->most[i]))
            probes->most[i] = INT64_MAX;
    }
}

thr_poll
thr_probes_add_any(thr_probes *probes, size_t part) {
    thr_poll out = {0};
    const thr_item item = thr_plane_item(probes->samples->plane, part);
    probes->simple = false;
    for (size_t i = 0; i < probes->places; i++) {
        if (probes->totals[i] == 0)
            continue;
        thr_value value = thr_item_value(&item, probes->lines[i]);
        int64_t off;
        probes->missing[i] |= value.state == THR_MISSING;
        if (__builtin_add_overflow(probes->sums[i], value.number,
                                   &probes->sums[i]))
            probes->missing[i] = true;
        if (__builtin_sub_overflow(probes->sums[i], probes->totals[i], &off))
            continue;
        out.over += off > 0 && off > probes->most[i];
        if (probes->missing[i])
            continue;
        out.decided++;
        out.agree += off >= -probes->slack[i] && off <= probes->slack[i];
    }
    return out;
}
