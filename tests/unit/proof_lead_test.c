/* A total that stands first and says so: src/proof/lead.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "proof/lead.h"
#include "proof_made.h"

enum { MOST_ITEMS = 8 };

/* Whether all items but the first become its parts, and are roots if not. */
static bool
leads(const char *text) {
    static const bool empty[MOST_ITEMS] = {false};
    uint32_t parent[MOST_ITEMS];
    bool is_total[MOST_ITEMS] = {false};
    made it = made_open(text, MADE_ROWS);
    size_t parts = 0;
    thr_tree tree = {.parent = parent, .is_total = is_total};
    assert_true(it.plane.nitems <= MOST_ITEMS);
    for (size_t i = 0; i < it.plane.nitems; i++)
        parent[i] = THR_NO_PARENT;
    thr_lead_apply(&it.plane, empty, &tree);
    for (size_t i = 0; i < it.plane.nitems; i++)
        parts += parent[i] == 0;
    assert_true(parent[0] == THR_NO_PARENT);
    assert_true(parts == 0 || parts + 1 == it.plane.nitems);
    made_close(&it);
    return parts > 0;
}

static void
test_leads(void **state) {
    (void)state;
    /* averages: some are above it, some below */
    assert_true(leads("|A|B\nAll industries|5.5|6.5\nForestry|4.5|7.5\n"
                      "Mining|6.5|5.5\n"));
    /* the only country, above areas */
    assert_true(leads("|A|B\nNorway|5.5|6.5\nOslo|4.5|7.5\nBergen|6.5|5.5\n"));
    /* nothing is known to speak against it */
    assert_true(leads("|A|B\nTotal|..|..\nOslo|4.5|7.5\nBergen|6.5|5.5\n"));
    /* it is beyond all others in one line of two */
    assert_true(leads("|A|B\nTotal|1.5|6.5\nOslo|4.5|7.5\nBergen|6.5|5.5\n"));
}

static void
test_does_not_lead(void **state) {
    (void)state;
    /* it says nothing, or is one country of several */
    assert_false(leads("|A|B\nOslo|5.5|6.5\nBergen|4.5|7.5\nTrondheim|6.5|5.5"
                       "\n"));
    assert_false(
        leads("|A|B\nNorway|5.5|6.5\nSweden|4.5|7.5\nOslo|6.5|5.5\n"));
    /* it stands last */
    assert_false(leads("|A|B\nForestry|4.5|7.5\nMining|6.5|5.5\n"
                       "All industries|5.5|6.5\n"));
    /* all that follows is larger, in most lines */
    assert_false(leads("|A|B\nTotal|1.5|2.5\nOslo|4.5|7.5\nBergen|6.5|5.5\n"));
    /* too little to see it by */
    assert_false(leads("|A\nTotal|5.5\nOslo|4.5\nBergen|6.5\n"));
    assert_false(leads("|A|B\nTotal|5.5|6.5\nOslo|4.5|7.5\n"));
}

/* Only roots with values, printed no less deep, are its parts. */
static void
test_parts(void **state) {
    (void)state;
    static const bool empty[] = {false, false, true, false, false};
    uint32_t parent[] = {THR_NO_PARENT, THR_NO_PARENT, THR_NO_PARENT,
                         THR_NO_PARENT, 3};
    bool is_total[] = {false, false, false, true, false};
    thr_tree tree = {.parent = parent, .is_total = is_total};
    made it = made_open("|A|B\n  Total|5.5|6.5\nOther|4.5|7.5\n  Areas|..|..\n"
                        "  East|6.5|5.5\n    Oslo|6.5|5.5\n",
                        MADE_ROWS);
    thr_lead_apply(&it.plane, empty, &tree);
    assert_true(parent[0] == THR_NO_PARENT);
    assert_true(parent[1] == THR_NO_PARENT);
    assert_true(parent[2] == THR_NO_PARENT);
    assert_int_equal(parent[3], 0);
    assert_int_equal(parent[4], 3);
    made_close(&it);
}

/* Where sums tell more, or the first is no root or without values. */
static void
test_sums_tell_more(void **state) {
    (void)state;
    static const char text[] = "|A|B\nTotal|5.5|6.5\nOslo|4.5|7.5\n"
                               "All else|6.5|5.5\n";
    static const bool full[] = {false, false, false};
    static const bool hollow[] = {true, false, false};
    static const struct {
        const bool *empty;
        bool is_total[3];
        uint32_t parent;
    } trees[] = {
        {full, {true, false, false}, THR_NO_PARENT},
        {full, {false, false, true}, THR_NO_PARENT}, /* one of two totals */
        {full, {false, false, false}, 2},
        {hollow, {false, false, false}, THR_NO_PARENT},
    };
    made it = made_open(text, MADE_ROWS);
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++) {
        uint32_t parent[] = {trees[i].parent, THR_NO_PARENT, THR_NO_PARENT};
        bool is_total[3];
        memcpy(is_total, trees[i].is_total, sizeof is_total);
        thr_tree tree = {.parent = parent, .is_total = is_total};
        thr_lead_apply(&it.plane, trees[i].empty, &tree);
        assert_true(parent[0] == trees[i].parent);
        assert_true(parent[1] == THR_NO_PARENT);
        assert_true(parent[2] == THR_NO_PARENT);
    }
    made_close(&it);
}

