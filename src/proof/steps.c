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

/* Keep the step of a line. A table in which one has more than 32 bits is rare,
 * and has room for such steps in all lines. */
static bool
keep_step(thr_plane *plane, size_t line, int64_t step, thr_arena *arena) {
    bool wide = step >= THR_STEP_WIDE;
    plane->step[line] = wide ? THR_STEP_WIDE : (uint32_t)step;
    if (!wide)
        return true;
    if (plane->wide_step == NULL)
        plane->wide_step = thr_arena_raw_array(arena, plane->nlines,
                                               sizeof *plane->wide_step);
    if (plane->wide_step != NULL)
        plane->wide_step[line] = step;
    return plane->wide_step != NULL;
}

/* The steps of lines that are rows. */
static bool
find_steps_of_rows(thr_plane *plane, thr_arena *arena) {
    bool done = true;
    for (size_t line = 0; line < plane->nlines && done; line++)
        done = keep_step(plane, line, step_of_row(plane, line), arena);
    return done;
}

/* Those of other lines, item by item, as they lie in memory. */
static bool
find_steps_of_columns(thr_plane *plane, thr_arena *arena) {
    size_t open = plane->nlines;
    for (size_t item = 0; item < plane->nitems && open > 0; item++) {
        open = 0;
        for (size_t line = 0; line < plane->nlines; line++) {
            int64_t step = thr_plane_step(plane, line);
            if (step == 1)
                continue;
            step = narrow(step, thr_plane_value(plane, item, line).number);
            if (!keep_step(plane, line, step, arena))
                return false;
            open += step != 1;
        }
    }
    return true;
}

/* What all numbers of a line are multiples of: needs the scales. It is 1 soon,
 * and then no more is to be seen. */
static thresh_result
find_steps(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    plane->step = thr_arena_array(arena, plane->nlines, sizeof *plane->step);
    bool done = plane->step != NULL
                && (lines_are_rows(plane)
                        ? find_steps_of_rows(plane, arena)
                        : find_steps_of_columns(plane, arena));
    return done ? THRESH_OK : thr_arena_failure(arena, 0, err);
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
    int64_t step = thr_plane_step(plane, line);
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

/* Whether the print of a line is taken when it is asked for: where there are
 * many, keeping them takes more than reading the few that are asked for twice.
 */
static bool
prints_on_demand(const thr_plane *plane) {
    enum { FEW = 64 };
    return lines_are_rows(plane)
           || (plane->slots != NULL && plane->nlines > FEW);
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

/* The print of a line. */
static uint64_t
print_of(const thr_plane *plane, const uint64_t *prints, size_t line) {
    uint64_t print = 0;
    if (prints != NULL)
        return prints[line];
    const int32_t *numbers = lines_are_rows(plane)
                                 ? thr_plane_numbers(plane, line)
                                 : NULL;
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
    size_t nslots;   /* a third more than lines */
    uint8_t *tags;   /* of each line, bits of its print: others are told apart
                        without their prints */
} lookup;

/* Mark the lines whose print an earlier one has. */
static void
mark_repeats(thr_plane *plane, const uint64_t *prints, const lookup *seen) {
    for (size_t line = 0; line < plane->nlines; line++) {
        uint64_t print = print_of(plane, prints, line);
        uint8_t tag = (uint8_t)print;
        size_t at = (size_t)((print >> 32) * seen->nslots >> 32);
        while (seen->slots[at] != 0
               && (seen->tags[seen->slots[at] - 1] != tag
                   || print_of(plane, prints, seen->slots[at] - 1) != print))
            at = at + 1 < seen->nslots ? at + 1 : 0;
        seen->tags[line] = tag;
        plane->repeats[line] = seen->slots[at] != 0;
        if (seen->slots[at] == 0)
            seen->slots[at] = (uint32_t)line + 1;
    }
}

/* Find the lines that repeat others: needs the steps. */
static thresh_result
find_repeats(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    lookup seen = {.nslots = plane->nlines + plane->nlines / 3 + 1};
    plane->repeats = thr_arena_array(arena, plane->nlines,
                                     sizeof *plane->repeats);
    if (plane->repeats == NULL || plane->nlines >= UINT32_MAX)
        return thr_arena_failure(arena, 0, err);
    bool asked = prints_on_demand(plane);
    uint64_t *prints = asked ? NULL : calloc(plane->nlines, sizeof *prints);
    seen.slots = calloc(seen.nslots, sizeof *seen.slots);
    seen.tags = calloc(plane->nlines, sizeof *seen.tags);
    bool done = seen.slots != NULL && seen.tags != NULL
                && (asked || prints != NULL);
    if (done && !asked)
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
