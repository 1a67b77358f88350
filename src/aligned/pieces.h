/* What is cut from aligned text: ranges of bytes of lines, each in a column.
 *
 *     " Oslo    548 617"   ->   column 0: bytes 0 to 5, column 1: 9 to 16
 */
#ifndef THR_ALIGNED_PIECES_H
#define THR_ALIGNED_PIECES_H

#include "thresh/core.h"

/* One cell of a line: a range of its bytes, in a column from 0. */
typedef struct thr_piece {
    size_t column;
    size_t span; /* columns that it was found to stand over; 0 = not looked
                    for */
    size_t from;
    size_t to;
} thr_piece;

typedef struct thr_pieces {
    thr_piece *items;
    size_t count;
    size_t room;
} thr_pieces;

/* Append a piece. False if memory is exhausted. */
bool thr_pieces_add(thr_pieces *pieces, size_t column, size_t from, size_t to);

/* Byte `from` of `line`, moved left over the blanks before it: the indentation
 * of a label is part of it. */
size_t thr_pieces_indent(thresh_str line, size_t from);

void thr_pieces_free(thr_pieces *pieces);

#endif
