/* Does one item equal the sum of others? See match.h. */
#include "proof/match.h"

int64_t
thr_match_tolerance(size_t nparts) {
    /* One rounding error is even over one unit: its variance is 1/12. Three
     * deviations of n + 1 of them: t * t >= 9 * (n + 1) / 12. */
    int64_t most = ((int64_t)nparts + 1) / 2, likely = 1;
    while (4 * likely * likely < 3 * ((int64_t)nparts + 1))
        likely++;
    return most < likely ? most : likely;
}

static uint64_t
magnitude(int64_t number) {
    return number < 0 ? ~(uint64_t)number + 1 : (uint64_t)number;
}

/* What the parts of one line come to. */
typedef struct parts_sum {
    int64_t sum;
    int64_t unit;  /* the coarsest last digit among them */
    int64_t fine;  /* the finest, of those that are no zero; 0 if none is */
    size_t filled; /* parts that are no zero */
    size_t known;
    bool missing;
    bool negative;
    bool overflow;
} parts_sum;

/* Add the parts up where they are simple numbers, of rows that are either all
 * of the items or the line: false where some are not. */
static bool
add_simple(const thr_plane *plane, const thr_claim *claim, size_t line,
           parts_sum *out) {
    bool rows = plane->axis == THRESH_ROWS;
    const int32_t *numbers = rows ? NULL : thr_plane_numbers(plane, line);
    int64_t sum = 0, first = 0;
    size_t filled = 0;
    for (size_t i = 0; i < claim->nparts; i++) {
        size_t part = claim->parts[i];
        if (rows)
            numbers = thr_plane_numbers(plane, part);
        if (numbers == NULL)
            return false;
        int32_t number = numbers[rows ? line : part];
        first = i == 0 ? number : first;
        sum += number;
        filled += number != 0;
    }
    if (claim->kind == THRESH_DIFFERENCE)
        sum = 2 * first - sum;
    *out = (parts_sum){.sum = sum,
                       .unit = 1,
                       .fine = filled > 0,
                       .filled = filled,
                       .known = claim->nparts};
    return true;
}

static parts_sum
add_up(const thr_plane *plane, const thr_claim *claim, size_t line) {
    parts_sum out = {0};
    if (plane->simple != NULL && add_simple(plane, claim, line, &out))
        return out;
    for (size_t i = 0; i < claim->nparts; i++) {
        thr_value part = thr_plane_value(plane, claim->parts[i], line);
        out.missing |= part.state == THR_MISSING;
        if (part.state != THR_KNOWN)
            continue;
        bool less = i > 0 && claim->kind == THRESH_DIFFERENCE;
        out.known++;
        out.filled += part.number != 0;
        out.negative |= part.number < 0;
        if (part.unit > out.unit)
            out.unit = part.unit;
        if (part.number != 0 && (out.fine == 0 || part.unit < out.fine))
            out.fine = part.unit;
        out.overflow |=
            less ? __builtin_sub_overflow(out.sum, part.number, &out.sum)
                 : __builtin_add_overflow(out.sum, part.number, &out.sum);
    }
    return out;
}

/* The unit that the numbers of a line are rounded to. */
static uint64_t
rounding_unit(const thr_plane *plane, size_t line, int64_t whole,
              int64_t parts) {
    int64_t unit = whole > parts ? whole : parts;
    int64_t base = thr_plane_base(plane, line);
    return (uint64_t)(unit > base ? unit : base);
}

/* The step in which the numbers of a claim could differ: no less than their
 * last printed digit, however fine their neighbours are. */
static uint64_t
printed_step(uint64_t step, int64_t whole, int64_t parts) {
    uint64_t fine = (uint64_t)(whole < parts ? whole : parts);
    if (step < fine)
        step = fine;
    return step > 0 ? step : 1;
}

/* Counts that are hidden are not negative: what is known must fit below the
 * total, but for rounding. A difference can be anything. */
static thr_verdict_of_line
judge_missing(thresh_sum_kind kind, int64_t whole, const parts_sum *parts,
              int64_t off, bool close) {
    bool fits = kind == THRESH_DIFFERENCE || parts->negative || whole < 0
                || off >= 0 || close;
    return fits ? THR_LINE_UNKNOWN : THR_LINE_FAILED;
}

/* Judge a line in which both sides are known, but for missing parts. */
static void
judge(const thr_plane *plane, const thr_terms *terms, thresh_sum_kind kind,
      size_t line, thr_value whole, const parts_sum *parts,
      thr_line_match *out) {
    int64_t off;
    out->verdict = THR_LINE_FAILED;
    if (__builtin_sub_overflow(whole.number, parts->sum, &off))
        return;
    uint64_t step = (uint64_t)thr_plane_step(plane, line),
             size = magnitude(whole.number);
    uint64_t unit = rounding_unit(plane, line, whole.unit, parts->unit);
    if (off == 0 && !parts->missing) {
        out->verdict = THR_LINE_EXACT;
        out->evidence = thr_match_evidence(
            size / printed_step(step, whole.unit, parts->fine), parts->filled,
            0);
        return;
    }
    int64_t tolerance = thr_match_tolerance(parts->known);
    bool close = (magnitude(off) + unit - 1) / unit <= (uint64_t)tolerance;
    if (parts->missing) {
        out->verdict = judge_missing(kind, whole.number, parts, off, close);
    } else if (close && (terms->rounding >> thr_plane_kind(plane, line) & 1)) {
        out->verdict = THR_LINE_ROUNDED;
        out->evidence = thr_match_evidence(size / unit, parts->filled,
                                           tolerance);
    }
}

