/* What the fields of the first rows of a table hold: labels, codes, values.
 *
 *     North | 1 | 12 | 14        field 1: texts, one in each row
 *           | 2 | 20 | 22        field 2: numbers that count the rows of each
 *     South | 1 |  8 |  9                 label
 */
#ifndef THR_FRAME_TALLY_H
#define THR_FRAME_TALLY_H

#include "frame/stub.h"
#include "scan/window.h"

/* What the cells of one field are. */
typedef struct thr_tally {
    size_t texts;
    size_t figures;
    size_t codes;   /* of the figures: whole, without grouping */
    size_t padded;  /* of these, with a nought in front */
    size_t width;   /* digits of each code, or 0 where they differ */
    size_t years;   /* of these, such as may be years */
    size_t heads;   /* texts in rows without figures */
    size_t blanks;  /* before a label of the same row */
    bool led;       /* a label of it stood in a row */
    size_t early;   /* of these, above all labels of the field */
    size_t again;   /* labels that are those of the row above, as are all at
                       their left */
    size_t same;    /* blanks before the same labels as in the row above */
    uint64_t kinds; /* bit i: a figure in row i */
    size_t counted; /* rows in which it counts on from the row above */
    size_t starts;  /* rows in which it starts anew, beside a label */
    size_t breaks;  /* rows in which it does neither */
    size_t number;  /* in the last row */
} thr_tally;

typedef struct thr_tallies {
    thr_tally fields[THR_STUB_MOST + 1]; /* and a blank one */
    size_t rows;
    size_t lone;    /* rows with one label, and labels that stand alone */
    size_t single;  /* of these, labels that stand alone */
    size_t several; /* rows of labels alone, two or more */
    size_t full;    /* rows with a label in each field that has any */
} thr_tallies;

/* Count what the cells of the rows in [body, end) are; `*out` starts as 0. */
void thr_tally_rows(const thr_window *window, size_t body, size_t end,
                    thr_tallies *out);

/* Count, where the first `fields` fields are labels, those that are alone in
 * their row, the blanks before others, and what they stand below. */
void thr_tally_blanks(const thr_window *window, size_t body, size_t end,
                      size_t fields, thr_tallies *out);

/* Labels, for the most part; a field with nothing but a few texts, beside
 * blanks, holds remarks. */
bool thr_tally_has_texts(const thr_tally *field);

/* Whether figures and texts take turns in two fields in the same rows: then
 * what one holds, the other does. */
bool thr_tally_takes_turns(const thr_tally *field, const thr_tally *next);

/* Codes and ranks. */
bool thr_tally_has_codes(const thr_tally *field);

/* No count is printed with noughts in front: codes of one width are, as soon
 * as one is short. */
bool thr_tally_has_padded(const thr_tally *field);

/* Whether a field right beside labels tells more of them. */
bool thr_tally_has_more(const thr_tally *field);

/* Neither texts nor figures stand in it. */
bool thr_tally_is_blank(const thr_tally *field);

#endif
