/* The growing list of the categories of one dimension, and the way back from
 * a label to its category. */
#ifndef THR_MODEL_CATEGORIES_H
#define THR_MODEL_CATEGORIES_H

#include "thresh/table.h"

typedef struct thr_categories {
    thresh_category *items;
    size_t count;
    size_t room;
    size_t *slots;  /* open addressing: index + 1, or 0; made on first find */
    size_t nslots;  /* a power of two */
    size_t indexed; /* how many items are in `slots` */
    size_t counted; /* bytes that its owner knows it to take */
} thr_categories;

/* Append a copy of `category`; its texts are borrowed. False if memory is
 * exhausted. */
bool thr_categories_add(thr_categories *list, const thresh_category *category);

/* Index of the first category with this label, or THRESH_NONE. */
size_t thr_categories_find(thr_categories *list, thresh_str label);

/* Bytes that it has taken since it was last asked. */
size_t thr_categories_taken(thr_categories *list);

void thr_categories_free(thr_categories *list);

#endif
