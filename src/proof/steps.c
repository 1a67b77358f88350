/* What the numbers of lines are multiples of, and which lines say the same.
 * See steps.h. */
#include "proof/steps.h"

#include <stdlib.h>

#include "base/error.h"

static uint64_t
common_divisor(uint64_t a, uint64_t b) {
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Whether all values of a line lie together in memory. */
static bool
lines_are_rows(const thr_plane *plane) {
    return plane->axis == THRESH_COLUMNS && plane->slots == NULL;
}

/* The step of a line, with one more of its numbers. */
static int64_t
narrow(int64_t step, int64_t number) {
    if (number == 0 || number == INT64_MIN)
        return step;
    uint64_t size = (uint64_t)(number < 0 ? -number : number);
    return (int64_t)common_divisor(size, (uint64_t)step);
}

/* That of a line which is a row. */
static int64_t
step_of_row(const thr_plane *plane, size_t line) {
    const int32_t *numbers = thr_plane_numbers(plane, line);
    int64_t step = 0;
    for (size_t item = 0; item < plane->nitems && step != 1; item++)
        step = narrow(step, numbers != NULL
                                ? numbers[item]
                                : thr_plane_value(plane, item, line).number);
    return step;
}

/* What all numbers of a line are multiples of: needs the scales. It is 1 soon,
 * and then no more is to be seen. */
static thresh_result
find_steps(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    size_t nlines = plane->nlines, open = nlines;
    plane->step = thr_arena_array(arena, nlines, sizeof *plane->step);
    if (plane->step == NULL)
        return thr_arena_failure(arena, 0, err);
    int64_t *step = plane->step;
    if (lines_are_rows(plane)) {
        for (size_t line = 0; line < nlines; line++)
            step[line] = step_of_row(plane, line);
        return THRESH_OK;
    }
    for (size_t item = 0; item < plane->nitems && open > 0; item++) {
        open = 0;
        for (size_t line = 0; line < nlines; line++) {
            if (step[line] != 1)
                step[line] = narrow(step[line],
                                    thr_plane_value(plane, item, line).number);
            open += step[line] != 1;
        }
    }
    return THRESH_OK;
}

static uint64_t
mix(uint64_t print, uint64_t steps, thr_state state) {
    print = (print ^ steps ^ state) * UINT64_C(0x9E3779B97F4A7C15);
    return print ^ print >> 32;
}

/* What tells a line from others: its numbers, each in steps of the line. */
static uint64_t
add_print(const thr_plane *plane, size_t item, size_t line, uint64_t print) {
    thr_value value = thr_plane_value(plane, item, line);
    int64_t step = plane->step[line];
    uint64_t steps = (uint64_t)(step > 1 ? value.number / step : value.number);
    return mix(print, steps, value.state);
}

/* Whether a few lines are told apart already: what comes more does not make
 * them equal again. */
static bool
all_differ(const uint64_t *prints, size_t count) {
    enum { FEW = 64 };
    for (size_t i = 1; i < count && count <= FEW; i++)
        for (size_t k = 0; k < i; k++)
            if (prints[i] == prints[k])
                return false;
    return count <= FEW;
}

/* Take the prints of lines that are columns: item by item, as they lie in
 * memory. */
static void
take_prints(const thr_plane *plane, uint64_t *prints) {
    size_t nitems = plane->nitems, nlines = plane->nlines;
    for (size_t item = 0; item < nitems; item++) {
        bool look = (item & (item - 1)) == 0; /* now and then */
        if (look && item > 0 && all_differ(prints, nlines))
            return;
        for (size_t line = 0; line < nlines; line++)
            prints[line] = add_print(plane, item, line, prints[line]);
    }
}

/* The print of a line: there are many lines that are rows, and theirs are
 * taken when they are asked for. */
static uint64_t
print_of(const thr_plane *plane, const uint64_t *prints, size_t line) {
    uint64_t print = 0;
    if (prints != NULL)
        return prints[line];
    const int32_t *numbers = thr_plane_numbers(plane, line);
    if (numbers != NULL && plane->step[line] <= 1) {
        for (size_t item = 0; item < plane->nitems; item++)
            print = mix(print, (uint64_t)(int64_t)numbers[item], THR_KNOWN);
        return print;
    }
    for (size_t item = 0; item < plane->nitems; item++)
        print = add_print(plane, item, line, print);
    return print;
}

/* Lines by their prints. */
typedef struct lookup {
    uint32_t *slots; /* a line each, plus one, or 0 */
    size_t nslots;   /* a power of two */
    uint8_t *tags;   /* of each line, bits of its print: others are told apart
                        without their prints */
} lookup;

/* Mark the lines whose print an earlier one has. */
static void
mark_repeats(thr_plane *plane, const uint64_t *prints, const lookup *seen) {
    enum { TAG = 56 };
    const size_t mask = seen->nslots - 1;
    for (size_t line = 0; line < plane->nlines; line++) {
        uint64_t print = print_of(plane, prints, line);
        uint8_t tag = (uint8_t)(print >> TAG);
        size_t at = (size_t)print & mask;
        while (seen->slots[at] != 0
               && (seen->tags[seen->slots[at] - 1] != tag
                   || print_of(plane, prints, seen->slots[at] - 1) != print))
            at = (at + 1) & mask;
        seen->tags[line] = tag;
        plane->repeats[line] = seen->slots[at] != 0;
        if (seen->slots[at] == 0)
            seen->slots[at] = (uint32_t)line + 1;
    }
}

/* Find the lines that repeat others: needs the steps. */
static thresh_result
find_repeats(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    lookup seen = {.nslots = 2};
    while (seen.nslots - seen.nslots / 4 < plane->nlines)
        seen.nslots *= 2;
    plane->repeats = thr_arena_array(arena, plane->nlines,
                                     sizeof *plane->repeats);
    if (plane->repeats == NULL || plane->nlines >= UINT32_MAX)
        return thr_arena_failure(arena, 0, err);
    bool rows = lines_are_rows(plane);
    uint64_t *prints = rows ? NULL : calloc(plane->nlines, sizeof *prints);
    seen.slots = calloc(seen.nslots, sizeof *seen.slots);
    seen.tags = calloc(plane->nlines, sizeof *seen.tags);
    bool done = seen.slots != NULL && seen.tags != NULL
                && (rows || prints != NULL);
    if (done && !rows)
        take_prints(plane, prints);
    if (done)
        mark_repeats(plane, prints, &seen);
    free(prints);
    free(seen.slots);
    free(seen.tags);
    return done ? THRESH_OK : thr_fail_memory(err);
}

thresh_result
thr_steps_find(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    THR_TRY(find_steps(plane, arena, err));
    return find_repeats(plane, arena, err);
}
