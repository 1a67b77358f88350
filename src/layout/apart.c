/* Whether text belongs to the table above. See apart.h. */
#include "layout/apart.h"

#include "scan/features.h"
#include "value/table_number.h"

/* Whether the record is text in one place. */
static bool
is_text(const thr_record *record) {
    thr_features features = thr_features_of(record);
    return features.filled == 1 && features.figures == 0;
}

static bool
names_table(const thr_record *record) {
    thresh_str text = thr_record_text(record), number;
    return thr_table_number_cut(&text, &number);
}

bool
thr_apart_is_above(const thr_window *window, bool touches) {
    bool parted = false;
    for (size_t i = 0; i < window->count; i++) {
        const thr_record *record = thr_window_at(window, i);
        if (record->furniture > 0 || (i > 0 && record->top))
            return true;
        if (record->filled == 0) {
            parted = true;
            continue;
        }
        if (names_table(record))
            return parted && touches && i > 0;
        if (!is_text(record))
            break;
    }
    return touches && parted;
}
