/* Categories by index and by label. See categories.h. */
#include "model/categories.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/str.h"

enum { FIRST_SLOTS = 64 };

/* What few have, as the category `item` of the list has it; NULL if memory is
 * exhausted. */
static thr_category_more *
more_of(thr_categories *list, thr_category *item) {
    if (item->length == THR_HAS_MORE)
        return &list->more[item->more];
    thr_category_more *more = thr_grow(list->more, &list->more_room,
                                       list->nmore + 1, sizeof *more);
    if (more == NULL)
        return NULL;
    list->more = more;
    more[list->nmore] = (thr_category_more){
        .label = {item->text, item->length}, .indent = item->indent};
    item->more = list->nmore++;
    item->length = THR_HAS_MORE;
    return &more[item->more];
}

/* Whether a label stands in `row`, and there like the one above it. */
static bool
stands_in_row(thr_categories *list, const thresh_category *category,
              const thresh_place *row) {
    const thresh_place *place = &category->place;
    if (row == NULL || place->line != row->line
        || place->record != row->record)
        return false;
    if (list->count == 0) {
        list->field = place->field;
        list->column = place->column;
    }
    return place->field == list->field && place->column == list->column;
}

/* Keep the label of `category`, and what few have. */
static bool
keep(thr_categories *list, thr_category *item,
     const thresh_category *category) {
    enum { DEEP = 16 }; /* no indent that fits */
    const thresh_place *place = &category->place;
    bool placed = !item->in_row
                  && (place->line > 0 || place->record > 0 || place->field > 0
                      || place->column > 0);
    item->text = category->label.ptr;
    if (!placed && category->marks.len == 0 && category->indent < DEEP
        && category->label.len < THR_HAS_MORE) {
        item->length = (uint8_t)category->label.len;
        item->indent = category->indent & (DEEP - 1U);
        return true;
    }
    thr_category_more *more = more_of(list, item);
    if (more == NULL)
        return false;
    *more = (thr_category_more){category->label, *place, category->marks,
                                category->indent};
    return true;
}

bool
thr_categories_add(thr_categories *list, const thresh_category *category,
                   const thresh_place *row) {
    bool top = category->parent == THRESH_NONE;
    if (list->count >= THR_NO_PARENT)
        return false;
    thr_category *items = thr_grow(list->items, &list->room, list->count + 1,
                                   sizeof *items);
    if (items == NULL)
        return false;
    list->items = items;
    thr_category *item = &items[list->count];
    *item = (thr_category){.parent = top ? THR_NO_PARENT
                                         : (uint32_t)category->parent,
                           .level = (int16_t)category->level,
                           .is_total = category->is_total & 3U,
                           .says_total = category->says_total,
                           .in_row = stands_in_row(list, category, row)};
    if (!keep(list, item, category))
        return false;
    if (list->count++ == 0)
        list->first = *category;
    return true;
}

thresh_category
thr_categories_at(const thr_categories *list, size_t index) {
    const thr_category *item = &list->items[index];
    thresh_category out = {.label = thr_categories_label(list, index),
                           .parent = thr_category_parent(item),
                           .level = item->level,
                           .is_total = (thresh_truth)item->is_total,
                           .says_total = item->says_total,
                           .indent = thr_categories_indent(list, index)};
    if (item->length == THR_HAS_MORE) {
        out.marks = list->more[item->more].marks;
        out.place = list->more[item->more].place;
    }
    if (item->in_row)
        out.place = (thresh_place){.field = list->field,
                                   .column = list->column};
    return out;
}

bool
thr_categories_mark(thr_categories *list, size_t index, thresh_str marks) {
    thr_category_more *more = more_of(list, &list->items[index]);
    if (more != NULL)
        more->marks = marks;
    return more != NULL;
}

bool
thr_categories_order(thr_categories *list, const size_t *order) {
    thr_category *items = calloc(list->room + 1, sizeof *items);
    if (items == NULL)
        return false;
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[order[i]];
    free(list->items);
    list->items = items;
    free(list->slots);
    list->slots = NULL;
    list->nslots = list->indexed = 0;
    return true;
}

/* The slot that holds `label`, or the free one where it would go. */
static size_t
slot_of(const thr_categories *list, thresh_str label) {
    size_t mask = list->nslots - 1;
    size_t at = thr_str_hash(label) & mask;
    while (list->slots[at] != 0
           && !thr_str_equal(thr_categories_label(list, list->slots[at] - 1),
                             label))
        at = (at + 1) & mask;
    return at;
}

/* Bring the index up to date. If memory is short it stays as it was, and the
 * search below falls back to looking at every item. */
static bool
index_items(thr_categories *list) {
    if (list->nslots < list->count * 2) {
        size_t more = list->nslots ? list->nslots : FIRST_SLOTS;
        while (more < list->count * 4)
            more *= 2;
        uint32_t *slots = calloc(more, sizeof *slots);
        if (slots == NULL)
            return false;
        free(list->slots);
        list->slots = slots;
        list->nslots = more;
        list->indexed = 0;
    }
    for (; list->indexed < list->count; list->indexed++) {
        size_t at = slot_of(list, thr_categories_label(list, list->indexed));
        if (list->slots[at] == 0)
            list->slots[at] = (uint32_t)list->indexed + 1;
    }
    return true;
}

size_t
thr_categories_find(thr_categories *list, thresh_str label) {
    if (list->count == 0)
        return THRESH_NONE;
    if (!index_items(list)) {
        for (size_t i = 0; i < list->count; i++)
            if (thr_str_equal(thr_categories_label(list, i), label))
                return i;
        return THRESH_NONE;
    }
    size_t slot = list->slots[slot_of(list, label)];
    return slot ? slot - 1 : THRESH_NONE;
}

size_t
thr_categories_taken(thr_categories *list) {
    size_t all = list->room * sizeof *list->items
                 + list->more_room * sizeof *list->more
                 + list->nslots * sizeof *list->slots;
    size_t more = all > list->counted ? all - list->counted : 0;
    list->counted = all;
    return more;
}

void
thr_categories_free(thr_categories *list) {
    free(list->items);
    free(list->more);
    free(list->slots);
    *list = (thr_categories){0};
}