/* Labels without values are its parts where all they hold comes to nearly the
 * first, and several views of it where that is not so. */
static void
assert_groups(const char *text, bool parts) {
    static const bool empty[] = {false, true,  false, false,
                                 true,  false, false};
    uint32_t parent[] = {
        THR_NO_PARENT, THR_NO_PARENT, 1, 1, THR_NO_PARENT, 4, 4};
    bool is_total[MOST_ITEMS] = {false};
    thr_tree tree = {.parent = parent, .is_total = is_total};
    made it = made_open(text, MADE_ROWS);
    thr_lead_apply(&it.plane, empty, &tree);
    assert_true(parent[0] == THR_NO_PARENT);
    assert_true(parent[1] == (parts ? 0 : THR_NO_PARENT));
    assert_true(parent[4] == (parts ? 0 : THR_NO_PARENT));
    assert_int_equal(parent[2], 1);
    made_close(&it);
}

static void
test_groups(void **state) {
    (void)state;
    /* chained volumes */
    assert_groups("|A|B|C\nAll industries|1000|1100|1200\nGoods|||\n"
                  "  Farms|200|300|400\n  Mines|301|302|303\nServices|||\n"
                  "  Trade|298|302|299\n  Other|200|199|200\n",
                  true);
    /* by sex and by age; and too few lines are known */
    assert_groups("|A|B|C\nAll people|1000|1100|1200\nSex|||\n"
                  "  Men|600|700|700\n  Women|400|400|500\nAge|||\n"
                  "  Young|300|400|500\n  Old|700|700|700\n",
                  false);
    assert_groups("|A|B|C\nAll industries|1000|1100|1200\nGoods|||\n"
                  "  Farms|200|300|..\n  Mines|301|302|303\nServices|||\n"
                  "  Trade|298|302|299\n  Other|200|199|200\n",
                  false);
    assert_groups("|A|B|C\nAll industries|1000|1100|..\nGoods|||\n"
                  "  Farms|200|300|400\n  Mines|301|302|303\nServices|||\n"
                  "  Trade|298|302|299\n  Other|200|199|200\n",
                  false);
}

/* The only other total is a part of the first, if it is never more. */
static void
test_total_of_all(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool other; /* the last item stands apart */
        uint32_t parent;
    } cases[] = {
        {"|A|B\nTotal force|9|8\nAll jobs|8|7\nOslo|4|3\nBodo|4|4\n", false,
         0},
        {"|A|B\nTotal force|9|6\nAll jobs|8|7\nOslo|4|3\nBodo|4|4\n", false,
         THR_NO_PARENT},
        {"|A|B\nTotal force|9|..\nAll jobs|8|7\nOslo|4|3\nBodo|4|4\n", false,
         THR_NO_PARENT},
        {"|A|B\nTotal force|9|8\nAll jobs|8|7\nOslo|4|3\nBodo|4|4\n", true,
         THR_NO_PARENT},
    };
    static const bool empty[MOST_ITEMS] = {false};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t parent[] = {THR_NO_PARENT, THR_NO_PARENT, 1,
                             cases[i].other ? THR_NO_PARENT : 1};
        bool is_total[] = {false, true, false, false};
        thr_tree tree = {.parent = parent, .is_total = is_total};
        made it = made_open(cases[i].text, MADE_ROWS);
        thr_lead_apply(&it.plane, empty, &tree);
        assert_true(parent[1] == cases[i].parent);
        assert_int_equal(parent[2], 1);
        made_close(&it);
    }
}

static void
test_says_total(void **state) {
    (void)state;
    made it = made_open("|A\nNorway|1\nAll others|2\nOslo|3\n", MADE_ROWS);
    assert_true(thr_lead_says_total(&it.plane, 0));
    assert_true(thr_lead_says_total(&it.plane, 1));
    assert_false(thr_lead_says_total(&it.plane, 2));
    made_close(&it);
    it = made_open("|A\nOslo|1\nNorway|2\n", MADE_ROWS);
    assert_false(thr_lead_says_total(&it.plane, 0));
    assert_false(thr_lead_says_total(&it.plane, 1));
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_leads),
        cmocka_unit_test(test_does_not_lead),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_sums_tell_more),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_total_of_all),
        cmocka_unit_test(test_says_total),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
