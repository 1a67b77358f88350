/* How the labels of the rows are printed: in how many fields, and how.
 *
 *     AL | DTE Energy Services | 50407 | Mobile Energy | 91 | 91
 *     AR | Domtar Industries   | 54104 | Ashdown       | 157 | 157
 *
 *         4 fields: what stands left of texts is a label, or the code of one
 *
 *     Tenured |        | 30        staggered: one label a row, in the field
 *             | Female | 12        that shows how deep it stands
 *
 *     Norway  | Men    | 30        filled down: Norway holds for both rows
 *             | Women  | 12
 *
 *     2004    | 1      | 30        the same: a number that counts the rows of
 *             | 2      | 12        each label tells them apart
 *
 *     Norway                       the same, with a line of its own for what
 *             | Men    | 30        holds below
 *             | Women  | 12
 *
 *     NZ | 2024 | 55100 | p        the value stands among the labels, where
 *     NZ | 2025 | 56200 | e        its heading says so (see valued.h)
 *
 *     Men                          cut-ins: the labels below are the same, so
 *     0-17    | 30                 that Men and Women are a dimension
 *     Women
 *     0-17    | 12
 */
#ifndef THR_FRAME_STUB_H
#define THR_FRAME_STUB_H

#include "scan/window.h"

/* No stub is wider. */
enum { THR_STUB_MOST = 30 };

typedef struct thr_stub {
    size_t fields; /* leading fields that are labels: at least one */
    bool valued;   /* a heading calls the only other field the value */
    size_t value;  /* of these, that field, if labels stand right of it too;
                      or 0 */
    bool staggered;
    bool cut_ins;
    bool alone;       /* labels alone in a field hold for the rows below */
    uint32_t filled;  /* bit i: blanks in field i + 1 repeat the label above */
    uint32_t empty;   /* bit i: field i + 1 has a heading, but no labels */
    bool full;        /* nearly every row has a label in each other field */
    size_t parts;     /* of each label, where they hold several keys; or 0 */
    char separator;   /* between them */
    size_t codes;     /* the first field behind the first that holds whole
                         numbers, taken for codes; or 0 */
    bool numbers;     /* years among them are printed "2018.0" (times.h) */
    uint32_t letters; /* that are marks at the end of labels: notes ahead
                         start with them (value/letter_mark.h) */
} thr_stub;

/* Where its records are in the window. */
typedef struct thr_stub_range {
    size_t header; /* first record of the header */
    size_t body;   /* first of the body */
    size_t end;    /* behind the last */
    size_t fields; /* of the widest */
    size_t given;  /* fields of labels, as the user says; 0 = find them */
} thr_stub_range;

/* Find it. False if memory is exhausted. */
bool thr_stub_find(const thr_window *window, const thr_stub_range *range,
                   thr_stub *out);

/* Whether field `field`, from 1, holds labels. */
bool thr_stub_has(const thr_stub *stub, size_t field);

/* Whether field `field`, from 1, belongs to the stub, with labels or without:
 * all others are columns. */
bool thr_stub_covers(const thr_stub *stub, size_t field);

/* How many dimensions its labels are. */
size_t thr_stub_dimensions(const thr_stub *stub);

#endif
