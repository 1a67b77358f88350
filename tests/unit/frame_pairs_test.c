/* Lines of a name and what it is: src/frame/pairs.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frame/pairs.h"
#include "read_text.h"

#define TABLE "Area;Boats;Crews\nNorth;5;6\nSouth;7;9\n"

/* `lines`: what each is, "p" a pair, "t" one that is the title, "." none. */
static const struct {
    const char *text;
    const char *lines;
} tables[] = {
    /* a colon, whatever stands behind it; a blank line below */
    {"Boats\n\nPort :;All\nDate :;2011\nTotal:;5\n\n" TABLE, "..ppp...."},
    {"Year:;2011\n" TABLE, "p..."},
    /* several of them, without a colon */
    {"Sex;Total\nUnit;Number\n\n" TABLE, "pp...."},
    {"Dataset: ;Boats and crews\nLast updated: ;5 May\n\n" TABLE, "tp...."},
    {"title;Boats\nUnit;;Number\n" TABLE, "tp..."},
    /* one alone may be a title in two cells, or a header */
    {"Boats;crews\n\n" TABLE, "....."},
    {"Boats; by area\nCrews; by sea\n\n" TABLE, "......"},
    /* the first two lines of a header */
    {"Area;Boats\ncode;large\n;2010;2011;2012\nNorth;5;6;7\n", "...."},
    {"Area:;Boats\n;2010;2011;2012\nNorth;5;6;7\n", "..."},
    /* a table of two columns, with another below it or without */
    {"Area;Boats\nNorth;5\nSouth;6\n\n" TABLE, "......."},
    {"Area:;Boats\nNorth:;5\nSouth:;6\n\n" TABLE, "......."},
    {"Sex:;Total\nUnit:;Number\n\nArea;Boats\nNorth;5\n", "....."},
    /* labels below headings, right above their rows */
    {"Area;code;A;B\nMetals:;all\nNorth;N;6;7\nSouth;S;6;7\n", "...."},
};

static void
pairs_are_known(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        const thr_window *window = &records.window;
        for (size_t k = 0; k < strlen(tables[i].lines); k++) {
            char line = tables[i].lines[k];
            assert_int_equal(thr_pairs_is_one(window, k), line != '.');
            assert_int_equal(thr_pairs_is_title(window, k), line == 't');
        }
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
