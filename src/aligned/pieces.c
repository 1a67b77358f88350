/* Ranges of bytes of lines. See pieces.h. */
#include "aligned/pieces.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/str.h"

bool
thr_pieces_add(thr_pieces *pieces, size_t column, size_t from, size_t to) {
    thr_piece *items = thr_grow(pieces->items, &pieces->room,
                                pieces->count + 1, sizeof *items);
    if (items == NULL)
        return false;
    pieces->items = items;
    items[pieces->count++] = (thr_piece){
        .column = column, .from = from, .to = to};
    return true;
}

size_t
thr_pieces_indent(thresh_str line, size_t from) {
    size_t len;
    while (from > 0
           && (len = thr_blank_at_end(thr_str_slice(line, 0, from))) > 0)
        from -= len;
    return from;
}

void
thr_pieces_free(thr_pieces *pieces) {
    free(pieces->items);
    *pieces = (thr_pieces){0};
}
