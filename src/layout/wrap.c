/* Labels that are printed over two lines. See wrap.h. */
#include "layout/wrap.h"

#include "base/str.h"
#include "layout/features.h"

static bool
is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/* Whether a label cannot end here: behind a comma, or a word that joins. */
static bool
is_open(thresh_str label) {
    static const char *const words[] = {" and", " or",  " of",  " for", " the",
                                        " &",   " og",  " och", " und", " et",
                                        " de",  " der", " y"};
    if (label.len > 0 && label.ptr[label.len - 1] == ',')
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        thresh_str word = thr_str(words[i]);
        if (label.len > word.len
            && thr_str_equal(thr_str_from(label, label.len - word.len), word))
            return true;
    }
    return false;
}

static bool
is_lone(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first == 1;
}

static bool
is_row(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.first == 1 && features.figures > 0;
}

/* Whether the label of record `i` starts small where no line is broken: then
 * all of them may. */
static bool
starts_small(const thr_window *window, size_t i) {
    return i < window->count
           && thr_record_cell(thr_window_at(window, i), 1).len > 0
           && is_lower(thr_record_cell(thr_window_at(window, i), 1).ptr[0]);
}

bool
thr_wrap_goes_on(const thr_window *window, size_t i) {
    if (i + 1 >= window->count || !is_lone(window, i)
        || !is_row(window, i + 1))
        return false;
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    thresh_str next = thr_record_cell(thr_window_at(window, i + 1), 1);
    return label.ptr[label.len - 1] != ':'
           && (is_open(label)
               || (is_lower(next.ptr[0]) && !is_lower(label.ptr[0])
                   && !starts_small(window, i + 2)));
}

bool
thr_wrap_comes_after(const thr_window *window, size_t i) {
    if (i + 1 >= window->count || !is_lone(window, i + 1))
        return false;
    return is_open(thr_record_cell(thr_window_at(window, i), 1))
           && !thr_wrap_goes_on(window, i + 1);
}
