/* What offices mean by their symbols, one profile for each, and by which words
 * in a text an office is known.
 *
 *     destatis  "x"  not applicable        statcan  "x"  confidential
 */
#ifndef THR_VALUE_PROFILE_H
#define THR_VALUE_PROFILE_H

#include "thresh/table.h"

/* How a symbol is used. */
typedef enum thr_use {
    THR_USE_ALONE = 1,    /* in place of a value: ".." */
    THR_USE_FLAG = 2,     /* behind a value: "1.2p" */
    THR_USE_BOTH = 3,     /* ":c", "1.2c" */
    THR_USE_ZERO = 4,     /* it is a zero that is none: "0" */
    THR_USE_BRACKETS = 8, /* around a value: "(5)" */
    THR_USE_DISPUTED = 16 /* offices disagree on it */
} thr_use;

typedef struct thr_glyph {
    const char *text;
    uint32_t status; /* one thresh_status bit, or 0 */
    unsigned use;    /* thr_use bits */
} thr_glyph;

typedef struct thr_profile {
    const char *name;
    const char *office;
    const thr_glyph *glyphs; /* the last has no text */
    bool comma;              /* it marks decimals with a comma */
} thr_profile;

/* The i-th profile, or NULL past the last. */
const thr_profile *thr_profile_at(size_t index);

/* By the name that users give; NULL if there is none. */
const thr_profile *thr_profile_named(thresh_str name);

/* What is meant where no office is known. */
const thr_glyph *thr_profile_default(void);

/* The office that `text` names; NULL if it names none, or several. `*words`
 * becomes what it was known by. */
const thr_profile *thr_profile_in(thresh_str text, thresh_str *words);

#endif
