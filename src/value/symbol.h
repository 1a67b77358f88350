/* Symbols that stand for a value, and the letters behind one: "-" is nil, ".."
 * is not available, the "p" of "1.2p" is provisional. What they mean is asked
 * in this order:
 *
 *     the table's own legend       ": confidential"
 *     the profile of an office     named by the user, or found in the text
 *     the default                  Statistics Norway and PC-Axis files; where
 *                                  offices disagree, that is told
 *
 * Dashes of any length are one symbol unless something tells them apart, and
 * so are "..." and its one character. "(D)" and "[x]" are "D" and "x" where
 * nothing is known of them with their brackets.
 */
#ifndef THR_VALUE_SYMBOL_H
#define THR_VALUE_SYMBOL_H

#include "thresh/reader.h"

#include "value/profile.h"

/* What settled a meaning: a later one overrules those before it. */
typedef enum thr_origin {
    THR_BY_DEFAULT = 0,
    THR_BY_OFFICE, /* found in the text around the table */
    THR_BY_OPTION, /* named by the user */
    THR_BY_LEGEND  /* printed with the table */
} thr_origin;

enum { THR_LEGEND_MOST = 64 };

/* One entry of a legend; its text is borrowed from the table. */
typedef struct thr_legend_item {
    thresh_str text;
    uint32_t status;
    thresh_place place;
} thr_legend_item;

/* What is known of the symbols of one table. All zero knows the default. */
typedef struct thr_symbols {
    const thr_profile *profile; /* NULL = none */
    thr_origin origin;          /* of the profile */
    thresh_nil nil;             /* what the user says of dashes */
    thr_legend_item legend[THR_LEGEND_MOST];
    size_t nlegend;
    uint32_t letters; /* that notes explain, and no meaning (letter_mark.h) */
} thr_symbols;

typedef struct thr_meaning {
    uint32_t status; /* one thresh_status bit, or 0: known, but no status */
    bool disputed;   /* offices give it different meanings, and this is the
                        default */
    thr_origin origin;
    thresh_place place; /* of the legend */
} thr_meaning;

/* What `text`, trimmed, means where it stands for a value; where it stands
 * behind one; and, "0" and the like, where it is one. False if it is no such
 * symbol. `symbols` may be NULL. */
bool thr_symbol_alone(const thr_symbols *symbols, thresh_str text,
                      thr_meaning *out);
bool thr_symbol_flag(const thr_symbols *symbols, thresh_str text,
                     thr_meaning *out);
bool thr_symbol_zero(const thr_symbols *symbols, thresh_str text,
                     thr_meaning *out);

/* Whether it stands for a value by default or in any office. */
bool thr_symbol_of_any(thresh_str text);

/* Whether parentheses around a number say that it is unreliable. */
bool thr_symbol_brackets(const thr_symbols *symbols);

/* "(D)" and "[x]" without their brackets; any other text as it is. */
thresh_str thr_symbol_unwrap(thresh_str text);

/* Whether it has a meaning by default: any letter behind a number that is not
 * a flag in most offices makes a code of it ("5a"). */
bool thr_symbol_is_common_flag(thresh_str letter);

#endif
