/* By which words an office is known: src/value/office.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/profile.h"

static void
test_offices(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *profile; /* NULL = none */
        const char *words;
    } rows[] = {
        {"Source: Statistics Norway.", "ssb", "Statistics Norway"},
        {"Kilde: Statistisk sentralbyr\xC3\xA5", "ssb",
         "Statistisk sentralbyr\xC3\xA5"},
        {"Source: U.S. Census Bureau, 2010", "census", "U.S. Census Bureau"},
        {"(C) Statistisches Bundesamt (Destatis), 2019", "destatis",
         "Statistisches Bundesamt"},
        {"unit,geo\\time", "eurostat", "\\time"},
        {"Source: ONS", "uk", "ONS"},
        {"Statistics Canadas", NULL, ""},
        {"CONSUMPTION", NULL, ""},
        {"statistics norway", NULL, ""},
        {"Sources: Eurostat, Statistics Norway", NULL, ""},
        {"", NULL, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str words = {NULL, 0};
        const thr_profile *found = thr_profile_in(thr_str(rows[i].text),
                                                  &words);
        if ((found != NULL) != (rows[i].profile != NULL))
            fail_msg("\"%s\"", rows[i].text);
        if (found == NULL)
            continue;
        assert_string_equal(found->name, rows[i].profile);
        assert_true(thr_str_equal(words, thr_str(rows[i].words)));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_offices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
