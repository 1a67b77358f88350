/* Rows worked out from other rows: src/cli/worked.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cli/worked.h"
#include "thresh/reader.h"

static thresh_table *
load(const char *text) {
    thresh_reader *reader;
    thresh_table *table;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, strlen(text), NULL, NULL),
        THRESH_OK);
    assert_int_equal(thresh_table_load(&table, reader, NULL), THRESH_OK);
    thresh_reader_close(reader);
    return table;
}

typedef struct given {
    const char *text;
    size_t row;
    const char *why; /* its first words, or NULL */
} given;

static void
check(const given *all, size_t count) {
    for (size_t i = 0; i < count; i++) {
        thresh_table *table = load(all[i].text);
        const char *why = cli_worked_out(table, all[i].row);
        if ((why == NULL) != (all[i].why == NULL)
            || (why != NULL && strstr(why, all[i].why) == NULL))
            fail_msg("\"%s\": %s", all[i].text, why ? why : "nothing");
        thresh_table_free(table);
    }
}

#define HEATING "Heating\t2001\t2006\t2011\t2016\nFuel\t100\t100\t100\t100\n"

static const given shares[] = {
    {HEATING "Gas\t62\t41\t49\t50\nOther\t38\t59\t51\t50\n", 0, "whole"},
    /* more columns that add up than not; as many tell nothing */
    {HEATING "Gas\t62\t41\t49\t50\nOther\t38\t59\t51\t90\n", 0, "whole"},
    {HEATING "Gas\t62\t41\t49\t50\nOther\t38\t59\t61\t90\n", 0, NULL},
    /* one missing says nothing, and nothing is no share */
    {HEATING "Gas\t62\t41\t49\t0\nOther\t38\t59\t..\t0\n", 0, "whole"},
    {"Heating\t2001\t2006\nFuel\t100\t99\nGas\t62\t41\nOther\t38\t59\n", 0,
     NULL},
    {"Heating\t2001\t2006\nFuel\t100\t..\nGas\t62\t41\nOther\t38\t59\n", 0,
     NULL},
};

static void
test_shares(void **state) {
    (void)state;
    check(shares, sizeof shares / sizeof *shares);
}

/* Shares of a whole are few: a column of many numbers comes to 100 by chance.
 */
static void
test_many_shares(void **state) {
    (void)state;
    for (size_t count = 20; count <= 40; count += 20) {
        char text[1024] = "Heating\tOld\tNew\nFuel\t100\t100\n";
        const char *share = count == 20 ? "5.0" : "2.5";
        for (size_t i = 0; i < count; i++)
            (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                           "Of sort %c%c\t%s\t%s\n", (char)('A' + i / 10),
                           (char)('a' + i % 10), share, share);
        thresh_table *table = load(text);
        assert_int_equal(thresh_table_rows(table), count + 1);
        assert_true((cli_worked_out(table, 0) != NULL) == (count == 20));
        thresh_table_free(table);
    }
}

#define YEARS                                            \
    "Year\tRoad\tRail\n2001\t880\t204\n2002\t905\t211\n" \
    "2003\t960\t230\n"

static const given changes[] = {
    {YEARS "2004\t1041\t262\nChange, per cent\t18.3\t28.4\n", 4, "change"},
    {YEARS "2004\t1041\t262\nChange in a year\t5.8\t8.7\n", 4, "change"},
    {YEARS "2004\t1041\t262\nChange, per cent\t18.3\t14.0\n", 4, NULL},
    /* nothing grows from nothing, or from what is not known; nor to that */
    {"Year\tRoad\tRail\n2001\t0\t204\n2002\t5\t211\n2003\t9\t230\n"
     "2004\t10\t262\nChange, per cent\t18.3\t28.4\n",
     4, NULL},
    {"Year\tRoad\tRail\n2001\t..\t204\n2002\t5\t211\n2003\t9\t230\n"
     "2004\t10\t262\nChange, per cent\t18.3\t28.4\n",
     4, NULL},
    {YEARS "2004\t..\t262\nChange, per cent\t18.3\t28.4\n", 4, NULL},
    {YEARS "2004\t0\t262\nChange, per cent\t-100\t28.4\n", 4, NULL},
    /* a column without a change says nothing, and one alone is chance */
    {YEARS "2004\t1041\t262\nChange, per cent\t18.3\t..\n", 4, NULL},
    /* years that run down, or of which there are few */
    {"Year\tRoad\tRail\n2004\t880\t204\n2003\t905\t211\n2002\t960\t230\n"
     "2001\t1041\t262\nChange, per cent\t18.3\t28.4\n",
     4, NULL},
    {YEARS "Change, per cent\t9.1\t12.7\n", 3, NULL},
};

static void
test_changes(void **state) {
    (void)state;
    check(changes, sizeof changes / sizeof *changes);
}

#define HOURS "Industry\t2001\t2006\nAll industries\t"

static const struct {
    const char *text;
    bool between, above;
} held[] = {
    {HOURS "36.2\t35.9\n  Mining\t41.0\t40.2\n  Trade\t33.8\t33.1\n", true,
     false},
    {HOURS "86.2\t85.9\n  Mining\t41.0\t40.2\n  Trade\t33.8\t33.1\n", false,
     false},
    {HOURS "986.2\t985.9\n  Mining\t41.0\t40.2\n  Trade\t33.8\t33.1\n", false,
     true},
    /* a column in which it, or all parts but one, are missing says nothing */
    {HOURS "36.2\t..\n  Mining\t41.0\t40.2\n  Trade\t33.8\t33.1\n", true,
     false},
    {HOURS "36.2\t985.9\n  Mining\t41.0\t40.2\n  Trade\t33.8\t..\n", true,
     false},
    {HOURS "986.2\t..\n  Mining\t41.0\t40.2\n  Trade\t33.8\t33.1\n", false,
     true},
    {HOURS "..\t..\n  Mining\t41.0\t40.2\n  Trade\t33.8\t33.1\n", false,
     false},
    /* what was taken away is no small part */
    {HOURS "986.2\t985.9\n  Mining\t-41.0\t40.2\n  Trade\t33.8\t33.1\n", false,
     true},
    {HOURS "986.2\t985.9\n  Mining\t-41.0\t-40.2\n  Trade\t33.8\t33.1\n",
     false, false},
};

static void
test_parts(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        thresh_table *table = load(held[i].text);
        assert_int_equal(thresh_table_category(table, 0, 1).parent, 0);
        if (cli_worked_between(table, 0, 0, 0) != held[i].between
            || cli_worked_above(table, 0, 0, 0) != held[i].above)
            fail_msg("\"%s\"", held[i].text);
        thresh_table_free(table);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_many_shares),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
