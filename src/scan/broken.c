/* Words broken at the end of a line. See broken.h. */
#include "scan/broken.h"

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"

static bool
is_any(thresh_str word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (thr_str_equal_nocase(word, thr_str(words[i])))
            return true;
    return false;
}

/* Whether a word with a hyphen starts so wherever it is printed, and is not
 * broken there. What has a hyphen already has another, but "Non-agri-" is
 * broken. */
static bool
is_compound(thresh_str start) {
    static const char *const words[] = {
        "non",  "self", "semi", "half",  "full", "part",  "long",   "short",
        "high", "low",  "mid",  "first", "well", "cross", "second", "third",
        "year", "old",  "new",  "sous",  "demi", "hors",  "north",  "south"};
    size_t hyphen = thr_str_find(start, THR_LIT("-"));
    if (hyphen == THRESH_NONE)
        return is_any(start, words, sizeof words / sizeof *words);
    return !is_any(thr_str_slice(start, 0, hyphen), words,
                   sizeof words / sizeof *words)
           || thr_str_find(thr_str_from(start, hyphen + 1), THR_LIT("-"))
                  != THRESH_NONE;
}

/* "und", of "Export- und Importpreise": the hyphen stands for a word. */
static bool
joins(thresh_str words) {
    static const char *const joining[] = {"and", "or", "und", "oder", "bzw.",
                                          "et",  "ou", "og",  "och",  "eller",
                                          "y",   "en", "of",  "to",   "&"};
    size_t blank = thr_str_find(words, THR_LIT(" "));
    return is_any(
        thr_str_slice(words, 0, blank == THRESH_NONE ? words.len : blank),
        joining, sizeof joining / sizeof *joining);
}

/* The last word, from a blank or a stroke on. */
static thresh_str
last_word(thresh_str text) {
    size_t at = text.len;
    while (at > 0 && strchr(" /(", text.ptr[at - 1]) == NULL)
        at--;
    return thr_str_from(text, at);
}

/* The kind of a letter: small, capital, or none. */
typedef enum letter { NONE, SMALL, CAPITAL } letter;

static letter
letter_at_start(thresh_str text) {
    uint32_t point = 0;
    if (thr_utf8_next(text, &point) == 0 || !thr_utf8_is_letter(point))
        return NONE;
    return thr_utf8_lower(point) == point ? SMALL : CAPITAL;
}

static letter
letter_at_end(thresh_str text) {
    size_t at = text.len;
    while (at > 0 && ((unsigned char)text.ptr[at - 1] & 0xC0) == 0x80)
        at--;
    return letter_at_start(thr_str_from(text, at > 0 ? at - 1 : 0));
}

static letter
second_letter(thresh_str text) {
    uint32_t point;
    return letter_at_start(thr_str_from(text, thr_utf8_next(text, &point)));
}

/* Whether two halves of a word, a hyphen left out, are one: letters of the
 * same kind, and more than one of them where they are capitals. */
static bool
is_one_word(thresh_str start, thresh_str words) {
    letter kind = letter_at_start(words);
    if (kind == NONE || kind != letter_at_end(start) || is_compound(start))
        return false;
    return kind == SMALL || (start.len > 1 && second_letter(words) == CAPITAL);
}

/* Bytes of the hyphen at the end of a text: one that shows only there, at the
 * end of a line, is `*soft`. */
static size_t
hyphen_at_end(thresh_str text, bool *soft) {
    *soft = text.len > 1
            && thr_str_equal(thr_str_from(text, text.len - 2),
                             THR_LIT("\xC2\xAD"));
    if (*soft)
        return 2;
    if (text.len > 2
        && thr_str_equal(thr_str_from(text, text.len - 3),
                         THR_LIT("\xE2\x80\x90")))
        return 3;
    return thr_last(text) == '-';
}

void
thr_broken_join(thr_buf *text, thresh_str words) {
    bool soft;
    thresh_str before = thr_buf_view(text);
    size_t hyphen = hyphen_at_end(before, &soft);
    thresh_str start = last_word(
        thr_str_slice(before, 0, before.len - hyphen));
    if (hyphen > 0 && start.len > 0 && (soft || !joins(words))) {
        if (soft || is_one_word(start, words))
            text->len -= hyphen;
    } else if (before.len > 0) {
        thr_buf_char(text, ' ');
    }
    thr_buf_str(text, words);
}
