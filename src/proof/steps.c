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
    return plane->axis == THRESH_COLUMNS && plane->values == NULL;
}

/* The step of a line, with one more of its values. */
static int64_t
narrow(const thr_plane *plane, size_t item, size_t line, int64_t step) {
    int64_t number = thr_plane_value(plane, item, line).number;
    if (number == 0 || number == INT64_MIN)
        return step;
    uint64_t size = (uint64_t)(number < 0 ? -number : number);
    return (int64_t)common_divisor(size, (uint64_t)step);
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
            for (size_t item = 0; item < plane->nitems && step[line] != 1;
                 item++)
                step[line] = narrow(plane, item, line, step[line]);
        return THRESH_OK;
    }
    for (size_t item = 0; item < plane->nitems && open > 0; item++) {
        open = 0;
        for (size_t line = 0; line < nlines; line++) {
            if (step[line] != 1)
                step[line] = narrow(plane, item, line, step[line]);
            open += step[line] != 1;
        }
    }
    return THRESH_OK;
}

/* What tells a line from others: its numbers, each in steps of the line. */
static uint64_t
add_print(const thr_plane *plane, size_t item, size_t line, uint64_t print) {
    thr_value value = thr_plane_value(plane, item, line);
    int64_t step = plane->step[line];
    uint64_t steps = (uint64_t)(step > 1 ? value.number / step : value.number);
    print = (print ^ steps ^ value.state) * UINT64_C(0x9E3779B97F4A7C15);
    return print ^ print >> 32;
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

static void
take_prints(const thr_plane *plane, uint64_t *prints) {
    size_t nitems = plane->nitems, nlines = plane->nlines;
    if (lines_are_rows(plane)) {
        for (size_t line = 0; line < nlines; line++)
            for (size_t item = 0; item < nitems; item++)
                prints[line] = add_print(plane, item, line, prints[line]);
        return;
    }
    for (size_t item = 0; item < nitems; item++) {
        bool look = (item & (item - 1)) == 0; /* now and then */
        if (look && item > 0 && all_differ(prints, nlines))
            return;
        for (size_t line = 0; line < nlines; line++)
            prints[line] = add_print(plane, item, line, prints[line]);
    }
}

/* Mark the lines whose print an earlier one has. `slots` is a table of lines,
 * each plus one, by their prints. */
static void
mark_repeats(thr_plane *plane, const uint64_t *prints, uint32_t *slots,
             size_t nslots) {
    for (size_t line = 0; line < plane->nlines; line++) {
        size_t at = (size_t)(prints[line] & (nslots - 1));
        while (slots[at] != 0 && prints[slots[at] - 1] != prints[line])
            at = (at + 1) & (nslots - 1);
        plane->repeats[line] = slots[at] != 0;
        if (slots[at] == 0)
            slots[at] = (uint32_t)line + 1;
    }
}

/* Find the lines that repeat others: needs the steps. */
static thresh_result
find_repeats(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    size_t nslots = 2;
    while (nslots - nslots / 4 < plane->nlines)
        nslots *= 2;
    plane->repeats = thr_arena_array(arena, plane->nlines,
                                     sizeof *plane->repeats);
    if (plane->repeats == NULL || plane->nlines >= UINT32_MAX)
        return thr_arena_failure(arena, 0, err);
    uint64_t *prints = calloc(plane->nlines, sizeof *prints);
    uint32_t *slots = calloc(nslots, sizeof *slots);
    thresh_result result = THRESH_OK;
    if (prints != NULL && slots != NULL) {
        take_prints(plane, prints);
        mark_repeats(plane, prints, slots, nslots);
    } else {
        result = thr_fail_memory(err);
    }
    free(prints);
    free(slots);
    return result;
}

thresh_result
thr_steps_find(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    THR_TRY(find_steps(plane, arena, err));
    return find_repeats(plane, arena, err);
}
