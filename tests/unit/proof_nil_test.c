/* Whether a dash is zero: src/proof/nil.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "proof/nil.h"
#include "proof_made.h"

static void
assert_reason(size_t count, const char *wanted) {
    thresh_table *table = made_table("|A\nx|-\ny|..\n");
    const thresh_symbol *symbols;
    assert_int_equal(thr_nil_explain(table, count, NULL), THRESH_OK);
    assert_int_equal(thresh_table_symbols(table, &symbols), table->nsymbols);
    for (size_t i = 0; i < table->nsymbols; i++)
        assert_int_equal(thr_str_equal(symbols[i].reason, thr_str(wanted)),
                         symbols[i].status == THRESH_NIL);
    thresh_table_free(table);
}

static void
test_the_reason(void **state) {
    (void)state;
    assert_reason(1, "zero: 1 sum that holds it adds up");
    assert_reason(70, "zero: 70 sums that hold it add up");
}

/* Lines B and C hold a nil; C is off by one, and D adds up without one. */
static void
test_the_count(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D\nTotal|3921|5091|872|1204\n"
                        "North|2317|5091|871|813\nSouth|1604|-|-|391\n",
                        MADE_ROWS);
    static const size_t parts[] = {1, 2};
    thr_found sum = {.claim = {THRESH_SUM, 0, parts, 2}};
    const thr_tree tree = {.sums = &sum, .nsums = 1};
    const thr_terms rounded = {.rounding = THR_ALL_ROUNDED};
    it.table->counts.nil = 2;
    assert_int_equal(thr_nil_count(&it.plane, &tree, &rounded), 1);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_reason),
        cmocka_unit_test(test_the_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
