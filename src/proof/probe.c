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
    for (size_t item = 0; item < samples->plane->nitems; item++)
        for (size_t i = 0; i < samples->count; i++) {
            int64_t number = thr_plane_value(samples->plane, item,
                                             samples->lines[i])
                                 .number;
            int64_t *below = &samples->below[i];
            if (number < 0 && __builtin_sub_overflow(*below, number, below))
                *below = INT64_MAX;
        }
}

thr_samples
thr_samples_choose(const thr_plane *plane, const thr_terms *terms) {
    thr_samples out = {.plane = plane, .terms = *terms};
    size_t step = plane->nlines / THR_MOST_SAMPLES + 1;
    for (size_t line = 0; line < plane->nlines; line++) {
        if (plane->repeats[line] || (terms->skip != NULL && terms->skip[line]))
            continue;
        out.nused++;
        bool take = out.count < THR_MOST_SAMPLES && line % step == 0;
        if (take || out.count == 0)
            out.lines[out.count++] = line;
    }
    add_negative(&out);
    return out;
}

uint64_t
thr_samples_capacity(const thr_samples *samples, size_t item) {
    enum { FEWEST_PARTS = 2 };
    uint64_t capacity = 0;
    for (size_t i = 0; i < samples->count; i++) {
        size_t line = samples->lines[i];
        thr_value value = thr_plane_value(samples->plane, item, line);
        uint64_t step = (uint64_t)samples->plane->step[line];
        if (value.state == THR_KNOWN && value.number != 0)
            capacity += thr_match_evidence(size_of(value.number) / step,
                                           FEWEST_PARTS, 0);
    }
    return samples->count == 0 ? 0
                               : capacity * samples->nused / samples->count;
}

static thr_probe
probe_of(const thr_samples *samples, size_t sample, int64_t total) {
    const thr_plane *plane = samples->plane;
    size_t line = samples->lines[sample];
    uint32_t rounding = samples->terms.rounding;
    return (thr_probe){.line = line,
                       .total = total,
                       .below = samples->below[sample],
                       .unit = thr_plane_base(plane, line),
                       .rounded = rounding >> thr_plane_kind(plane, line) & 1};
}

thr_probes
thr_probes_of(const thr_samples *samples, size_t item) {
    thr_probes out = {.plane = samples->plane, .likely = 1};
    for (size_t i = 0; i < samples->count; i++) {
        size_t line = samples->lines[i];
        thr_value value = thr_plane_value(samples->plane, item, line);
        if (value.state != THR_KNOWN || value.number == 0)
            continue;
        size_t at = out.count;
        while (at > 0
               && size_of(out.items[at - 1].total) < size_of(value.number))
            at--;
        if (at == THR_MOST_PROBES)
            continue;
        if (out.count < THR_MOST_PROBES)
            out.count++;
        for (size_t k = out.count - 1; k > at; k--)
            out.items[k] = out.items[k - 1];
        out.items[at] = probe_of(samples, i, value.number);
    }
    return out;
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
    for (size_t i = 0; i < probes->count; i++) {
        thr_probe *p = &probes->items[i];
        thr_value value = thr_plane_value(probes->plane, part, p->line);
        int64_t off;
        p->missing |= value.state == THR_MISSING;
        if (__builtin_add_overflow(p->sum, value.number, &p->sum))
            p->missing = true;
        if (__builtin_sub_overflow(p->sum, p->total, &off))
            continue;
        int64_t slack = tolerance * p->unit;
        out.over += off > slack && off - slack > p->below;
        if (p->missing)
            continue;
        out.decided++;
        out.agree += off == 0 || (p->rounded && off >= -slack && off <= slack);
    }
    return out;
}
