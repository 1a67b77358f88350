/* The header as high as the user says. See shape.h. */
#include "frame/shape.h"

#include "base/error.h"
#include "scan/features.h"
#include "thresh/reader.h"

/* The header while it is changed. */
typedef struct shaper {
    const thr_window *window;
    size_t start;
    size_t end;
    size_t rows; /* that are not blank */
} shaper;

static size_t
filled(const shaper *s, size_t i) {
    return thr_window_at(s->window, i)->filled;
}

/* The next record from `i` on that is not blank, or the number of records. */
static size_t
skip_blanks(const shaper *s, size_t i) {
    while (i < s->window->count && filled(s, i) == 0)
        i++;
    return i;
}

/* ## More */

/* A record above that has cells in columns: no line of a title. */
static bool
take_above(shaper *s) {
    size_t i = s->start;
    while (i > 0 && filled(s, i - 1) == 0)
        i--;
    if (i == 0)
        return false;
    thr_features features = thr_window_features(s->window, i - 1);
    if (features.filled < 2 && features.first < 2)
        return false;
    s->start = i - 1;
    s->rows++;
    return true;
}

static bool
take_below(shaper *s) {
    size_t i = skip_blanks(s, s->end);
    if (i == s->window->count)
        return false;
    if (s->rows == 0)
        s->start = i;
    s->end = i + 1;
    s->rows++;
    return true;
}

/* ## Fewer */

static void
leave_first(shaper *s) {
    s->start = skip_blanks(s, s->start + 1);
    s->rows--;
}

static void
leave_last(shaper *s) {
    s->end--;
    while (filled(s, s->end - 1) == 0)
        s->end--;
    s->rows--;
}

/* Whether the last line is rather a row than the first is a title: it has
 * figures, and the first has a cell over each of those of the second. */
static bool
ends_in_row(const shaper *s) {
    thr_features last = thr_window_features(s->window, s->end - 1);
    size_t second = skip_blanks(s, s->start + 1);
    return last.figures > 0
           && (second >= s->end || filled(s, s->start) >= filled(s, second));
}

/* ## Both */

static thresh_result
too_high(const shaper *s, uint32_t wanted, thresh_error *err) {
    const thr_record *record = thr_window_at(s->window, s->start);
    thresh_place place = thr_record_place(record, 1);
    size_t rows = 0;
    for (size_t i = s->start; i < s->window->count; i++)
        rows += filled(s, i) > 0;
    return thr_fail_at(err, THRESH_E_ARGUMENT, &place,
                       "a header of %lu lines does not fit: it starts here, "
                       "and there are %zu lines with those of the rows",
                       (unsigned long)wanted, rows);
}

thresh_result
thr_shape_header(const thr_shape *shape, const thr_window *window,
                 size_t *start, size_t *end, size_t *body, thresh_error *err) {
    uint32_t wanted = shape->header_rows;
    shaper s = {.window = window, .start = *start, .end = *end};
    if (wanted == THRESH_NO_HEADER)
        s.end = s.start;
    for (size_t i = s.start; i < s.end; i++)
        s.rows += filled(&s, i) > 0;
    if (wanted == 0 || s.rows == wanted)
        return THRESH_OK;
    if (wanted == THRESH_NO_HEADER)
        wanted = 0;
    while (s.rows > wanted)
        if (ends_in_row(&s))
            leave_last(&s);
        else
            leave_first(&s);
    while (s.rows < wanted && (take_above(&s) || take_below(&s)))
        ;
    size_t next = skip_blanks(&s, s.end);
    if (s.rows < wanted || next == window->count)
        return too_high(&s, wanted, err);
    *start = s.start;
    *end = s.end;
    *body = next;
    return THRESH_OK;
}
