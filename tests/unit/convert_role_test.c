/* The names of roles: src/convert/role.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "thresh/reader.h"

static void
test_names(void **state) {
    (void)state;
    for (int role = THRESH_ROLE_BLANK; role <= THRESH_ROLE_SKIPPED; role++) {
        const char *name = thresh_role_name((thresh_role)role);
        assert_string_not_equal(name, "unknown");
        for (int other = THRESH_ROLE_BLANK; other < role; other++)
            assert_string_not_equal(name,
                                    thresh_role_name((thresh_role)other));
    }
    assert_string_equal(thresh_role_name(THRESH_ROLE_REPEATED_HEADER),
                        "repeated_header");
    assert_string_equal(thresh_role_name((thresh_role)99), "unknown");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
