/* Words of a heading to the columns that they run over, where they are no
 * heading of one alone.
 *
 *              Income            Taxes       Income: over columns 1 and 2,
 *          Gross     Net     ------------    in the middle of which it stands
 *            12       9        5      7      Taxes: over columns 3 and 4,
 * which the rule below it runs over
 */
#ifndef THR_ALIGNED_SPANNER_H
#define THR_ALIGNED_SPANNER_H

#include "aligned/cycles.h"
#include "aligned/headed.h"
#include "aligned/page.h"

/* Words with single blanks between them. */
typedef struct thr_chunk {
    size_t first; /* tokens: from here to before `end` */
    size_t end;
    uint32_t lo;
    uint32_t hi;
} thr_chunk;

/* A line of a heading while it is cut, from its first chunk to its last. */
typedef struct thr_heading_line {
    const thr_page *page;
    size_t line;
    thr_headed *headed; /* what stands below */
    bool alone;         /* one chunk in the line, and no words below it */
    size_t chunks;      /* in this line */
    size_t next;        /* the first column that is still free */
    thr_cycle cycle;    /* headings below that recur, a run under each chunk */
} thr_heading_line;

/* Whether bars, headings that recur below, or a rule show that a chunk stands
 * over the columns from `*a` to `*b`; `*a` is its own column before. */
bool thr_spanner_is_shown(const thr_heading_line *l, const thr_chunk *k,
                          size_t *a, size_t *b);

/* Whether bars or a rule show that a chunk runs over several columns with
 * words below: then it is no headings of these. */
bool thr_spanner_is_marked(const thr_heading_line *l, const thr_chunk *k);

/* The columns in the middle of which a chunk stands, up to `last`; `*a` and
 * `*b` are its own column before. */
void thr_spanner_guess(const thr_heading_line *l, const thr_chunk *k,
                       size_t last, size_t *a, size_t *b);

#endif
