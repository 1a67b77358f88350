/* The first category, found in the title: src/proof/titled.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "proof/titled.h"
#include "proof_made.h"

static const struct {
    const char *title, *text;
    bool titled;
} rows[] = {
    {"Boat price index",
     "|A|B\nBoat price index|3.5|4.5\nSails|3|4\nOars|5|6\n", true},
    {"Boat price index (Sails)",
     "|A|B\nBoat price index|3.5|4.5\nSails|3|4\nOars|5|6\n", true},
    {"Domestic product, by use",
     "|A|B\nDomestic product at market prices|9|10\nHomes|4|4\nRest|5|6\n",
     true},
    {"Domestic product, expenditure-based",
     "|A|B\nDomestic product (2002)|9|10\nUse|4|4\nRest|5|6\n", true},
    {"Exports by goods", "|A|B\nExports|9|10\nFish|4|4\nOil|5|6\n", true},
    {"Exports, 2007", "|A|B\nExports|9|10\nFish|4|4\nOil|5|6\n", true},
    {"Exports - by goods", "|A|B\nExports|9|10\nFish|4|4\nOil|5|6\n", true},
    {"Exports, 2007)", "|A|B\nExports|9|10\nFish|4|4\nOil|5|6\n", true},
    /* it is one of several things, or a word of another */
    {"Births and deaths", "|A|B\nBirths|9|10\nMarriages|4|4\nMoves|5|6\n",
     false},
    {"Meat, milk and eggs", "|A|B\nMeat|9|10\nCheese|4|4\nFish|5|6\n", false},
    {"Area, population", "|A|B\nArea|9|10\nPopulation|4|4\nDensity|5|6\n",
     false},
    {"Exports to Norway", "|A|B\nExports|9|10\nFish|4|4\nOil|5|6\n", false},
    {"Exporters", "|A|B\nExport|9|10\nFish|4|4\nOil|5|6\n", false},
    /* what follows is no part of anything */
    {"Income", "|A|B\nIncome|9|10\nMedian age|4|4\nRooms|5|6\n", false},
    /* what is of another size, or comes to another sum, is no part */
    {"Population, 2007", "|A|B\nPopulation|99|98\nBirths|3|4\nDeaths|5|6\n",
     false},
    {"Population, 2007",
     "|A|B\nPopulation|9.5|9.8\nBirths|0.3|0.4\nDeaths|0.5|0.6\n", false},
    {"Jobs, 2007", "|A|B\nJobs|90|90\nPosts|60|70\nOther|50|60\n", false},
    {"Trade", "|A|B\nTrade|60|70\nSales|90|90\nLess: returns|30|20\n", true},
    /* a year is no name, and nothing is found in no title */
    {"Fish by year 2007", "|A|B\n2007|9|10\n2008|4|4\n2009|5|6\n", false},
    {"", "|A|B\nExports|9|10\nFish|4|4\nOil|5|6\n", false},
};

/* With no parts known yet. */
static bool
is_titled(made *it) {
    static const bool empty[3] = {false};
    uint32_t parent[] = {THR_NO_PARENT, THR_NO_PARENT, THR_NO_PARENT};
    const thr_tree tree = {.parent = parent};
    assert_true(it->plane.nitems <= 3);
    return thr_titled(&it->plane, empty, &tree);
}

static void
test_titled(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        made it = made_open(rows[i].text, MADE_ROWS);
        it.table->caption.title = (thresh_str){rows[i].title,
                                               strlen(rows[i].title)};
        if (is_titled(&it) != rows[i].titled)
            fail_msg("\"%s\" names its first row, or not", rows[i].title);
        made_close(&it);
    }
}

/* Headings are not looked for in the title. */
static void
test_columns(void **state) {
    (void)state;
    made it = made_open("|Exports|Fish|Oil\nA|1|2|3\nB|4|5|6\n", MADE_COLUMNS);
    it.table->caption.title = (thresh_str){"Exports", 7};
    assert_false(is_titled(&it));
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_titled),
                                       cmocka_unit_test(test_columns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
