/* The words in which legends say what a symbol means. See phrases.h. */
#include "scan/phrases.h"

#include "base/ascii.h"
#include "base/str.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A phrase goes before one that is part of it, or that its text may hold in
 * another sense: "no figures: nil", "represents or rounds to zero". */
static const struct {
    const char *text;
    uint32_t status;
} phrases[] = {
    {"not yet available", THRESH_NOT_YET_AVAILABLE},
    {"not yet known", THRESH_NOT_YET_AVAILABLE},
    {"available later", THRESH_NOT_YET_AVAILABLE},
    {"f\xC3\xA4llt sp\xC3\xA4ter an", THRESH_NOT_YET_AVAILABLE},
    {"not for publication", THRESH_CONFIDENTIAL},
    {"confidential", THRESH_CONFIDENTIAL},
    {"suppressed", THRESH_CONFIDENTIAL},
    {"withheld", THRESH_CONFIDENTIAL},
    {"disclosure", THRESH_CONFIDENTIAL},
    {"disclosed", THRESH_CONFIDENTIAL},
    {"undisclosed", THRESH_CONFIDENTIAL},
    {"geheim", THRESH_CONFIDENTIAL},
    {"confidentiel", THRESH_CONFIDENTIAL},
    {"not sufficiently reliable", THRESH_UNRELIABLE},
    {"not statistically reliable", THRESH_UNRELIABLE},
    {"unreliable", THRESH_UNRELIABLE},
    {"low reliability", THRESH_UNRELIABLE},
    {"use with caution", THRESH_UNRELIABLE},
    {"limited informational value", THRESH_UNRELIABLE},
    {"reporting standards not met", THRESH_UNRELIABLE},
    {"does not meet", THRESH_UNRELIABLE},
    {"do not meet", THRESH_UNRELIABLE},
    {"base figure too small", THRESH_UNRELIABLE},
    {"base is less than", THRESH_UNRELIABLE},
    {"nicht sicher genug", THRESH_UNRELIABLE},
    {"rounds to less than", THRESH_BELOW_HALF_UNIT},
    {"rounds to zero", THRESH_BELOW_HALF_UNIT},
    {"rounded to zero", THRESH_BELOW_HALF_UNIT},
    {"rounds to 0", THRESH_BELOW_HALF_UNIT},
    {"less than", THRESH_BELOW_HALF_UNIT},
    {"weniger als die h\xC3\xA4lfte", THRESH_BELOW_HALF_UNIT},
    {"mindre enn", THRESH_BELOW_HALF_UNIT},
    {"mindre \xC3\xA4n", THRESH_BELOW_HALF_UNIT},
    {"not applicable", THRESH_NOT_APPLICABLE},
    {"logically impossible", THRESH_NOT_APPLICABLE},
    {"blocked for logical reasons", THRESH_NOT_APPLICABLE},
    {"cannot exist", THRESH_NOT_APPLICABLE},
    {"sans objet", THRESH_NOT_APPLICABLE},
    {"no aplicable", THRESH_NOT_APPLICABLE},
    {"gesperrt", THRESH_NOT_APPLICABLE},
    {"not significant", THRESH_NOT_SIGNIFICANT},
    {"not statistically significant", THRESH_NOT_SIGNIFICANT},
    {"significantly different", THRESH_SIGNIFICANT},
    {"statistically different", THRESH_SIGNIFICANT},
    {"not available", THRESH_NOT_AVAILABLE},
    {"unavailable", THRESH_NOT_AVAILABLE},
    {"missing", THRESH_NOT_AVAILABLE},
    {"no data", THRESH_NOT_AVAILABLE},
    {"not known", THRESH_NOT_AVAILABLE},
    {"unknown", THRESH_NOT_AVAILABLE},
    {"unbekannt", THRESH_NOT_AVAILABLE},
    {"nicht verf\xC3\xBCgbar", THRESH_NOT_AVAILABLE},
    {"non disponible", THRESH_NOT_AVAILABLE},
    {"no disponible", THRESH_NOT_AVAILABLE},
    {"ikke tilgjengelig", THRESH_NOT_AVAILABLE},
    {"inte tillg\xC3\xA4nglig", THRESH_NOT_AVAILABLE},
    {"ej tillg\xC3\xA4nglig", THRESH_NOT_AVAILABLE},
    {"preliminary", THRESH_PROVISIONAL},
    {"provisional", THRESH_PROVISIONAL},
    {"vorl\xC3\xA4ufig", THRESH_PROVISIONAL},
    {"provisoire", THRESH_PROVISIONAL},
    {"forel\xC3\xB8pig", THRESH_PROVISIONAL},
    {"prelimin\xC3\xA4r", THRESH_PROVISIONAL},
    {"revised", THRESH_REVISED},
    {"berichtigt", THRESH_REVISED},
    {"imputed", THRESH_IMPUTED},
    {"estimated", THRESH_ESTIMATED},
    {"estimate", THRESH_ESTIMATED},
    {"gesch\xC3\xA4tzt", THRESH_ESTIMATED},
    {"forecast", THRESH_FORECAST},
    {"projected", THRESH_FORECAST},
    {"break in", THRESH_BREAK},
    {"definition differs", THRESH_DIFFERS},
    {"nil", THRESH_NIL},
    {"zero", THRESH_NIL},
    {"none", THRESH_NIL},
    {"nothing", THRESH_NIL},
    {"no occurrence", THRESH_NIL},
    {"non-occurrence", THRESH_NIL},
    {"nichts vorhanden", THRESH_NIL},
    {"genau null", THRESH_NIL},
    {"n\xC3\xA9"
     "ant",
     THRESH_NIL},
};

