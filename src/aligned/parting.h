/* Words over several columns, with single blanks between, each to its column.
 *
 *       Number Margin of     ->   Number | Margin of
 *              error (1)
 *       61,774       3.1
 */
#ifndef THR_ALIGNED_PARTING_H
#define THR_ALIGNED_PARTING_H

#include "aligned/headed.h"

/* Where words are parted: each part goes up to token `end`. */
typedef struct thr_part {
    size_t end;
    size_t column;
} thr_part;

enum { THR_MOST_WORDS = 16 };

typedef struct thr_parting {
    thr_part parts[THR_MOST_WORDS];
    size_t count;
    size_t cost; /* half characters that the parts are off their columns */
} thr_parting;

/* The line above, whose texts may go on in the parts. */
typedef struct thr_above {
    const thr_token *tokens;
    size_t count;
} thr_above;

/* Find the parting of the tokens from `first` to before `end` that stands best
 * over columns and below the texts `above`. False if they are over one column,
 * or there are too many. */
bool thr_parting_find(thr_parting *parting, const thr_headed *headed,
                      const thr_above *above, const thr_token *tokens,
                      size_t first, size_t end);

#endif
