/* Telling the listener about the text itself. See remark.h. */
#include "source/remark.h"

#include <stdarg.h>

#include "base/str.h"

void
thr_remark_warn(thr_remarks *remarks, thr_remark kind,
                const thresh_place *place, uint64_t offset, const char *format,
                ...) {
    const thresh_listener *listener = remarks->listener;
    unsigned bit = 1u << kind;
    bool told = (remarks->told & bit) != 0;
    remarks->told |= bit;
    if (told || listener == NULL || listener->warning == NULL)
        return;
    thresh_error warning;
    va_list args;
    va_start(args, format);
    thr_error_fill(&warning, THRESH_OK, place, format, args);
    va_end(args);
    warning.offset = offset;
    listener->warning(listener->ctx, &warning);
}

void
thr_remark_encoding(const thr_remarks *remarks, const thr_encoding *encoding) {
    const thresh_listener *listener = remarks->listener;
    if (listener == NULL || listener->decision == NULL)
        return;
    thresh_decision decision = {.what = "encoding",
                                .value = thr_str(encoding->name),
                                .reason = thr_str(encoding->reason)};
    if (encoding->guessed)
        decision.hint = THR_LIT("--encoding NAME");
    listener->decision(listener->ctx, &decision);
}
