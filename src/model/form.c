/* How a plain number is printed. See form.h. */
#include "model/form.h"

#include <string.h>

#include "base/ascii.h"
#include "base/eight.h"
#include "base/tens.h"

enum { GROUP = 3, MOST_DIGITS = 18 };

/* ## Taking a text apart */

typedef struct reader {
    const char *at;
    const char *end;
    uint64_t coef;
    size_t digits;
} reader;

static size_t
read_digits(reader *r, size_t most) {
    size_t count = 0;
    while (count < most && r->at < r->end && thr_is_digit(*r->at)) {
        r->coef = r->coef * 10 + (uint64_t)(*r->at++ - '0');
        count++;
    }
    r->digits += count;
    return count;
}

/* Take what stands between two groups: a blank, a dot, or one character
 * that is not ASCII. */
static bool
read_group(reader *r, thr_form *form) {
    unsigned char first = (unsigned char)*r->at;
    size_t len = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if ((first < 0x80 && strchr(" ,.'", first) == NULL)
        || (size_t)(r->end - r->at) < len + GROUP)
        return false;
    if (form->ngroup == 0) {
        memcpy(form->group, r->at, len);
        form->ngroup = (uint8_t)len;
    }
    if (len != form->ngroup || memcmp(form->group, r->at, len) != 0)
        return false;
    r->at += len;
    return read_digits(r, GROUP) == GROUP && r->digits <= MOST_DIGITS;
}

/* Take the whole part, before the last `tail` bytes. */
static bool
read_whole(reader *r, size_t tail, thr_form *form) {
    bool zero = r->at < r->end && *r->at == '0';
    size_t first = read_digits(r, MOST_DIGITS);
    if (first == 0 || (zero && first > 1))
        return false;
    while ((size_t)(r->end - r->at) > tail)
        if (zero || first > GROUP || !read_group(r, form))
            return false;
    return true;
}

static bool
read_decimals(reader *r, thr_form *form) {
    size_t count = form->decimals;
    if (count == 0)
        return true;
    if ((size_t)(r->end - r->at) != count + 1
        || (*r->at != '.' && *r->at != ',') || r->digits + count > MOST_DIGITS)
        return false;
    form->decimal = *r->at++;
    return read_digits(r, count) == count;
}

bool
thr_form_find(thr_form *form, const thresh_cell *cell) {
    bool negative = cell->coef < 0;
    *form = (thr_form){.decimals = cell->scale};
    if (cell->text.len == 0 || cell->text.len >= THR_FORM_MOST)
        return false;
    reader r = {.at = cell->text.ptr, .end = cell->text.ptr + cell->text.len};
    if (negative && *r.at++ != '-')
        return false;
    uint64_t size = negative ? ~(uint64_t)cell->coef + 1
                             : (uint64_t)cell->coef;
    return read_whole(&r, cell->scale > 0 ? (size_t)cell->scale + 1 : 0, form)
           && read_decimals(&r, form) && r.at == r.end && r.coef == size;
}

/* ## Making it again */

/* Digits of a number: a binary digit is 1233/4096 of a decimal one. */
static size_t
count_digits(uint64_t number) {
    size_t bits = 64 - (size_t)__builtin_clzll(number | 1);
    size_t least = bits * 1233 >> 12;
    return least + (number >= thr_tens[least] || number == 0);
}

static uint64_t
magnitude(int64_t number) {
    return number < 0 ? ~(uint64_t)number + 1 : (uint64_t)number;
}

size_t
thr_form_length(const thr_form *form, int64_t coef, size_t *width) {
    size_t digits = count_digits(magnitude(coef)), decimals = form->decimals;
    if (digits <= decimals)
        digits = decimals + 1;
    size_t groups = form->ngroup > 0 && digits - decimals > GROUP
                        ? (digits - decimals - 1) / GROUP
                        : 0;
    size_t plain = (coef < 0) + digits + (decimals > 0);
    *width = plain + groups;
    return plain + groups * form->ngroup;
}

/* Write a number without its sign, from its last digit to its first, in front
 * of `end`; returns where it starts. */
static char *
put_number(char *end, uint64_t rest, const thr_form *form) {
    for (size_t i = 0; i < form->decimals; i++, rest /= 10)
        *--end = (char)('0' + rest % 10);
    if (form->decimals > 0)
        *--end = form->decimal;
    for (; rest >= 1000; rest /= 1000) {
        unsigned three = (unsigned)(rest % 1000);
        *--end = (char)('0' + three % 10);
        *--end = (char)('0' + three / 10 % 10);
        *--end = (char)('0' + three / 100);
        if (form->ngroup == 1)
            *--end = form->group[0];
        else if (form->ngroup > 1)
            end = memcpy(end - form->ngroup, form->group, form->ngroup);
    }
    unsigned last = (unsigned)rest;
    do
        *--end = (char)('0' + last % 10);
    while ((last /= 10) > 0);
    return end;
}

/* Most numbers have no more than seven digits, and one separator at most: they
 * are made as one word, without a branch that tells groups from none. False
 * for any other, which put_number() makes, the plain twin. */
static inline bool
put_short(char *room, int64_t number, const thr_form *form, size_t *length) {
    enum { SHORT = 10000000, MILLION = 1000000, MOST_DECIMALS = 6 };
    const size_t decimals = form->decimals;
    if ((uint64_t)number >= SHORT || decimals > MOST_DECIMALS
        || form->ngroup > 1)
        return false;
    uint64_t size = (uint64_t)number;
    bool grouped = (form->ngroup > 0) & (size >= thr_tens[decimals + GROUP]);
    if (grouped & ((decimals > 0) | (size >= MILLION)))
        return false;
    const char *end = thr_eight_put_parted(
        room, (uint32_t)size, grouped | (decimals > 0),
        decimals > 0 ? form->decimal : form->group[0],
        decimals > 0 ? decimals : GROUP);
    *length = (size_t)(end - room);
    return true;
}

size_t
thr_form_text(const thr_form *form, int64_t coef, char room[THR_FORM_MOST]) {
    size_t width, length;
    if (put_short(room, coef, form, &length))
        return length;
    length = thr_form_length(form, coef, &width);
    (void)put_number(room + length, magnitude(coef), form);
    if (coef < 0)
        room[0] = '-';
    return length;
}

bool
thr_form_is(const thr_form *form, const thresh_cell *cell) {
    char room[THR_FORM_MOST];
    uint64_t size = magnitude(cell->coef);
    if (cell->scale != form->decimals || size >= thr_tens[MOST_DIGITS]
        || (form->ngroup > 0
            && size / thr_tens[form->decimals] < thr_tens[GROUP]))
        return false;
    size_t len = thr_form_text(form, cell->coef, room);
    return len == cell->text.len && memcmp(room, cell->text.ptr, len) == 0;
}
