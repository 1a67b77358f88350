/* Eight characters at a time: a word holds them, the first in its lowest byte
 * on any machine. Digits are read and written without a branch for each, which
 * no processor foresees where numbers differ in length.
 *
 *     "504→483→"   the tab stands at 3; the 3 digits before it are 504
 *     20696        "20696", by thr_eight_put()
 *
 * The plain twins are loops over characters; a test compares them.
 */
#ifndef THR_BASE_EIGHT_H
#define THR_BASE_EIGHT_H

#include <stddef.h>
#include <stdint.h>

/* Eight times the same byte. */
#define THR_EIGHT(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

/* Compilers make one instruction of each of these two. */
static inline uint64_t
thr_eight_load(const char *from) {
    const unsigned char *b = (const unsigned char *)from;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16
           | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40
           | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* The same of fewer than eight, one at least; what is behind them is 0. */
static inline uint64_t
thr_eight_load_few(const char *from, size_t count) {
    const unsigned char *b = (const unsigned char *)from;
    if (count < 4)
        return (uint64_t)b[0] | (uint64_t)b[count / 2] << 8 * (count / 2)
               | (uint64_t)b[count - 1] << 8 * (count - 1);
    uint64_t first = (uint64_t)b[0] | (uint64_t)b[1] << 8
                     | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24;
    const unsigned char *l = b + count - 4;
    uint64_t last = (uint64_t)l[0] | (uint64_t)l[1] << 8 | (uint64_t)l[2] << 16
                    | (uint64_t)l[3] << 24;
    return first | last << 8 * (count - 4);
}

static inline void
thr_eight_store(char *to, uint64_t word) {
    unsigned char *b = (unsigned char *)to;
    b[0] = (unsigned char)word;
    b[1] = (unsigned char)(word >> 8);
    b[2] = (unsigned char)(word >> 16);
    b[3] = (unsigned char)(word >> 24);
    b[4] = (unsigned char)(word >> 32);
    b[5] = (unsigned char)(word >> 40);
    b[6] = (unsigned char)(word >> 48);
    b[7] = (unsigned char)(word >> 56);
}

/* Where `c` stands first, from 0; 8 if it does not. A byte below the first
 * that is equal is never taken for it. */
static inline size_t
thr_eight_find(uint64_t word, char c) {
    uint64_t other = word ^ THR_EIGHT(c);
    uint64_t found = (other - THR_EIGHT(1)) & ~other & THR_EIGHT(0x80);
    return found == 0 ? 8 : (size_t)__builtin_ctzll(found) / 8;
}

/* The first `count` of them, below 8, and then `c`. */
static inline uint64_t
thr_eight_first(uint64_t word, size_t count, char c) {
    uint64_t first = (UINT64_C(1) << 8 * count) - 1;
    return (word & first) | (THR_EIGHT(c) & ~first);
}

/* The top bit of each that is from `a` to `z`, if none is beyond ASCII. */
static inline uint64_t
thr_eight_between(uint64_t word, char a, char z) {
    return (word + THR_EIGHT(0x80 - a)) & ~(word + THR_EIGHT(0x7F - z))
           & THR_EIGHT(0x80);
}

/* Whether all eight are ASCII letters, digits, blanks or `also`. */
static inline int
thr_eight_are_words(uint64_t word, char also) {
    uint64_t beyond = word & THR_EIGHT(0x80);
    uint64_t small = word | THR_EIGHT(0x20);
    uint64_t known = thr_eight_between(small, 'a', 'z')
                     | thr_eight_between(word, '0', '9')
                     | thr_eight_between(word, ' ', ' ')
                     | thr_eight_between(word, also, also);
    return beyond == 0 && known == THR_EIGHT(0x80);
}

/* Whether all eight are digits. */
static inline int
thr_eight_are_digits(uint64_t word) {
    return (((word + THR_EIGHT(0x46)) | (word - THR_EIGHT('0')))
            & THR_EIGHT(0x80))
           == 0;
}

/* The number that eight digits are: pairs, then fours, then all. */
static inline uint64_t
thr_eight_number(uint64_t word) {
    word = ((word & THR_EIGHT(0x0F)) * (1 + (10 << 8))) >> 8;
    word = ((word & UINT64_C(0x00FF00FF00FF00FF)) * (1 + (100 << 16))) >> 16;
    return ((word & UINT64_C(0x0000FFFF0000FFFF))
            * (1 + (UINT64_C(10000) << 32)))
           >> 32;
}

/* The values of the eight digits of a number below 10^8: two fours, then
 * pairs, then digits. What multiplies and shifts divides by 100 and by 10. */
static inline uint64_t
thr_eight_digits(uint32_t number) {
    uint64_t fours = number / 10000 | (uint64_t)(number % 10000) << 32;
    uint64_t hundreds = ((fours * 10486) >> 20) & UINT64_C(0x0000007F0000007F);
    uint64_t pairs = hundreds | (fours - 100 * hundreds) << 16;
    uint64_t tens = ((pairs * 103) >> 10) & UINT64_C(0x000F000F000F000F);
    return tens | (pairs - 10 * tens) << 8;
}

/* Write a number; returns where it ends. Up to seven bytes behind that are
 * overwritten. */
static inline char *
thr_eight_put(char *to, uint64_t number) {
    enum { EIGHT_DIGITS = 100000000 };
    if (number >= EIGHT_DIGITS) {
        to = thr_eight_put(to, number / EIGHT_DIGITS);
        thr_eight_store(to, thr_eight_digits((uint32_t)(number % EIGHT_DIGITS))
                                + THR_EIGHT('0'));
        return to + 8;
    }
    uint64_t digits = thr_eight_digits((uint32_t)number);
    size_t zeros = (size_t)__builtin_ctzll(digits | UINT64_C(1) << 56) / 8;
    thr_eight_store(to, (digits + THR_EIGHT('0')) >> (8 * zeros));
    return to + 8 - zeros;
}

/* Write a number below 10^7; if it is `parted`, with `separator` in front of
 * its last `tail` digits, of one to six, and at least one before that. Returns
 * where it ends; eight bytes are overwritten. */
static inline char *
thr_eight_put_parted(char *to, uint32_t number, int parted, char separator,
                     size_t tail) {
    uint64_t digits = thr_eight_digits(number);
    uint64_t least = UINT64_C(1) << 8 * (7 - (parted ? tail : 0));
    size_t zeros = (size_t)__builtin_ctzll(digits | least) / 8;
    uint64_t text = digits + THR_EIGHT('0');
    uint64_t ends = text >> 8 * (8 - tail) << 8 * (8 - tail);
    uint64_t apart = (text ^ ends) >> 8 | ends
                     | (uint64_t)(unsigned char)separator << 8 * (7 - tail);
    uint64_t chosen = parted ? apart : text >> 8;
    thr_eight_store(to, chosen >> 8 * (zeros - 1));
    return to + 8 - zeros + (parted != 0);
}

#endif
