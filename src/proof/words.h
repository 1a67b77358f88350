/* What the words of a label say about sums, in the languages whose offices we
 * know: never a proof, only a weight. */
#ifndef THR_PROOF_WORDS_H
#define THR_PROOF_WORDS_H

#include "thresh/core.h"

/* "Europe total", "All ages", "Insgesamt", "I alt", "Both sexes". */
bool thr_words_total(thresh_str label);

/* "Total other deposits" below "Other deposits:", whose total it is. */
bool thr_words_total_of(thresh_str label, thresh_str heading);

/* The name of a country, and nothing else: above other areas it is their
 * total, though it does not say so. */
bool thr_words_country(thresh_str label);

/* "of which women", "herav", "darunter": a part that is counted already. */
bool thr_words_of_which(thresh_str label);

/* "Net migration", "Balance", "Saldo": a difference. */
bool thr_words_net(thresh_str label);

/* "Average", "Per cent": no count, so no sum. */
bool thr_words_rate(thresh_str label);

/* "Persons per household", "Birth rate": of lines in which no sum holds, none
 * was meant to. "Flat rate taxes" may well be a part of one. */
bool thr_words_ratio(thresh_str label);

/* What a label says, a bit each: as the functions above but the last. */
typedef enum thr_says {
    THR_SAYS_TOTAL = 1,
    THR_SAYS_OF_WHICH = 2,
    THR_SAYS_NET = 4,
    THR_SAYS_RATE = 8
} thr_says;

/* For many labels, of which most say nothing: which bits a word may give by
 * its first two bytes, or its only one. */
typedef struct thr_lexicon {
    uint8_t firsts[256];
    uint8_t seconds[256];
    uint8_t alone[256];
} thr_lexicon;

thr_lexicon thr_lexicon_make(void);

/* The thr_says bits of a label. The functions above are its plain twin. */
uint8_t thr_lexicon_says(const thr_lexicon *lexicon, thresh_str label);

#endif
