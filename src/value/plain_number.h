/* Numbers as most are printed: without a sign or a mark, with no 0 at their
 * start but the one before decimals, grouped by threes or not, with decimals
 * or not.
 *
 *     "1 504→"   1504        "12.5→"   125, scale 1
 *     "-→"       none: thr_number_parse() has to see
 *
 * Of these, most have no more than seven characters and are whole: they are
 * read as one word. The plain twin of that is the loop below it, which reads
 * all of them, and its own is thr_number_parse().
 */
#ifndef THR_VALUE_PLAIN_NUMBER_H
#define THR_VALUE_PLAIN_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/eight.h"

/* `coef` without its last `scale` decimals, as in a thresh_cell. */
typedef struct thr_plain_value {
    int64_t coef;
    uint8_t scale;
} thr_plain_value;

/* Read a whole number of `len` characters, one to seven, one of which may
 * group them: the first of `word`, whatever stands behind them. */
static inline bool
thr_plain_word(uint64_t word, size_t len, char group, thr_plain_value *out) {
    enum { WORD = 8, GROUP = 3, BYTE = 8 };
    const uint64_t head = UINT64_C(0xFFFFFFFF); /* before such a group */
    if ((char)word == '0' && len > 1)
        return false;
    word <<= BYTE * (WORD - len); /* the last is the highest */
    char sign = (char)(word >> BYTE * (WORD - GROUP - 1));
    size_t grouped = (size_t)(len > GROUP + 1)
                     & (size_t)((sign == ' ') | (sign == group));
    uint64_t closed = (word & head) << BYTE | (word >> 40 << 40);
    word ^= (word ^ closed) & (0 - (uint64_t)grouped);
    word |= THR_EIGHT('0') >> BYTE * (len - grouped);
    if (!thr_eight_are_digits(word))
        return false;
    out->scale = 0;
    out->coef = (int64_t)thr_eight_number(word);
    return true;
}

/* Read such a number that ends before `stop` or at `end`; eight bytes can be
 * read at `at`. Returns where it ends, or NULL. */
static inline const char *
thr_plain_short(const char *at, const char *end, char stop, char group,
                thr_plain_value *out) {
    enum { WORD = 8 };
    uint64_t word = thr_eight_load(at);
    size_t len = thr_eight_find(word, stop), left = (size_t)(end - at);
    len = len < left ? len : left;
    bool read = len - 1 < WORD - 1 && thr_plain_word(word, len, group, out);
    return read ? at + len : NULL;
}

/* Read digits, from `at` on, into `coef`; returns where they end. */
static inline const char *
thr_plain_digits(const char *at, const char *end, uint64_t *coef) {
    for (; at < end && thr_is_digit(*at); at++)
        *coef = *coef * 10 + (uint64_t)(*at - '0');
    return at;
}

/* Read groups of three digits, each behind a `group`; NULL where one has not
 * three. */
static inline const char *
thr_plain_groups(const char *at, const char *end, char group, uint64_t *coef) {
    while (end - at > 3 && *at == group && thr_is_digit(at[1])
           && thr_is_digit(at[2]) && thr_is_digit(at[3])) {
        *coef = *coef * 1000
                + (uint64_t)((at[1] - '0') * 100 + (at[2] - '0') * 10
                             + (at[3] - '0'));
        at += 4;
    }
    return at < end && (*at == group || thr_is_digit(*at)) ? NULL : at;
}

/* Read a number of at most 18 characters. Returns where it ends, or NULL. */
static inline const char *
thr_plain_number(const char *at, const char *end, char group, char decimal,
                 thr_plain_value *out) {
    enum { LONGEST = 18, GROUP = 3 };
    if (end - at > LONGEST)
        end = at + LONGEST;
    if (at == end || !thr_is_digit(*at)
        || (*at == '0' && end - at > 1 && at[1] != decimal))
        return NULL;
    uint64_t coef = 0;
    const char *start = at;
    at = thr_plain_digits(at, end, &coef);
    if (at < end && (*at == ' ' || *at == group)) {
        at = at - start <= GROUP ? thr_plain_groups(at, end, *at, &coef)
                                 : NULL;
        if (at == NULL)
            return NULL;
    }
    size_t scale = 0;
    if (at < end && *at == decimal) {
        const char *from = at + 1;
        at = thr_plain_digits(from, end, &coef);
        scale = (size_t)(at - from);
        if (scale == 0)
            return NULL;
    }
    out->scale = (uint8_t)scale;
    out->coef = (int64_t)coef;
    return at;
}

#endif
