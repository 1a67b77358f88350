/* Telling how a table is built: src/frame/structure.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/structure.h"
#include "read_text.h"

/* What is told of `text`. */
static void
tell(const char *text, thr_shape shape, text_log *log) {
    text_records records;
    thresh_listener listener = log_listener(log);
    thr_report report = {.listener = &listener};
    thr_location found;
    bool any;
    open_records(&records, text, ';', NULL);
    assert_int_equal(thr_locate(&records.window, &shape, &found, &any, NULL),
                     THRESH_OK);
    assert_true(any);
    thr_buf_clear(&log->decisions);
    thr_structure_tell(&records.window, &found,
                       thr_structure_above(&records.window, &found), &report);
    close_records(&records);
}

static void
test_structure(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *told;
    } rows[] = {
        {"T\nLand;A;B\nN;1;2\nS;3;4\n",
         "decision header=line 2\ndecision label columns=1\n"},
        {"Land;A;B\n\n;u;v\nN;1;2\n", "decision header=lines 1 to 3\n"},
        {"Land;Sex;A\nN;M;1\n;F;2\nS;M;1\n;F;2\n",
         "decision label columns=2\ndecision filled down=column 1\n"},
        {"Land;;A\nN;;1\n;M;2\n;F;2\nS;;1\n;M;2\n",
         "decision label columns=2\ndecision labels=staggered\n"},
        {"Age;A\nMen;\n0-9;1\n10-19;2\nWomen;\n0-9;1\n10-19;2\n",
         "decision label columns=1\ndecision cut-ins=a dimension\n"},
        {"Good;A\nGoods;\nOil;1\nTin;2\nServices;\nBanks;1\nFun;2\n",
         "decision cut-ins=categories\n"},
    };
    text_log log = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(rows[i].text, (thr_shape){0}, &log);
        if (!log_has(&log.decisions, rows[i].told))
            fail_msg("\"%s\": %.*s", rows[i].text,
                     THR_STR(thr_buf_view(&log.decisions)));
    }
    free_log(&log);
}

static void
test_doubts(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *doubt; /* NULL = none */
    } rows[] = {
        {"T\nLand;A;B\nN;1;2\n", NULL},
        /* more above? */
        {"On;trial\nLand;Sum;Of;\n;;A;B\nN;3;1;2\n", "--header-rows 3\n"},
        {"Ships, by port\nLand;A;B\nN;1;2\n", NULL},
        /* values that look like years */
        {"Land;A;B\n;1990;1991\nN;2001;1998\n", "--header-rows 1\n"},
        {"Land;A;B\n;1990;1991\nN;2001;1998\nS;1;2\n", "--header-rows 2\n"},
        {"Land;A;B\n;1990;1991\nN;20;19\n", NULL},
        /* a row without a label */
        {"Land;A;B\n;10;20\nN;1;2\n", "--header-rows 2\n"},
        {"N;1;2\nS;3;4\n", "none or --header-rows 1\n"},
        /* codes */
        {"Land;No;A;B\nN;101;5;7\nS;102;6;12\nD;103;7;1\n",
         "--stub-columns 2\n"},
        {"Land;No;A;B\nN;101;5;7\nS;102;6;12\nD;9;7;1\n", NULL},
        {"Land;No;Port;A\nN;101;P;7\nS;102;Q;12\nD;9;R;1\n",
         "--stub-columns 1\n"},
    };
    text_log log = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tell(rows[i].text, (thr_shape){0}, &log);
        const char *doubt = rows[i].doubt ? rows[i].doubt : " or ";
        if (log_has(&log.decisions, doubt) != (rows[i].doubt != NULL))
            fail_msg("%zu. \"%s\": %.*s", i, rows[i].text,
                     THR_STR(thr_buf_view(&log.decisions)));
    }
    /* Of what the user says, nobody is in doubt. */
    tell("Land;A;B\n;10;20\nN;1;2\n",
         (thr_shape){.header_rows = 1, .stub_fields = 1}, &log);
    assert_false(log_has(&log.decisions, " or "));
    free_log(&log);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_structure),
        cmocka_unit_test(test_doubts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
