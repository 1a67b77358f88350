/* Row labels that hold several keys. See packed.h. */
#include "frame/packed.h"

#include "base/ascii.h"
#include "base/str.h"
#include "scan/features.h"

/* Fewer rows than that agree by chance. */
enum { LEAST_ROWS = 3 };

size_t
thr_packed_count(thresh_str text, char separator) {
    size_t count = 1;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == separator;
    return count;
}

thresh_str
thr_packed_next(thresh_str *rest, char separator, bool last) {
    size_t end = 0;
    while (end < rest->len && (last || rest->ptr[end] != separator))
        end++;
    thresh_str part = thr_str_trim(thr_str_slice(*rest, 0, end));
    *rest = thr_str_from(*rest, end < rest->len ? end + 1 : end);
    return part;
}

thresh_str
thr_packed_across(thresh_str *heading) {
    size_t at = thr_str_find(*heading, THR_LIT("\\"));
    if (at == THRESH_NONE || at == 0)
        return (thresh_str){NULL, 0};
    thresh_str across = thr_str_trim(thr_str_from(*heading, at + 1));
    /* "\1" is a note mark. */
    if (across.len == 0 || thr_is_digit(across.ptr[0]))
        return (thresh_str){NULL, 0};
    *heading = thr_str_trim(thr_str_slice(*heading, 0, at));
    return across;
}

/* The lowest text of the header over the first field. */
static thresh_str
heading(const thr_window *window, const thr_stub_range *range) {
    for (size_t i = range->body; i-- > range->header;) {
        thresh_str cell = thr_record_cell(thr_window_at(window, i), 1);
        if (cell.len > 0)
            return cell;
    }
    return (thresh_str){NULL, 0};
}

/* Whether no part is blank: "Total, all ages," has two. */
static bool
is_whole(thresh_str text, char separator, size_t parts) {
    for (size_t i = 0; i < parts; i++)
        if (thr_packed_next(&text, separator, i + 1 == parts).len == 0)
            return false;
    return true;
}

/* Whether every row has as many parts, few of them blank. */
static bool
all_agree(const thr_window *window, const thr_stub_range *range,
          char separator, size_t parts) {
    size_t rows = 0, whole = 0;
    for (size_t i = range->body; i < range->end; i++) {
        const thr_record *record = thr_window_at(window, i);
        thresh_str label = thr_record_cell(record, 1);
        thr_features features = thr_window_features(window, i);
        if (features.figures == 0)
            continue;
        if (thr_packed_count(label, separator) != parts)
            return false;
        rows++;
        whole += is_whole(label, separator, parts);
    }
    return rows >= LEAST_ROWS && 10 * whole >= 9 * rows;
}

void
thr_packed_find(const thr_window *window, const thr_stub_range *range,
                thr_stub *out) {
    static const char separators[] = {',', ';', '|'};
    thresh_str text = heading(window, range);
    if (text.len == 0)
        return;
    (void)thr_packed_across(&text);
    for (size_t i = 0; i < sizeof separators; i++) {
        size_t parts = thr_packed_count(text, separators[i]);
        if (parts < 2 || !is_whole(text, separators[i], parts)
            || !all_agree(window, range, separators[i], parts))
            continue;
        out->parts = parts;
        out->separator = separators[i];
        return;
    }
}
