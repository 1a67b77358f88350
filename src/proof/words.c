/* What the words of a label say about sums. See words.h. */
#include "proof/words.h"

#include "base/ascii.h"
#include "base/str.h"

static const char *const totals[] = {"total",       "totals",
                                     "totalt",      "totaal",
                                     "totale",      "totaux",
                                     "all",         "both",
                                     "insgesamt",   "gesamt",
                                     "zusammen",    "summe",
                                     "sum",         "subtotal",
                                     "i alt",       "ialt",
                                     "alle",        "alt",
                                     "samtliga",    "summa",
                                     "ensemble",    "tous",
                                     "toutes",      "todos",
                                     "todas",       "yhteens\xC3\xA4",
                                     "alls",        "grand total",
                                     "entire",      "overall",
                                     "whole",       "hele landet",
                                     "hela landet", "hela riket",
                                     "koko maa",    "domestic demand"};

static const char *const of_which[] = {
    "of which",      "of this",      "of these",  "herav", "derav",
    "heraf",         "d\xC3\xA4rav", "darunter",  "davon", "dont",
    "de los cuales", "whereof",      "including:"};

static const char *const nets[] = {"net",
                                   "netto",
                                   "balance",
                                   "saldo",
                                   "surplus",
                                   "deficit",
                                   "difference",
                                   "excess",
                                   "natural increase",
                                   "solde",
                                   "\303\274berschuss",
                                   "\303\234berschuss",
                                   "overskudd"};

static const char *const rates[] = {"average",  "mean",         "median",
                                    "per cent", "percent",      "%",
                                    "prosent",  "procent",      "prozent",
                                    "pct",      "gjennomsnitt", "durchschnitt",
                                    "medeltal"};

static const char *const ratios[] = {"per",   "pr",    "rate",
                                     "rates", "ratio", "density"};

/* Countries whose statistics are printed by their areas, and unions of them.
 */
static const char *const countries[] = {"australia",
                                        "austria",
                                        "belgium",
                                        "canada",
                                        "denmark",
                                        "england",
                                        "england and wales",
                                        "european union",
                                        "eu",
                                        "eu27",
                                        "eu28",
                                        "finland",
                                        "france",
                                        "germany",
                                        "deutschland",
                                        "iceland",
                                        "ireland",
                                        "italy",
                                        "japan",
                                        "netherlands",
                                        "new zealand",
                                        "norway",
                                        "norge",
                                        "poland",
                                        "portugal",
                                        "scotland",
                                        "spain",
                                        "sweden",
                                        "sverige",
                                        "switzerland",
                                        "united kingdom",
                                        "united states",
                                        "u.s.",
                                        "united states of america",
                                        "world"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static char
lower(char c) {
    return thr_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/* In lower case; 0 behind the end. */
static char
byte_at(thresh_str label, size_t at) {
    return at < label.len ? lower(label.ptr[at]) : '\0';
}

/* Whether `words` stand in `label` from `at` on, up to the end of a word. */
static bool
stands_at(thresh_str label, size_t at, thresh_str words) {
    size_t end = at + words.len;
    return end <= label.len
           && thr_str_equal_nocase(thr_str_slice(label, at, end), words)
           && (end == label.len || !thr_in_word(label.ptr[end])
               || !thr_in_word(words.ptr[words.len - 1]));
}

/* Each place where a word may start is looked at once: most labels have no
 * word that starts like one of these, by the lower bits of its first byte. */
static bool
has_any(thresh_str label, const char *const *words, size_t count,
        bool at_start) {
    enum { BITS = 63 };
    uint64_t starts = 0;
    for (size_t i = 0; i < count; i++)
        starts |= UINT64_C(1) << (words[i][0] & BITS);
    size_t end = at_start && label.len > 0 ? 1 : label.len;
    for (size_t at = 0; at < end; at++) {
        if (at > 0 && thr_in_word(label.ptr[at - 1]))
            continue;
        char first = lower(label.ptr[at]), second = byte_at(label, at + 1);
        if ((starts >> (first & BITS) & 1) == 0)
            continue;
        for (size_t i = 0; i < count; i++)
            if (words[i][0] == first
                && (words[i][1] == second || words[i][1] == '\0')
                && stands_at(label, at, thr_str(words[i])))
                return true;
    }
    return false;
}

bool
thr_words_total(thresh_str label) {
    return has_any(label, totals, COUNT(totals), false);
}

bool
thr_words_total_of(thresh_str label, thresh_str heading) {
    if (thr_last(heading) == ':')
        heading.len--;
    for (size_t at = 1; heading.len > 0 && at < label.len; at++)
        if (!thr_in_word(label.ptr[at - 1]) && stands_at(label, at, heading))
            return thr_words_total(thr_str_slice(label, 0, at));
    return false;
}

bool
thr_words_country(thresh_str label) {
    for (size_t i = 0; i < COUNT(countries); i++)
        if (thr_str_equal_nocase(label, thr_str(countries[i])))
            return true;
    return false;
}

bool
thr_words_of_which(thresh_str label) {
    return has_any(label, of_which, COUNT(of_which), true);
}

bool
thr_words_net(thresh_str label) {
    return has_any(label, nets, COUNT(nets), false);
}

bool
thr_words_rate(thresh_str label) {
    return has_any(label, rates, COUNT(rates), false);
}

bool
thr_words_ratio(thresh_str label) {
    return has_any(label, ratios, COUNT(ratios), false);
}

/* ## Many labels */

static void
learn(thr_lexicon *lexicon, thr_says what, const char *const *words,
      size_t count) {
    for (size_t i = 0; i < count; i++) {
        unsigned char first = (unsigned char)words[i][0],
                      second = (unsigned char)words[i][1];
        if (second == '\0')
            lexicon->alone[first] |= (uint8_t)what;
        else
            lexicon->firsts[first] |= (uint8_t)what;
        lexicon->seconds[second] |= (uint8_t)what;
    }
}

thr_lexicon
thr_lexicon_make(void) {
    thr_lexicon out = {.firsts = {0}};
    learn(&out, THR_SAYS_TOTAL, totals, COUNT(totals));
    learn(&out, THR_SAYS_OF_WHICH, of_which, COUNT(of_which));
    learn(&out, THR_SAYS_NET, nets, COUNT(nets));
    learn(&out, THR_SAYS_RATE, rates, COUNT(rates));
    return out;
}

uint8_t
thr_lexicon_says(const thr_lexicon *lexicon, thresh_str label) {
    uint8_t may = 0;
    for (size_t at = 0; at < label.len; at++) {
        unsigned char first = (unsigned char)lower(label.ptr[at]);
        uint8_t starts = lexicon->firsts[first] | lexicon->alone[first];
        if (starts != 0 && (at == 0 || !thr_in_word(label.ptr[at - 1])))
            may |=
                starts
                & (lexicon->alone[first]
                   | lexicon->seconds[(unsigned char)byte_at(label, at + 1)]);
    }
    if ((may & THR_SAYS_TOTAL) != 0 && !thr_words_total(label))
        may &= (uint8_t)~THR_SAYS_TOTAL;
    if ((may & THR_SAYS_OF_WHICH) != 0 && !thr_words_of_which(label))
        may &= (uint8_t)~THR_SAYS_OF_WHICH;
    if ((may & THR_SAYS_NET) != 0 && !thr_words_net(label))
        may &= (uint8_t)~THR_SAYS_NET;
    if ((may & THR_SAYS_RATE) != 0 && !thr_words_rate(label))
        may &= (uint8_t)~THR_SAYS_RATE;
    return may;
}
