/* Leading lines that are no part of the input. See skip.h. */
#include "grid/skip.h"

#include <inttypes.h>

#include "base/error.h"
#include "base/str.h"

static void
tell(const thresh_listener *listener, const thr_line *line) {
    if (listener == NULL || listener->line == NULL)
        return;
    thresh_line told = {.place = {.line = line->number},
                        .role = THRESH_ROLE_SKIPPED,
                        .text = line->text,
                        .reason = THR_LIT("no part of it, as the user says")};
    listener->line(listener->ctx, &told);
}

thresh_result
thr_skip_lines(thr_lines *lines, uint64_t count,
               const thresh_listener *listener, thresh_error *err) {
    for (uint64_t i = 0; i < count; i++) {
        thr_line line;
        thresh_result result = thr_lines_next(lines, &line, err);
        if (result == THRESH_END)
            return thr_fail_at(err, THRESH_E_ARGUMENT,
                               &(thresh_place){.line = i},
                               "this is the last line: %" PRIu64 " lines to "
                               "skip are more than there are",
                               count);
        THR_TRY(result);
        tell(listener, &line);
    }
    return THRESH_OK;
}
