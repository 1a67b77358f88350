/* Categories by index and by label. See categories.h. */
#include "model/categories.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/str.h"

enum { FIRST_SLOTS = 64 };

bool
thr_categories_add(thr_categories *list, const thresh_category *category) {
    thresh_category *items = thr_grow(list->items, &list->room,
                                      list->count + 1, sizeof *items);
    if (items == NULL)
        return false;
    list->items = items;
    items[list->count++] = *category;
    return true;
}

/* FNV-1a, 64 bits, which is quick for short labels. It has no seed: labels
 * made to collide make finding one slow, not wrong. */
static size_t
hash(thresh_str label) {
    uint64_t sum = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < label.len; i++)
        sum = (sum ^ (unsigned char)label.ptr[i]) * UINT64_C(1099511628211);
    return (size_t)(sum ^ (sum >> 32));
}

/* The slot that holds `label`, or the free one where it would go. */
static size_t
slot_of(const thr_categories *list, thresh_str label) {
    size_t mask = list->nslots - 1;
    size_t at = hash(label) & mask;
    while (list->slots[at] != 0
           && !thr_str_equal(list->items[list->slots[at] - 1].label, label))
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
        size_t *slots = calloc(more, sizeof *slots);
        if (slots == NULL)
            return false;
        free(list->slots);
        list->slots = slots;
        list->nslots = more;
        list->indexed = 0;
    }
    for (; list->indexed < list->count; list->indexed++) {
        size_t at = slot_of(list, list->items[list->indexed].label);
        if (list->slots[at] == 0)
            list->slots[at] = list->indexed + 1;
    }
    return true;
}

size_t
thr_categories_find(thr_categories *list, thresh_str label) {
    if (list->count == 0)
        return THRESH_NONE;
    if (!index_items(list)) {
        for (size_t i = 0; i < list->count; i++)
            if (thr_str_equal(list->items[i].label, label))
                return i;
        return THRESH_NONE;
    }
    size_t slot = list->slots[slot_of(list, label)];
    return slot ? slot - 1 : THRESH_NONE;
}

size_t
thr_categories_taken(thr_categories *list) {
    size_t all = list->room * sizeof *list->items
                 + list->nslots * sizeof *list->slots;
    size_t more = all - list->counted;
    list->counted = all;
    return more;
}

void
thr_categories_free(thr_categories *list) {
    free(list->items);
    free(list->slots);
    *list = (thr_categories){0};
}
