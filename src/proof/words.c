/* What the words of a label say about sums. See words.h. */
#include "proof/words.h"

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
                                     "koko maa"};

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

static bool
is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || (unsigned char)c >= 0x80;
}

/* Whether `words` stand in `label` from `at` on, as whole words. */
static bool
stands_at(thresh_str label, size_t at, thresh_str words) {
    size_t end = at + words.len;
    return (at == 0 || !is_letter(label.ptr[at - 1]))
           && (end == label.len || !is_letter(label.ptr[end])
               || !is_letter(words.ptr[words.len - 1]));
}

static bool
has_any(thresh_str label, const char *const *words, size_t count,
        bool at_start) {
    for (size_t i = 0; i < count; i++) {
        thresh_str word = thr_str(words[i]);
        size_t from = 0;
        while (from + word.len <= label.len) {
            size_t at = thr_str_find_nocase(thr_str_from(label, from), word);
            if (at == THRESH_NONE || (at_start && from + at > 0))
                break;
            if (stands_at(label, from + at, word))
                return true;
            from += at + 1;
        }
    }
    return false;
}

bool
thr_words_total(thresh_str label) {
    return has_any(label, totals, COUNT(totals), false);
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
