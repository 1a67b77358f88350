/* What offices mean by their symbols: src/value/profile.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/profile.h"

/* Every profile can be found by its name, and no two share one. */
static void
test_names(void **state) {
    (void)state;
    const thr_profile *profile;
    size_t count = 0;
    for (; (profile = thr_profile_at(count)) != NULL; count++) {
        assert_ptr_equal(thr_profile_named(thr_str(profile->name)), profile);
        assert_non_null(profile->office);
    }
    assert_true(count > 10);
    assert_null(thr_profile_named(THR_LIT("nobody")));
    assert_null(thr_profile_named(THR_LIT("SSB")));
    assert_null(thr_profile_named((thresh_str){NULL, 0}));
}

/* A glyph has one status that has a name, or none, and is listed once for each
 * use. */
static void
check(const char *name, const thr_glyph *glyphs) {
    for (const thr_glyph *glyph = glyphs; glyph->text != NULL; glyph++) {
        if (glyph->status != 0)
            assert_non_null(thresh_status_name(glyph->status));
        assert_int_not_equal(glyph->use, 0);
        for (const thr_glyph *other = glyphs; other < glyph; other++)
            if (thr_str_equal(thr_str(glyph->text), thr_str(other->text))
                && (glyph->use & other->use) != 0)
                fail_msg("%s lists \"%s\" twice", name, glyph->text);
    }
}

static void
test_glyphs(void **state) {
    (void)state;
    const thr_profile *profile;
    check("default", thr_profile_default());
    for (size_t i = 0; (profile = thr_profile_at(i)) != NULL; i++)
        check(profile->name, profile->glyphs);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_glyphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
