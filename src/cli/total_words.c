/* What the words of a label say about totals. See total_words.h. */
#include "cli/total_words.h"

/* No letter of the words below has a byte of a blank that keeps words
 * together. */
static bool
is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || ((unsigned char)c >= 0x80 && (unsigned char)c != 0xA0
               && (unsigned char)c != 0xC2);
}

/* Cut the last word off `label`, with what stands behind it. */
static thresh_str
last_word(thresh_str *label) {
    while (label->len > 0 && !is_letter(label->ptr[label->len - 1]))
        label->len--;
    size_t end = label->len;
    while (label->len > 0 && is_letter(label->ptr[label->len - 1]))
        label->len--;
    return (thresh_str){label->ptr + label->len, end - label->len};
}

/* The first words of `label`, if a comma sets them apart. */
static thresh_str
before_comma(thresh_str label) {
    for (size_t i = 0; i < label.len; i++)
        if (label.ptr[i] == ',')
            return (thresh_str){label.ptr, i};
    return (thresh_str){label.ptr, 0};
}

static bool
is_any(thresh_str word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        while (at < word.len && words[i][at] != '\0'
               && (word.ptr[at] | 0x20) == words[i][at])
            at++;
        if (at == word.len && words[i][at] == '\0')
            return true;
    }
    return false;
}

#define IS_ANY(word, words) \
    is_any(word, words, sizeof(words) / sizeof *(words))

static bool
is_total(thresh_str word) {
    static const char *const totals[] = {
        "total",  "totals", "totalt",    "totaal",   "totale",
        "totaux", "summe",  "insgesamt", "zusammen", "subtotal"};
    return IS_ANY(word, totals);
}

/* Whether `label` ends in a total, and not in a share of one. */
static bool
ends_in_total(thresh_str label) {
    static const char *const of[] = {"of", "av", "af", "von", "du"};
    return is_total(last_word(&label)) && !IS_ANY(last_word(&label), of);
}

bool
cli_words_call_total(thresh_str label) {
    return ends_in_total(label) || ends_in_total(before_comma(label));
}

bool
cli_words_bare_total(thresh_str label) {
    static const char *const times[] = {"years", "quarters", "months",
                                        "weeks", "days",     "grand"};
    bool total = false;
    for (;;) {
        thresh_str word = last_word(&label);
        if (word.len == 0)
            return total;
        if (!is_total(word) && !IS_ANY(word, times))
            return false;
        total = total || is_total(word);
    }
}
