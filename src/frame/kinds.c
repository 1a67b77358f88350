/* Of which kind headings are. See kinds.h. */
#include "frame/kinds.h"

#include "base/ascii.h"
#include "base/str.h"
#include "frame/levels.h"
#include "scan/features.h"

/* Whether `text` has `word` in it, at the start of a word of its own: "Both
 * sexes" has "sex", "Average" has no "age". */
static bool
has_word(thresh_str text, thresh_str word) {
    size_t at = 0, found;
    while (word.len > 0
           && (found = thr_str_find_nocase(thr_str_from(text, at), word))
                  != THRESH_NONE) {
        at += found;
        if (at == 0 || strchr(" (/-", text.ptr[at - 1]) != NULL)
            return true;
        at++;
    }
    return false;
}

static bool
has_year(thresh_str text) {
    size_t digits = 0;
    for (size_t i = 0; i <= text.len; i++) {
        bool digit = i < text.len && thr_is_digit(text.ptr[i]);
        if (!digit && digits == 4
            && thr_text_is_year(thr_str_slice(text, i - 4, i)))
            return true;
        digits = digit ? digits + 1 : 0;
    }
    return false;
}

bool
thr_kinds_has(const thresh_table *table, size_t level, thresh_str item) {
    bool dates = thr_text_names_time(item);
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_heading *at = thr_levels_heading(table, i, level);
        if (at != NULL && has_word(at->label, item))
            return true;
        dates &= at != NULL && has_year(at->label);
    }
    return dates;
}
