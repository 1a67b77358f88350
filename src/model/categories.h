/* The growing list of the categories of one dimension, and the way back from
 * a label to its category.
 *
 * A long table has a category for each of its rows, so each is kept short:
 * what few of them have stands in a list of its own, and the place of a label
 * that stands in its row, like the labels above it, is not kept at all.
 *
 *     category          label "Norway", parent 0, level 1, stands in its row
 *     what few have     marks "1", or a place of its own, or a long label
 */
#ifndef THR_MODEL_CATEGORIES_H
#define THR_MODEL_CATEGORIES_H

#include "thresh/table.h"

#define THR_NO_PARENT UINT32_MAX

/* That a category has what few have, instead of the length of its label. */
enum { THR_HAS_MORE = UINT8_MAX };

/* A thresh_category but for what few have. */
typedef struct thr_category {
    union {
        const char *text; /* of its label */
        size_t more;      /* which of `more` of its list, if it has more */
    };
    uint32_t parent; /* or THR_NO_PARENT */
    int16_t level;
    uint8_t length; /* of its label, or THR_HAS_MORE */
    uint8_t indent : 4;
    uint8_t is_total : 2; /* a thresh_truth */
    bool says_total : 1;
    bool in_row : 1; /* its label stands in its row, in the usual place */
} thr_category;

/* What few categories have, and what there is no room for beside that. */
typedef struct thr_category_more {
    thresh_str label;
    thresh_place place;
    thresh_str marks;
    uint32_t indent;
} thr_category_more;

typedef struct thr_categories {
    thr_category *items;
    size_t count;
    size_t room;
    thr_category_more *more;
    size_t nmore;
    size_t more_room;
    uint32_t field; /* where the labels in rows usually stand */
    uint32_t column;
    thresh_category first; /* the first, which that of a constant dimension is
                              lent as */
    uint32_t *slots; /* open addressing: index + 1, or 0; made on first find */
    size_t nslots;   /* a power of two */
    size_t indexed;  /* how many items are in `slots` */
    size_t counted;  /* bytes that its owner knows it to take */
} thr_categories;

static inline thresh_str
thr_categories_label(const thr_categories *list, size_t index) {
    const thr_category *item = &list->items[index];
    return item->length < THR_HAS_MORE ? (thresh_str){item->text, item->length}
                                       : list->more[item->more].label;
}

static inline uint32_t
thr_categories_indent(const thr_categories *list, size_t index) {
    const thr_category *item = &list->items[index];
    return item->length < THR_HAS_MORE ? item->indent
                                       : list->more[item->more].indent;
}

/* Its parent, or THRESH_NONE. */
static inline size_t
thr_category_parent(const thr_category *category) {
    return category->parent == THR_NO_PARENT ? THRESH_NONE : category->parent;
}

/* Append a copy of `category`; its texts are borrowed. `row` is the place of
 * the row that has the same number as the category, and that a place like it
 * need not be kept for; NULL where there is none. False if memory is
 * exhausted. */
bool thr_categories_add(thr_categories *list, const thresh_category *category,
                        const thresh_place *row);

/* The category `index`, whose place is that of its row where it stands in its
 * row: line and record are 0 then. */
thresh_category thr_categories_at(const thr_categories *list, size_t index);

/* Give it other marks, which are borrowed. False if memory is exhausted. */
bool thr_categories_mark(thr_categories *list, size_t index, thresh_str marks);

/* Bring them into another order: `order` has the old index of each. False if
 * memory is exhausted. */
bool thr_categories_order(thr_categories *list, const size_t *order);

/* Index of the first category with this label, or THRESH_NONE. */
size_t thr_categories_find(thr_categories *list, thresh_str label);

/* Bytes that it has taken since it was last asked. */
size_t thr_categories_taken(thr_categories *list);

void thr_categories_free(thr_categories *list);

#endif
