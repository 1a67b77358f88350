/* Labels that speak of sums: src/proof/words.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "proof/words.h"

#define ALL_OF(says, ...)                                           \
    do {                                                            \
        static const char *const labels[] = {__VA_ARGS__};          \
        for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) \
            if (!says(thr_str(labels[i])))                          \
                fail_msg("\"%s\"", labels[i]);                      \
    } while (0)
#define NONE_OF(says, ...)                                          \
    do {                                                            \
        static const char *const labels[] = {__VA_ARGS__};          \
        for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) \
            if (says(thr_str(labels[i])))                           \
                fail_msg("\"%s\"", labels[i]);                      \
    } while (0)

static void
test_totals(void **state) {
    (void)state;
    ALL_OF(thr_words_total, "Total", "Europe total", "TOTAL", "Total, 2007",
           "All ages", "Both sexes", "Insgesamt", "I alt", "Grand total",
           "Yhteens\xC3\xA4", "Ensemble", "(total)", "Total1");
    NONE_OF(thr_words_total, "", "Totally new", "Hall", "Small towns",
            "Summer", "Boths", "Tot", "Altona", "\xC3\xA9total");
}

static bool
is_total_of_loans(thresh_str label) {
    return thr_words_total_of(label, THR_LIT("Loans:"));
}

static void
test_total_of(void **state) {
    (void)state;
    ALL_OF(is_total_of_loans, "Total loans", "Total, loans", "All loans paid",
           "Sum (Loans)");
    NONE_OF(is_total_of_loans, "", "Loans", "Loans, total", "Other loans",
            "Total", "Total loansome");
    assert_false(thr_words_total_of(THR_LIT("Total"), THR_LIT(":")));
}

static void
test_of_which(void **state) {
    (void)state;
    ALL_OF(thr_words_of_which, "of which women", "Of which:", "herav kvinner",
           "Darunter", "D\xC3\xA4rav kvinnor", "Including: fish");
    NONE_OF(thr_words_of_which, "", "Women, of which married",
            "Including fish", "Of whichever kind", "Off");
}

static void
test_nets(void **state) {
    (void)state;
    ALL_OF(thr_words_net, "Net migration", "Migration, net", "Balance",
           "Saldo", "Natural increase", "Deficit (-)",
           "\xC3\xBC"
           "berschuss",
           "\xC3\x9C"
           "berschuss");
    NONE_OF(thr_words_net, "", "Netherlands", "Internet", "Fishing nets",
            "Balanced");
}

/* A word of its own, as a rate is called. */
static void
test_ratios(void **state) {
    (void)state;
    ALL_OF(thr_words_ratio, "Persons per household", "Birth rate",
           "Innbyggere pr. km2", "Sex ratio", "Population density");
    NONE_OF(thr_words_ratio, "", "Persons", "Perth", "Separate houses",
            "First-rated", "Rationing");
}

/* "Rate" is none of them: tax rates add up to nothing, and yet "first-rate
 * hotels" are counted. */
static void
test_rates(void **state) {
    (void)state;
    ALL_OF(thr_words_rate, "Average", "Average age", "Per cent", "Share, %",
           "%", "Mean", "Prosent", "in Prozent");
    NONE_OF(thr_words_rate, "", "Meaning", "Percentile", "First-rate hotels",
            "Averages", "Meanwhile");
}

/* The lexicon says of each label what the functions say one by one. */
static void
test_lexicon(void **state) {
    (void)state;
    static const char *const labels[] = {"",
                                         "Total",
                                         "Europe total",
                                         "I alt",
                                         "Norway",
                                         "of which women",
                                         "Net, in total",
                                         "Average",
                                         "Share, %",
                                         "(all) net rate",
                                         "Totally new",
                                         "Internet",
                                         "Country 12",
                                         "Per cent, net",
                                         "Davon im Mittel",
                                         "\xC3\xA9total",
                                         "\303\274berschuss"};
    const thr_lexicon lexicon = thr_lexicon_make();
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        thresh_str label = thr_str(labels[i]);
        unsigned said = (thr_words_total(label) ? THR_SAYS_TOTAL : 0)
                        | (thr_words_of_which(label) ? THR_SAYS_OF_WHICH : 0)
                        | (thr_words_net(label) ? THR_SAYS_NET : 0)
                        | (thr_words_rate(label) ? THR_SAYS_RATE : 0);
        if (thr_lexicon_says(&lexicon, label) != said)
            fail_msg("\"%s\"", labels[i]);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals),   cmocka_unit_test(test_total_of),
        cmocka_unit_test(test_of_which), cmocka_unit_test(test_nets),
        cmocka_unit_test(test_rates),    cmocka_unit_test(test_ratios),
        cmocka_unit_test(test_lexicon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