/* Words that may stand between a symbol and what it means. */
static const char *const fillers[] = {
    "a",         "an",        "and",           "are",         "be",
    "been",      "category",  "cell",          "cells",       "data",
    "denotes",   "estimates", "exactly",       "figure",      "figures",
    "have",      "in",        "indicates",     "information", "is",
    "item",      "means",     "not",           "number",      "numbers",
    "of",        "or",        "percent",       "represents",  "shown",
    "signifies", "special",   "statistically", "table",       "the",
    "this",      "to",        "too",           "value",       "values",
    "was",       "were",      "where",         "will",
};

static const char *const marked[] = {
    " is marked by ",    " is marked with ",     " are marked by ",
    " are marked with ", " is indicated by ",    " are indicated by ",
    " is denoted by ",   " are denoted by ",     " is shown by ",
    " are shown by ",    " are represented by ", " is represented by ",
};

static const char *const leads[] = {
    "symbol",        "explanation of symbols",
    "legend",        "key:",
    "flags:",        "available flags",
    "special value", "tegnforklaring",
    "zeichenerkl",   "teckenf\xC3\xB6rklaring",
};

static bool
starts_with(thresh_str text, thresh_str words) {
    return text.len >= words.len
           && thr_str_equal_nocase(thr_str_slice(text, 0, words.len), words);
}

/* Length of the phrase that `text` starts with; 0 if none. */
static size_t
phrase_at(thresh_str text, uint32_t *status) {
    for (size_t i = 0; i < COUNT(phrases); i++) {
        thresh_str phrase = thr_str(phrases[i].text);
        if (!starts_with(text, phrase))
            continue;
        *status = phrases[i].status;
        return phrase.len;
    }
    return 0;
}

/* Length of the filler that `text` starts with, and the blanks behind it. */
static size_t
filler_at(thresh_str text) {
    size_t len = 0;
    while (len < text.len && thr_is_letter(text.ptr[len]))
        len++;
    thresh_str word = thr_str_slice(text, 0, len);
    size_t blank = thr_blank_at_start(thr_str_from(text, len));
    for (size_t i = 0; blank > 0 && i < COUNT(fillers); i++)
        if (thr_str_equal_nocase(word, thr_str(fillers[i])))
            return len + blank;
    return 0;
}

size_t
thr_phrase_meaning(thresh_str text, uint32_t *status) {
    enum { MOST_FILLERS = 6 };
    size_t at = 0, len;
    for (size_t i = 0; i <= MOST_FILLERS; i++) {
        thresh_str rest = thr_str_from(text, at);
        if ((len = phrase_at(rest, status)) > 0) {
            /* "represents zero or rounds to zero" */
            thresh_str after = thr_str_from(rest, len);
            uint32_t other;
            size_t more = *status == THRESH_NIL
                                  && starts_with(after, THR_LIT(" or "))
                              ? phrase_at(thr_str_from(after, 4), &other)
                              : 0;
            if (more > 0)
                *status = other;
            return at + len;
        }
        if ((len = filler_at(rest)) == 0)
            return 0;
        at += len;
    }
    return 0;
}

size_t
thr_phrase_marked(thresh_str text, size_t *len) {
    size_t first = THRESH_NONE;
    for (size_t i = 0; i < COUNT(marked); i++) {
        thresh_str words = thr_str(marked[i]);
        size_t at = thr_str_find_nocase(text, words);
        if (at >= first)
            continue;
        first = at;
        *len = words.len;
    }
    if (first != THRESH_NONE
        && starts_with(thr_str_from(text, first + *len), THR_LIT("a ")))
        *len += 2;
    return first;
}

bool
thr_phrase_is_lead(thresh_str text) {
    for (size_t i = 0; i < COUNT(leads); i++)
        if (starts_with(text, thr_str(leads[i])))
            return true;
    return false;
}
