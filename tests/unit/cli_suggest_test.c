/* The nearest of several names: src/cli/suggest.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "cli/suggest.h"

#define LONG "a-name-that-is-longer-than-any-that-anything-is-called-here-is"

static const struct {
    const char *wanted;
    const char *names[3];
    const char *best; /* or NULL */
} rows[] = {
    {"cvs", {"json", "csv"}, "csv"},
    {"Shape", {"names", "shape"}, "shape"},
    /* the nearer one, wherever it stands; the first of two that are as near */
    {"markdowm", {"markdowns", "markdown"}, "markdown"},
    {"markdowm", {"markdown", "markdowns"}, "markdown"},
    {"colunn", {"column", "colunm"}, "column"},
    /* too far, too short, too long */
    {"cvs", {"json", "xlsx"}, NULL},
    {"c", {"csv", "d"}, NULL},
    {LONG, {LONG}, NULL},
    {"csv", {LONG}, NULL},
};

static void
test_suggest(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cli_suggestion suggestion = {.wanted = rows[i].wanted};
        for (size_t k = 0; k < 3 && rows[i].names[k] != NULL; k++)
            cli_suggest(&suggestion, rows[i].names[k]);
        if (rows[i].best == NULL)
            assert_null(suggestion.best);
        else
            assert_string_equal(suggestion.best, rows[i].best);
    }
}

static void
test_text(void **state) {
    (void)state;
    char text[64];
    const cli_suggestion none = {.wanted = "x"};
    const cli_suggestion one = {.wanted = "shpe", .best = "shape"};
    assert_string_equal(cli_suggest_text(&none, "--", text, sizeof text), "");
    assert_string_equal(cli_suggest_text(&one, "--", text, sizeof text),
                        "; did you mean '--shape'?");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suggest),
        cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
