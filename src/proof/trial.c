/* Some of the lines, and what each item comes to in them. See trial.h. */
#include "proof/trial.h"

#include <string.h>

enum {
    HALVES = 1, /* number of the first trial over half the lines */
    FEW = 3,    /* of the first over a few */
    END = 15,   /* number of trials */
};

/* Lines that a trial over a few of them has: enough to tell most sums from
 * luck, few enough that rounded parts come to their total in all of them. */
enum { MOST_FEW = 4 };

/* Sizes of so many items can be added up. */
#define LARGE (UINT64_MAX >> 16)

/* As much as is ever asked for. */
enum { MOST_CAPACITY = 4 * 128 };

/* Whether an item has no number in the line. */
static bool
has_gap(const thr_trial *trial, size_t line) {
    for (size_t i = 0; i < trial->count; i++)
        if (thr_plane_value(trial->plane, trial->items[i], line).state
            != THR_KNOWN)
            return true;
    return false;
}

static thresh_result
find_loose(thr_trial *trial, const thr_terms *terms, thr_arena *arena,
           thresh_error *err) {
    if (trial->nused > THR_LINES_A_FAILURE) {
        trial->nloose = trial->nused;
        return THRESH_OK;
    }
    trial->loose = thr_arena_array(arena, trial->nused, sizeof *trial->loose);
    if (trial->loose == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t at = 0; at < trial->nused; at++) {
        size_t line = trial->used[at];
        if (terms->rounding >> thr_plane_kind(trial->plane, line) & 1
            || has_gap(trial, line))
            trial->loose[trial->nloose++] = (uint32_t)at;
    }
    return THRESH_OK;
}

thresh_result
thr_trial_make(thr_trial *trial, const thr_plane *plane,
               const thr_terms *terms, const size_t *items, size_t count,
               thr_arena *arena, thresh_error *err) {
    *trial = (thr_trial){
        .plane = plane,
        .items = items,
        .count = count,
        .used = thr_arena_raw_array(arena, plane->nlines, sizeof *trial->used),
        .sums = thr_arena_array(arena, count, sizeof *trial->sums),
        .sizes = thr_arena_array(arena, count, sizeof *trial->sizes),
        .capacity = thr_arena_array(arena, count, sizeof *trial->capacity),
        .most = thr_arena_array(arena, count, sizeof *trial->most)};
    if (trial->used == NULL || trial->sums == NULL || trial->sizes == NULL
        || trial->capacity == NULL || trial->most == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t line = 0; line < plane->nlines; line++)
        if (terms->skip == NULL || !terms->skip[line])
            trial->used[trial->nused++] = (uint32_t)line;
    return find_loose(trial, terms, arena, err);
}

/* Well mixed bits that belong to a number (Steele, Lea and Flood: SplitMix).
 */
static uint64_t
random_of(uint64_t number) {
    uint64_t x = (number + 1) * UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
    return x ^ x >> 31;
}

static uint64_t
magnitude(int64_t number) {
    return number < 0 ? ~(uint64_t)number + 1 : (uint64_t)number;
}

/* Add the evidence of one number, in a line of such a step. */
static void
add_capacity(thr_trial *trial, size_t i, int64_t number, uint64_t step) {
    if (number == 0 || trial->capacity[i] >= MOST_CAPACITY)
        return;
    uint64_t size = magnitude(number);
    trial->capacity[i] += thr_match_evidence(step == 1 ? size : size / step, 2,
                                             0);
    trial->nfull += trial->capacity[i] >= MOST_CAPACITY;
}

/* Add the numbers of a row: of 32 bits, they overflow nothing. */
static void
add_row(thr_trial *trial, const int32_t *numbers, uint64_t weight,
        uint64_t step) {
    const size_t *items = trial->items, count = trial->count;
    uint64_t *sums = trial->sums, *sizes = trial->sizes, high = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t number = numbers[items[i]];
        sums[i] += weight * (uint64_t)number;
        sizes[i] += (uint64_t)number;
        high |= (uint64_t)number | sizes[i];
    }
    trial->unsized |= high > LARGE;
    for (size_t i = 0; trial->nfull < trial->count && i < trial->count; i++)
        add_capacity(trial, i, numbers[trial->items[i]], step);
}

static void
add_line(thr_trial *trial, size_t line) {
    const thr_plane *plane = trial->plane;
    uint64_t weight = random_of(line) | 1,
             step = (uint64_t)thr_plane_step(plane, line);
    const int32_t *numbers = plane->axis == THRESH_COLUMNS
                                 ? thr_plane_numbers(plane, line)
                                 : NULL;
    if (step == 0)
        return;
    if (numbers != NULL) {
        add_row(trial, numbers, weight, step);
        return;
    }
    for (size_t i = 0; i < trial->count; i++) {
        int64_t number = thr_plane_value(plane, trial->items[i], line).number;
        trial->sums[i] += weight * (uint64_t)number;
        if (number < 0 || trial->sizes[i] + (uint64_t)number > LARGE)
            trial->unsized = true;
        else
            trial->sizes[i] += (uint64_t)number;
        add_capacity(trial, i, number, step);
    }
}

/* The i-th line of a trial over a few, by its place among those used. */
static size_t
few_at(const thr_trial *trial, unsigned number, size_t i) {
    return random_of(number * MOST_FEW + i) % trial->nused;
}

static bool
is_in_half(unsigned number, size_t at) {
    return (random_of(at) & 1) == number - HALVES;
}

/* Whether trial `number` looks at the line that is the `at`-th of those used.
 */
static bool
has_line(const thr_trial *trial, unsigned number, size_t at) {
    if (number < FEW)
        return number < HALVES || is_in_half(number, at);
    for (size_t i = 0; i < MOST_FEW; i++)
        if (few_at(trial, number, i) == at)
            return true;
    return false;
}

/* Add the lines of trial `number`. */
static void
add_lines(thr_trial *trial, unsigned number) {
    if (number >= FEW) {
        for (size_t i = 0; i < MOST_FEW; i++)
            add_line(trial, trial->used[few_at(trial, number, i)]);
        return;
    }
    for (size_t at = 0; at < trial->nused; at++)
        if (has_line(trial, number, at))
            add_line(trial, trial->used[at]);
}

/* A sum that is missed where all lines are looked at comes to its total only
 * where some line is left out that hides it. */
static bool
is_of_use(const thr_trial *trial, unsigned number) {
    enum { FEWEST_HALF = 4 };
    if (number < HALVES)
        return trial->nused > 0;
    if (trial->nused < (number < FEW ? (size_t)FEWEST_HALF : 2 * MOST_FEW))
        return false;
    for (size_t i = 0; i < trial->nloose; i++)
        if (!has_line(trial, number, trial->loose ? trial->loose[i] : i))
            return true;
    return false;
}

bool
thr_trial_next(thr_trial *trial) {
    unsigned number = trial->next;
    while (number < END && !is_of_use(trial, number))
        number++;
    if (number >= END)
        return false;
    trial->next = number + 1;
    memset(trial->sums, 0, trial->count * sizeof *trial->sums);
    memset(trial->capacity, 0, trial->count * sizeof *trial->capacity);
    memset(trial->sizes, 0, trial->count * sizeof *trial->sizes);
    trial->unsized = false;
    trial->nfull = 0;
    add_lines(trial, number);
    if (number < HALVES)
        memcpy(trial->most, trial->capacity,
               trial->count * sizeof *trial->most);
    if (trial->unsized)
        memset(trial->sizes, 0, trial->count * sizeof *trial->sizes);
    return true;
}
