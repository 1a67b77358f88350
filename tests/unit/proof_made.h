/* A small table seen along one dimension, for the tests of the proof. It is
 * written as its cells, "|" between them, its headings first:
 *
 *     |A|B
 *     Total|30|50
 *       North|10|20
 *
 * Nothing of it is proved. Blanks before a label are its indentation.
 */
#ifndef TESTS_UNIT_PROOF_MADE_H
#define TESTS_UNIT_PROOF_MADE_H

#include "proof/tree.h"

enum { MADE_ROWS = 0, MADE_COLUMNS = 1 };

typedef struct made {
    thresh_table *table;
    thr_plane plane; /* along the rows */
    thr_arena arena;
} made;

/* The table, unproved; NULL if memory is exhausted. */
thresh_table *made_table(const char *text);

/* The table, seen along `dimension`. Fails the test where that cannot be. */
made made_open(const char *text, size_t dimension);
void made_close(made *it);

/* The tree of its sums: totals above their parts first, every line counted and
 * all of them rounded, and nothing indented. */
thr_tree made_tree(made *it);

/* A sum as text: "0=1+2", or "2=0-1" for a difference. */
const char *made_sum(const thr_claim *claim, char text[80]);

#endif