thr_line_match
thr_match_line(const thr_plane *plane, const thr_terms *terms,
               const thr_claim *claim, size_t line) {
    thr_line_match out = {.verdict = THR_LINE_SILENT};
    if (terms->skip != NULL && terms->skip[line])
        return out;
    thr_value whole = thr_plane_value(plane, claim->total, line);
    if (whole.state != THR_KNOWN)
        return out;
    parts_sum parts = add_up(plane, claim, line);
    out.sum = parts.sum;
    if (parts.known > 0 && !parts.overflow)
        judge(plane, terms, claim->kind, line, whole, &parts, &out);
    return out;
}

/* ## Variety */

static uint64_t
mix(uint64_t pattern, uint64_t number) {
    return (pattern ^ number) * UINT64_C(0x9E3779B97F4A7C15);
}

/* What parts are looked at beside. */
typedef struct beside {
    double whole;
    int64_t step;
    bool small;
} beside;

static beside
beside_of(int64_t whole, int64_t step) {
    enum { SMALL = 64 };
    return (beside){.whole = (double)(whole == 0 ? 1 : whole),
                    .step = step,
                    .small = magnitude(whole) / (uint64_t)step < SMALL};
}

/* What a part is beside its total, equal in lines that say the same. Small
 * numbers are in like proportions by chance; where larger ones are, in
 * millionths, one line is a multiple of the other, though it be rounded. */
static uint64_t
share_of(int64_t part, const beside *of) {
    const double parts = 1 << 20, most = (double)(INT64_MAX / 2);
    double share = (double)part * parts / of->whole;
    if (of->small || share > most || share < -most)
        return (uint64_t)(part / of->step);
    return (uint64_t)(int64_t)(share + (share < 0 ? -0.5 : 0.5));
}

/* The number of a part, where it is known: at once where the line is a row of
 * nothing but `simple` numbers. */
static inline bool
number_of(const thr_plane *plane, const int32_t *simple, size_t part,
          size_t line, int64_t *out) {
    if (simple != NULL) {
        *out = simple[part];
        return true;
    }
    thr_value value = thr_plane_value(plane, part, line);
    *out = value.number;
    return value.state == THR_KNOWN;
}

/* Equal in lines where the parts are in like proportions. */
static uint64_t
pattern_of(const thr_plane *plane, const thr_claim *claim, size_t line) {
    uint64_t pattern = 0;
    const beside of = beside_of(
        thr_plane_value(plane, claim->total, line).number,
        thr_plane_step(plane, line) > 0 ? thr_plane_step(plane, line) : 1);
    const int32_t *simple = plane->axis == THRESH_COLUMNS
                                ? thr_plane_numbers(plane, line)
                                : NULL;
    for (size_t i = 0; i < claim->nparts; i++) {
        int64_t number;
        if (number_of(plane, simple, claim->parts[i], line, &number))
            pattern = mix(pattern, share_of(number, &of));
    }
    return pattern;
}

/* The patterns of the lines so far, by the last seen in each slot: a line that
 * repeats one (15 + 15 = 30 for every pupil), or repeats it tenfold, is no
 * further evidence. */
typedef struct variety {
    uint64_t patterns[256];
    bool used[256];
} variety;

static bool
is_new(variety *seen, uint64_t pattern) {
    size_t slot = (size_t)(pattern >> 56);
    bool fresh = !seen->used[slot] || seen->patterns[slot] != pattern;
    seen->used[slot] = true;
    seen->patterns[slot] = pattern;
    return fresh;
}

thr_match
thr_match_all(const thr_plane *plane, const thr_terms *terms,
              const thr_claim *claim) {
    enum { ENOUGH = 1 << 20 };
    thr_match out = {0};
    variety seen = {.used = {false}};
    for (size_t line = 0; line < plane->nlines; line++) {
        thr_line_match match = thr_match_line(plane, terms, claim, line);
        switch (match.verdict) {
        case THR_LINE_SILENT: break;
        case THR_LINE_UNKNOWN: out.unknown++; break;
        case THR_LINE_EXACT: out.exact++; break;
        case THR_LINE_ROUNDED: out.rounded++; break;
        case THR_LINE_FAILED: out.failed++; break;
        }
        if (match.evidence == 0
            || !is_new(&seen, pattern_of(plane, claim, line)))
            continue;
        out.distinct++;
        out.evidence += out.evidence < ENOUGH ? match.evidence : 0;
    }
    return out;
}
