/* Whether cut-ins are a dimension. See cut_ins.h. */
#include "layout/cut_ins.h"

#include "layout/features.h"
#include "layout/notes.h"
#include "layout/wrap.h"
#include "model/categories.h"

static bool
is_lone(const thr_window *window, size_t i, size_t fields) {
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first <= fields;
}

bool
thr_cut_ins_is_one(const thr_window *window, size_t i, size_t end,
                   size_t fields) {
    if (!is_lone(window, i, fields) || thr_wrap_goes_on(window, i)
        || thr_notes_is_note(thr_record_text(thr_window_at(window, i))))
        return false;
    for (i++; i < end; i++) {
        thr_features features = thr_window_features(window, i);
        if (features.filled > 0)
            return features.figures > 0 || is_lone(window, i, fields);
    }
    return false;
}

bool
thr_cut_ins_follows(const thr_window *window) {
    size_t next = 1;
    while (next < window->count && thr_window_at(window, next)->filled == 0)
        next++;
    return next < window->count
           && thr_cut_ins_is_one(window, next, window->count, 1);
}

/* How often labels below one cut-in have stood below an earlier one. */
typedef struct count {
    size_t blocks;
    size_t rows;  /* in all blocks but the first */
    size_t again; /* of these, with a label of an earlier block */
    size_t twice; /* with a label of the same block: no key at all */
} count;

/* `seen` knows each label by the last block that it stood in. */
static bool
count_row(thr_categories *seen, thresh_str label, count *out) {
    size_t known = thr_categories_find(seen, label);
    out->rows += out->blocks > 1;
    if (known == THRESH_NONE)
        return thr_categories_add(
            seen, &(thresh_category){.label = label, .parent = out->blocks});
    out->twice += seen->items[known].parent == out->blocks;
    out->again += out->blocks > 1 && seen->items[known].parent < out->blocks;
    seen->items[known].parent = out->blocks;
    return true;
}

bool
thr_cut_ins_cross(const thr_window *window, const thr_stub_range *range,
                  size_t fields, bool *cross) {
    thr_categories seen = {0};
    count all = {0};
    bool done = true, after = false;
    for (size_t i = range->body; i < range->end && done; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        if (thr_cut_ins_is_one(window, i, range->end, fields)) {
            all.blocks += !after;
            after = true;
        } else if (features.figures > 0) {
            after = false;
            if (all.blocks > 0)
                done = count_row(
                    &seen, thr_record_cell(record, features.first), &all);
        }
    }
    thr_categories_free(&seen);
    *cross = all.blocks > 1 && all.again > 1 && all.twice == 0
             && 3 * all.again >= 2 * all.rows;
    return done;
}
