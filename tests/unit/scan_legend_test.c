/* The meanings that are printed with a table: src/scan/legend.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "scan/legend.h"

typedef struct entry {
    const char *text;
    uint32_t status;
} entry;

static const struct {
    const char *mark;
    const char *text;
    entry entries[4]; /* the last has no text */
} legends[] = {
    {"",
     "Symbols: - nil .. = not available : confidential",
     {{"-", THRESH_NIL},
      {"..", THRESH_NOT_AVAILABLE},
      {":", THRESH_CONFIDENTIAL}}},
    {"", "NA Not available.", {{"NA", THRESH_NOT_AVAILABLE}}},
    {"",
     "NA Not available. X Not applicable.",
     {{"NA", THRESH_NOT_AVAILABLE}, {"X", THRESH_NOT_APPLICABLE}}},
    {"", "D Data withheld to avoid disclosure.", {{"D", THRESH_CONFIDENTIAL}}},
    {"",
     "(Z) Less than half the unit shown; (D) withheld",
     {{"Z", THRESH_BELOW_HALF_UNIT}, {"D", THRESH_CONFIDENTIAL}}},
    {"",
     "- Represents zero or rounds to zero.",
     {{"-", THRESH_BELOW_HALF_UNIT}}},
    {"", "x : suppressed to meet the law", {{"x", THRESH_CONFIDENTIAL}}},
    {"", "F : too unreliable to be published.", {{"F", THRESH_UNRELIABLE}}},
    {"", "E: use with caution", {{"E", THRESH_UNRELIABLE}}},
    {"",
     "p=provisional, :=not available",
     {{"p", THRESH_PROVISIONAL}, {":", THRESH_NOT_AVAILABLE}}},
    {"",
     "\"...\" means not yet available",
     {{"...", THRESH_NOT_YET_AVAILABLE}}},
    {"", "'-' is zero", {{"-", THRESH_NIL}}},
    {"", "[x] = not available", {{"x", THRESH_NOT_AVAILABLE}}},
    {"", "- nichts vorhanden", {{"-", THRESH_NIL}}},
    {"",
     "Missing data (two days or more) is marked by ---.",
     {{"---", THRESH_NOT_AVAILABLE}}},
    {"",
     "See above. Estimated data is marked with a * after the value.",
     {{"*", THRESH_ESTIMATED}}},
    {"",
     "Estimated data is marked with a *. Missing data is marked by ---.",
     {{"*", THRESH_ESTIMATED}, {"---", THRESH_NOT_AVAILABLE}}},
    {"",
     "Source: Statistics Norway x = not available",
     {{"x", THRESH_NOT_AVAILABLE}}},
    {"",
     "Rain at the harbour Estimated data is marked with a * here",
     {{"*", THRESH_ESTIMATED}}},
    {"", "Towns of the north are marked with a *.", {{0}}},
    {"",
     "Missing data is marked by \"---\".",
     {{"---", THRESH_NOT_AVAILABLE}}},
    {"",
     "Estimated data is marked with a *, as is usual.",
     {{"*", THRESH_ESTIMATED}}},
    {"",
     "Estimated data is marked with a *; all else is not.",
     {{"*", THRESH_ESTIMATED}}},
    {"", "Missing data is marked by ..", {{"..", THRESH_NOT_AVAILABLE}}},
    /* a word, a letter, and a dash for what is there, are no such marks */
    {"", "Estimated data is marked with a asterisk here", {{0}}},
    {"", "Estimated data is marked with a e here", {{0}}},
    {"", "Estimated data is marked with a - here", {{0}}},
    {"*", "Also in Oslo", {{0}}},
    {"*", "Preliminary figures", {{"*", THRESH_PROVISIONAL}}},
    {"#", "Rounds to zero.", {{"#", THRESH_BELOW_HALF_UNIT}}},
    /* Notes that are no legends. */
    {"", "- Data for Oslo in 2005 are not available", {{0}}},
    {"", "- Provisional figures", {{0}}},
    {"", "No data missing", {{0}}},
    {"", "A provisional estimate", {{0}}},
    {"", "The figures are provisional", {{0}}},
    {"", "Figures in italics are estimated", {{0}}},
    {"1", "Preliminary figures", {{0}}},
    {"", "Source: Statistics Norway", {{0}}},
    {"", "-", {{0}}},
    {"", "", {{0}}},
};

static void
test_legends(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof legends / sizeof *legends; i++) {
        thr_symbols found = {0};
        thr_legend_read(&found, thr_str(legends[i].mark),
                        thr_str(legends[i].text), (thresh_place){.line = 7});
        size_t count = 0;
        for (; legends[i].entries[count].text != NULL; count++) {
            const thr_legend_item *item = &found.legend[count];
            if (count >= found.nlegend
                || !thr_str_equal(item->text,
                                  thr_str(legends[i].entries[count].text))
                || item->status != legends[i].entries[count].status)
                fail_msg("\"%s\": entry %zu", legends[i].text, count);
            assert_int_equal(item->place.line, 7);
        }
        if (found.nlegend != count)
            fail_msg("\"%s\" has %zu entries", legends[i].text, found.nlegend);
    }
}

/* The first meaning holds. */
static void
test_twice(void **state) {
    (void)state;
    thr_symbols found = {0};
    const thresh_str none = {NULL, 0};
    const thresh_place place = {0};
    thr_legend_read(&found, none, THR_LIT("- nil; - not available"), place);
    assert_int_equal(found.nlegend, 1);
    assert_int_equal(found.legend[0].status, THRESH_NIL);
}

static void
test_starts(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool starts;
    } lines[] = {
        {"... Not available", true},
        {".. = not applicable", true},
        {"\342\200\223 Nil", true},
        {": confidential", true},
        {"- Boats", false},
        {"- The figures are revised", false},
        {"x Not applicable", false},
        {"Not available ...", false},
        {"...", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (thr_legend_starts(thr_str(lines[i].text)) != lines[i].starts)
            fail_msg("\"%s\"", lines[i].text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_starts),
        cmocka_unit_test(test_legends),
        cmocka_unit_test(test_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
