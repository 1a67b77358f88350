/* Symbols that stand for a value: "-" is nil, ".." is not available, ... The
 * default meanings are those of Statistics Norway and of PC-Axis files. Where
 * offices disagree on a symbol, that is told, so that nobody relies on the
 * default without knowing.
 */
#ifndef THR_GRID_SYMBOL_H
#define THR_GRID_SYMBOL_H

#include "thresh/table.h"

typedef struct thr_symbol {
    const char *text;
    uint32_t status; /* one thresh_status bit */
    bool disputed;   /* offices give it different meanings */
} thr_symbol;

/* The symbol that `text`, trimmed, is; NULL if it is none. */
const thr_symbol *thr_symbol_find(thresh_str text);

/* Its place in the list of symbols: below 32. */
unsigned thr_symbol_index(const thr_symbol *symbol);

#endif
