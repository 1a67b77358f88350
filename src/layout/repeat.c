/* The header, known again. See repeat.h. */
#include "layout/repeat.h"

#include <stdlib.h>

#include "base/error.h"
#include "scan/again.h"
#include "scan/features.h"

thresh_result
thr_repeat_keep(thr_repeat *repeat, const thr_window *window,
                const thr_location *location, size_t columns,
                thresh_error *err) {
    size_t count = location->nheader;
    repeat->columns = columns;
    repeat->header = calloc(count + 1, sizeof *repeat->header);
    if (repeat->header == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        const thr_record *from = thr_window_at(window, location->header + i);
        if (from->filled > 0
            && !thr_record_copy(&repeat->header[repeat->nheader++], from))
            return thr_fail_memory(err);
    }
    return THRESH_OK;
}

void
thr_repeat_free(thr_repeat *repeat) {
    for (size_t i = 0; repeat->header != NULL && i < repeat->nheader; i++)
        thr_record_free(&repeat->header[i]);
    free(repeat->header);
    *repeat = (thr_repeat){0};
}

/* How many records at `at` are the whole header again, with or without blank
 * lines between its lines; 0 if they are not. `cut` tells that the window ends
 * before that is known. */
static size_t
count_whole(const thr_repeat *repeat, const thr_window *window, size_t at,
            bool *cut) {
    size_t found = 0, i = at;
    *cut = false;
    for (; i < window->count && found < repeat->nheader; i++) {
        const thr_record *record = thr_window_at(window, i);
        if (found > 0 && record->filled == 0)
            continue;
        if (!thr_again_record(&repeat->header[found], record))
            return 0;
        found++;
    }
    *cut = found < repeat->nheader;
    return *cut ? 0 : i - at;
}

/* Whether some line of the header has the same cell in the same field. */
static bool
is_header_cell(const thr_repeat *repeat, thresh_str cell, size_t field) {
    for (size_t i = 0; i < repeat->nheader; i++)
        if (thr_again_same(cell, thr_record_cell(&repeat->header[i], field)))
            return true;
    return false;
}

/* Whether a record says nothing but what the header says, and how many columns
 * it heads: none if it lacks the heading of the labels. */
static bool
is_header_line(const thr_repeat *repeat, const thr_record *record,
               size_t *heads) {
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len > 0 && !is_header_cell(repeat, cell, field))
            return false;
    }
    thr_features features = thr_features_of(record);
    *heads = features.first == 1 ? features.filled - 1 : 0;
    return features.rules < features.filled;
}

/* The same of a line of aligned text that no row follows: it is not cut into
 * cells. */
static bool
is_whole_line(const thr_repeat *repeat, const thr_record *record,
              size_t *heads) {
    for (size_t i = 0;
         record->aligned && record->filled == 1 && i < repeat->nheader; i++) {
        const thr_record *line = &repeat->header[i];
        *heads = thr_record_cell(line, 1).len > 0 ? line->filled - 1 : 0;
        if (thr_again_same(thr_record_text(record),
                           thr_buf_view(&line->values)))
            return true;
    }
    return false;
}

/* Whether more headings stand at `at`, behind blank lines or not. `cut` as
 * above. */
static bool
heads_more(const thr_window *window, size_t at, bool *cut) {
    at = thr_window_filled(window, at);
    *cut = at >= window->count;
    if (*cut)
        return false;
    thr_features features = thr_window_features(window, at);
    return features.filled > 1 && features.figures == 0 && features.rules == 0;
}

size_t
thr_repeat_count(const thr_repeat *repeat, const thr_window *window, size_t at,
                 bool *cut) {
    size_t whole = count_whole(repeat, window, at, cut);
    if (whole > 0)
        return whole;
    bool most = false;
    size_t i = 0, heads;
    for (; i < repeat->nheader && at + i < window->count; i++) {
        const thr_record *record = thr_window_at(window, at + i);
        if (!is_header_line(repeat, record, &heads)
            && !is_whole_line(repeat, record, &heads))
            break;
        most |= heads > 1 && 2 * heads > repeat->columns;
    }
    *cut |= i < repeat->nheader && at + i >= window->count;
    bool end = false;
    bool is_header = most && !heads_more(window, at + i, &end);
    *cut |= end;
    return is_header ? i : 0;
}

bool
thr_repeat_may_start(const thr_repeat *repeat, const thr_record *record) {
    size_t heads;
    return repeat->nheader > 0
           && (thr_again_record(record, &repeat->header[0])
               || is_header_line(repeat, record, &heads)
               || is_whole_line(repeat, record, &heads));
}

thresh_result
thr_repeat_fill(const thr_repeat *repeat, thr_window *window,
                thresh_error *err) {
    size_t found = 0;
    for (size_t at = 0; found <= repeat->nheader; at++) {
        THR_TRY(thr_window_fill(window, at + 1, err));
        if (at >= window->count)
            return THRESH_OK;
        found += thr_window_at(window, at)->filled > 0;
    }
    return THRESH_OK;
}
