/* One line of aligned text to its words and figures, each with its place on
 * the page. What is only there to guide the eye is left out: leader dots, the
 * currency sign set apart from its number, column rules.
 *
 *     " Paper ......  $   1,250 |  ---"
 *       word Paper at 1-6, figure 1,250 at 20-25, figure --- at 29-32
 */
#ifndef THR_ALIGNED_TOKENS_H
#define THR_ALIGNED_TOKENS_H

#include "aligned/looks.h"

typedef struct thr_token {
    size_t from; /* bytes of the line: from here to before `to` */
    size_t to;
    uint32_t lo; /* where it stands on the page: from here to before `hi` */
    uint32_t hi;
    thr_token_kind kind;
    bool wide; /* starts the line, or two blanks or more stand before it */
} thr_token;

typedef struct thr_tokens {
    thr_token *items;
    size_t count;
    size_t room;
    size_t guides; /* leaders and currency signs that were left out */
} thr_tokens;

/* A run of the text of a line that no column can cut: words with single blanks
 * between them, or one figure. */
typedef struct thr_solid {
    size_t first; /* its tokens: from here to before `end` */
    size_t end;
    uint32_t lo;
    uint32_t hi;
    bool figure;
    bool wide;
} thr_solid;

/* Append the tokens of `line`. False if memory is exhausted. */
bool thr_tokens_add(thr_tokens *tokens, thresh_str line);

/* The next solid from token `*at` on, rules passed over; false if none. */
bool thr_solid_next(const thr_token *tokens, size_t count, size_t *at,
                    thr_solid *solid);

void thr_tokens_free(thr_tokens *tokens);

#endif
