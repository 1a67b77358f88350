/* The stub cells of a record to the categories of its row.
 *
 *     Serbia ¹ | ...                  Serbia, mark 1
 *       .. Denmark | ...              Denmark, indent 4
 *     Norway | Men | ...              Norway, Men
 *            | Women | ...            Norway, Women, where blanks are filled
 *     YR,F,AL | ...                   YR, F, AL, where the heading tells so
 *
 * Labels live until the next record is read, or as long as the record.
 */
#ifndef THR_LAYOUT_LABELS_H
#define THR_LAYOUT_LABELS_H

#include "frame/stub.h"
#include "model/table.h"

/* A label that holds for rows to come. */
typedef struct thr_held {
    thr_buf text;
    thresh_place place;
} thr_held;

typedef struct thr_labels {
    thr_stub stub;
    thresh_category *keys; /* one for each dimension */
    thr_held *held;        /* of each field: its last label */
    thr_held cut_in;       /* the last, with the outer one in front */
    thr_buf outer;         /* a cut-in that stands above others */
    thr_held above;        /* the first line of a label of two lines */
    thr_buf whole;         /* both lines of it */
} thr_labels;

/* Start the labels of `table`; memory comes from its arena, and what an
 * earlier table left is used again. */
thresh_result thr_labels_start(thr_labels *labels, thresh_table *table,
                               const thr_stub *stub, thresh_error *err);

/* Whether the label of the row to be read next starts above it. */
static inline bool
thr_labels_holds(const thr_labels *labels) {
    return labels->above.text.len > 0;
}

/* Keep the label of `record`, which goes on in the row to be read next. */
thresh_result thr_labels_hold(thr_labels *labels, const thr_record *record,
                              thresh_error *err);

/* Take `record` as a cut-in; `outer` tells that another follows below it. */
thresh_result thr_labels_cut_in(thr_labels *labels, const thr_record *record,
                                bool outer, thresh_error *err);

/* Take the label alone in `record` as one that holds for the rows below. */
thresh_result thr_labels_hold_field(thr_labels *labels,
                                    const thr_record *record,
                                    thresh_error *err);

/* Bytes of label text that the next row may have besides its record's. */
size_t thr_labels_room(const thr_labels *labels);

/* Read the keys of `record`. Their marks are appended to `marks`, which must
 * have room. `after` is what its label goes on with in the records that
 * follow. Returns how many of its cells are labels in `*count`. */
thresh_result thr_labels_read(thr_labels *labels, const thr_record *record,
                              thresh_str after, thr_buf *marks, size_t *count,
                              thresh_error *err);

/* Read the key of a row whose one label is `label`, printed at `place`, where
 * nothing of other lines belongs to it. */
void thr_labels_key(thr_labels *labels, thresh_str label, thresh_place place,
                    thr_buf *marks);

void thr_labels_free(thr_labels *labels);

#endif
