/* The version of the library: src/convert/version.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "thresh/core.h"

/* Three numbers and nothing else. */
static void
test_version(void **state) {
    (void)state;
    int dots = 0;
    const char *version = thresh_version();
    assert_non_null(version);
    for (const char *c = version; *c != '\0'; c++) {
        assert_true(*c == '.' || (*c >= '0' && *c <= '9'));
        dots += *c == '.';
    }
    assert_int_equal(dots, 2);
    assert_ptr_equal(thresh_version(), version);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
