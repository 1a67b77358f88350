/* A few lines, looked at instead of all. See probe.h. */
#include "proof/probe.h"

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
            thr_probe *probe = &samples->probes[i];
            int64_t number = thr_plane_value(plane, item, probe->line).number;
            if (number < 0
                && __builtin_sub_overflow(probe->below, number, &probe->below))
                probe->below = INT64_MAX;
        }
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
            out.probes[out.count++] = (thr_probe){
                .line = line,
                .unit = thr_plane_base(plane, line),
                .rounded = terms->rounding >> thr_plane_kind(plane, line) & 1};
    }
    add_negative(&out);
    return out;
}

uint64_t
thr_samples_capacity(const thr_samples *samples, size_t item,
                     uint64_t enough) {
    enum { FEWEST_PARTS = 2 };
    uint64_t capacity = 0, of_all = 0;
    const thr_item total = thr_plane_item(samples->plane, item);
    for (size_t i = 0; i < samples->count && of_all < enough; i++) {
        size_t line = samples->probes[i].line;
        thr_value value = thr_item_value(&total, line);
        uint64_t step = (uint64_t)samples->plane->step[line];
        if (value.state != THR_KNOWN || value.number == 0)
            continue;
        uint64_t size = size_of(value.number);
        capacity += thr_match_evidence(step == 1 ? size : size / step,
                                       FEWEST_PARTS, 0);
        of_all = capacity * samples->nused / samples->count;
    }
    return of_all;
}

/* A sample that may become a probe. */
typedef struct pick {
    uint64_t size; /* of its total */
    int64_t total;
    const thr_probe *sample;
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

void
thr_probes_start(thr_probes *probes, const thr_samples *samples, size_t item) {
    bool all = samples->count <= THR_MOST_PROBES; /* in any order, then */
    pick picks[THR_MOST_PROBES];
    size_t count = 0;
    const thr_item total = thr_plane_item(samples->plane, item);
    for (size_t i = 0; i < samples->count; i++) {
        const thr_probe *sample = &samples->probes[i];
        thr_value value = thr_item_value(&total, sample->line);
        if (value.state != THR_KNOWN || value.number == 0)
            continue;
        const pick next = {size_of(value.number), value.number, sample};
        if (all)
            picks[count++] = next;
        else
            count = put_pick(picks, count, next);
    }
    probes->plane = samples->plane;
    probes->count = count;
    probes->likely = 1;
    for (size_t i = 0; i < count; i++) {
        probes->items[i] = *picks[i].sample;
        probes->items[i].total = picks[i].total;
    }
}

bool
thr_probes_signed(const thr_probes *probes) {
    size_t count = 0;
    for (size_t i = 0; i < probes->count; i++)
        count += (uint64_t)probes->items[i].below
                 > size_of(probes->items[i].total);
    return 2 * count > probes->count;
}

/* thr_match_tolerance() of one part more each time. */
static int64_t
tolerance_of(thr_probes *probes, size_t nparts) {
    int64_t most = ((int64_t)nparts + 1) / 2;
    while (4 * probes->likely * probes->likely < 3 * ((int64_t)nparts + 1))
        probes->likely++;
    return most < probes->likely ? most : probes->likely;
}

thr_poll
thr_probes_add(thr_probes *probes, size_t part, size_t nparts) {
    thr_poll out = {0};
    int64_t tolerance = tolerance_of(probes, nparts);
    const thr_item item = thr_plane_item(probes->plane, part);
    for (size_t i = 0; i < probes->count; i++) {
        thr_probe *p = &probes->items[i];
        thr_value value = thr_item_value(&item, p->line);
        int64_t off;
        p->missing |= value.state == THR_MISSING;
        if (__builtin_add_overflow(p->sum, value.number, &p->sum))
            p->missing = true;
        if (__builtin_sub_overflow(p->sum, p->total, &off))
            continue;
        int64_t slack = tolerance * p->unit, most;
        if (off > 0) {
            if (__builtin_add_overflow(slack, p->below, &most))
                most = INT64_MAX;
            out.over += off > most;
        }
        if (p->missing)
            continue;
        out.decided++;
        out.agree += off == 0 || (p->rounded && off >= -slack && off <= slack);
    }
    return out;
}
