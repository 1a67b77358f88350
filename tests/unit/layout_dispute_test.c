/* Telling that offices disagree on a symbol: src/layout/dispute.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "layout/dispute.h"
#include "read_text.h"

static void
test_dispute(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thr_report report = {.listener = &listener};
    thr_dispute_tell(THR_LIT("x"), THRESH_CONFIDENTIAL, &report);
    /* Each other meaning once, by the first office that has it. */
    assert_true(log_has(&log.decisions,
                        "decision symbol=x or --symbols destatis\n"
                        "--symbols uk\n"));
    thr_buf_clear(&log.decisions);
    thr_dispute_tell(THR_LIT("-"), THRESH_NIL, &report);
    assert_true(log_has(&log.decisions, "--nil missing\n"));
    thr_buf_clear(&log.decisions);
    thr_dispute_letters(THR_LIT("12qq"), &report);
    assert_true(
        log_has(&log.decisions, "decision symbol=12qq or --symbols NAME\n"));
    free_log(&log);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dispute),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
