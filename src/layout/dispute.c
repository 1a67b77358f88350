/* Telling that offices disagree on a symbol. See dispute.h. */
#include "layout/dispute.h"

#include "base/buf.h"
#include "base/str.h"
#include "value/profile.h"
#include "value/symbol.h"

/* So many other meanings are told. */
enum { MOST = 3 };

/* What an office means by `text` by its own word; 0 if it says nothing. */
static uint32_t
meaning_of(const thr_profile *profile, thresh_str text) {
    const thr_symbols symbols = {.profile = profile, .origin = THR_BY_OPTION};
    thr_meaning meaning;
    bool known = thr_symbol_alone(&symbols, text, &meaning)
                 && meaning.origin == THR_BY_OPTION;
    return known ? meaning.status : 0;
}

static void
add_option(thr_buf *hints, const char *option, const char *argument) {
    if (hints->len > 0)
        thr_buf_char(hints, '\n');
    thr_buf_text(hints, option);
    thr_buf_text(hints, argument);
}

void
thr_dispute_tell(thresh_str text, uint32_t status, const thr_report *report) {
    char reason[256], options[96];
    thr_buf why = {
        .ptr = reason, .room = sizeof reason - 1, .limit = sizeof reason - 1};
    thr_buf hints = {
        .ptr = options, .room = sizeof options, .limit = sizeof options};
    uint32_t told = status;
    const thr_profile *profile;
    thr_buf_text(&why, "read as \"");
    thr_buf_text(&why, thresh_status_meaning(status));
    thr_buf_text(&why, "\"");
    for (size_t i = 0, count = 0;
         count < MOST && (profile = thr_profile_at(i)) != NULL; i++) {
        uint32_t other = meaning_of(profile, text);
        if (other == 0 || (other & told) != 0)
            continue;
        told |= other;
        count++;
        thr_buf_text(&why, "; ");
        thr_buf_text(&why, profile->name);
        thr_buf_text(&why, " means \"");
        thr_buf_text(&why, thresh_status_meaning(other));
        thr_buf_text(&why, "\"");
        add_option(&hints, "--symbols ", profile->name);
    }
    if (status == THRESH_NIL)
        add_option(&hints, "--nil ", "missing");
    reason[why.len] = '\0';
    thr_report_doubt(report, "symbol", text, reason, thr_buf_view(&hints));
}

void
thr_dispute_letters(thresh_str text, const thr_report *report) {
    thr_report_doubt(report, "symbol", text,
                     "nothing says what the letters behind its digits mean",
                     THR_LIT("--symbols NAME"));
}
