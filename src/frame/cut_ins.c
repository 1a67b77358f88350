/* Whether cut-ins are a dimension. See cut_ins.h. */
#include "frame/cut_ins.h"

#include <stdlib.h>

#include "base/str.h"
#include "frame/wrap.h"
#include "model/categories.h"
#include "scan/features.h"
#include "scan/notes.h"
#include "value/mark.h"

static bool
is_lone(const thr_window *window, size_t i, size_t fields) {
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first <= fields;
}

bool
thr_cut_ins_is_one(const thr_window *window, size_t i, size_t end,
                   size_t fields) {
    if (!is_lone(window, i, fields) || thr_wrap_goes_on(window, i, false)
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
    size_t next = thr_window_filled(window, 1);
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
            seen, &(thresh_category){.label = label, .parent = out->blocks},
            NULL);
    out->twice += seen->items[known].parent == out->blocks;
    out->again += out->blocks > 1 && seen->items[known].parent < out->blocks;
    seen->items[known].parent = (uint32_t)out->blocks;
    return true;
}

/* The label of a row: its first, without note marks, or those of all fields,
 * one behind another, where each row has them all. */
static thresh_str
label_of(const thr_record *record, size_t first, size_t whole, thr_buf *room) {
    thr_buf_clear(room);
    if (whole == 0) {
        thresh_str label = thr_record_cell(record, first);
        (void)thr_mark_cut_end(&label, room);
        return label;
    }
    for (size_t field = 1; field <= whole; field++) {
        thr_buf_str(room, thr_record_cell(record, field));
        thr_buf_char(room, '\t');
    }
    return thr_buf_view(room);
}

/* Whether the headings right above the rows stand again as record `i`. */
static bool
is_header(const thr_window *window, const thr_stub_range *range, size_t i) {
    size_t last = range->body;
    while (last > range->header
           && thr_window_at(window, last - 1)->filled == 0)
        last--;
    if (last == range->header)
        return false;
    const thr_record *header = thr_window_at(window, last - 1);
    const thr_record *record = thr_window_at(window, i);
    for (size_t field = 1; field <= header->ncells; field++)
        if (!thr_str_equal(thr_record_cell(header, field),
                           thr_record_cell(record, field)))
            return false;
    return true;
}

/* Whether headings stand in most columns of record `i`; in a few of them may
 * stand labels. */
static bool
is_heading(const thr_window *window, const thr_stub_range *range, size_t i) {
    return thr_window_is_heading(window, i)
           && 2 * thr_window_at(window, i)->filled > range->fields;
}

/* Whether record `i` may be a line of a header: years are one, too. */
static bool
may_head(const thr_window *window, const thr_stub_range *range, size_t i) {
    thr_features features = thr_window_features(window, i);
    return is_heading(window, range, i) || is_header(window, range, i)
           || thr_features_is_years(&features);
}

/* Where the rows end: at headings of another table. The same headings stand
 * on each page. */
static size_t
end_of_rows(const thr_window *window, const thr_stub_range *range) {
    size_t i = range->body;
    while (i < range->end
           && (!is_heading(window, range, i) || is_header(window, range, i)))
        i++;
    return i;
}

/* Whether record `i` starts a block: a label alone, or the header again. */
static bool
starts_block(const thr_window *window, const thr_stub_range *range, size_t i,
             size_t end, size_t fields, size_t blocks) {
    return thr_cut_ins_is_one(window, i, end, fields)
           || (blocks > 0 && is_heading(window, range, i));
}

/* Whether most labels below a cut-in stood below another one. */
static bool
crosses(const count *all) {
    return all->blocks > 1 && all->again > 1 && all->twice == 0
           && 3 * all->again >= 2 * all->rows;
}

/* Look at the rows from `body` on, with labels alone in the first `fields`.
 * Labels are kept by their address: each is written anew in its own room. */
static bool
find_cross(const thr_window *window, const thr_stub_range *range,
           size_t fields, size_t whole, bool *cross) {
    thr_categories seen = {0};
    count all = {0};
    bool done = true, after = false;
    size_t used = 0, rooms = whole > 0 ? range->end - range->body : 1;
    size_t end = end_of_rows(window, range);
    thr_buf *room = calloc(rooms, sizeof *room);
    if (room == NULL)
        return false;
    for (size_t i = range->body; i < end && done; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        /* Behind headings may be another table. */
        if (crosses(&all) && may_head(window, range, i))
            break;
        if (starts_block(window, range, i, end, fields, all.blocks)) {
            all.blocks += !after;
            after = true;
        } else if (features.figures > 0) {
            after = false;
            thr_buf *own = &room[whole > 0 ? used++ : 0];
            if (all.blocks > 0)
                done = count_row(&seen,
                                 label_of(record, features.first, whole, own),
                                 &all)
                       && !own->failed;
        }
    }
    thr_categories_free(&seen);
    for (size_t i = 0; i < rooms; i++)
        thr_buf_free(&room[i]);
    free(room);
    *cross = crosses(&all);
    return done;
}

bool
thr_cut_ins_cross(const thr_window *window, const thr_stub_range *range,
                  size_t fields, bool *cross) {
    return find_cross(window, range, fields, 0, cross);
}

bool
thr_cut_ins_cross_all(const thr_window *window, const thr_stub_range *range,
                      size_t fields, bool *cross) {
    return find_cross(window, range, 1, fields, cross);
}
