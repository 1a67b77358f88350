/* What stands in the stub of a record. See standing.h. */
#include "frame/standing.h"

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"
#include "scan/features.h"

static thresh_str
label_of(const thr_window *window, size_t i) {
    return thr_record_cell(thr_window_at(window, i), 1);
}

bool
thr_standing_is_lone(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first == 1;
}

bool
thr_standing_is_row(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.first == 1 && features.figures > 0;
}

bool
thr_standing_is_bare(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.first > 1 && features.figures > 0;
}

bool
thr_standing_is_small(const thr_window *window, size_t i) {
    return thr_is_lower(thr_first(label_of(window, i)));
}

bool
thr_standing_is_over(const thr_window *window, size_t i) {
    return thr_last(label_of(window, i)) == ':';
}

bool
thr_standing_has_letter(thresh_str label) {
    for (size_t i = 0; i < label.len; i++)
        if ((unsigned char)(label.ptr[i] | 0x20) >= 'a')
            return true;
    return false;
}

thr_standing
thr_standing_of(const thr_record *record) {
    thr_standing out = {0, 0};
    if (record->ncells == 0)
        return out;
    thresh_str text = record->cells[0].text, label = thr_str_trim(text);
    if (label.len == 0)
        return out;
    out.lo = thr_utf8_length(
        thr_str_slice(text, 0, (size_t)(label.ptr - text.ptr)));
    out.hi = out.lo + thr_utf8_length(label);
    return out;
}
