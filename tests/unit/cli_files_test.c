/* Whether two names lead to the same file: src/cli/files.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/files.h"
#include "own_folder.h"

static const struct {
    const char *a, *b; /* in a folder that has: a, b, link (to a), sub/ */
    bool same;
} pairs[] = {
    {"a", "a", true},
    {"a", "b", false},
    {"a", "link", true},
    {"a", "sub/../a", true},
    {"a", "new", false},
    /* neither is there yet */
    {"new", "new", true},
    {"new", "other", false},
    {"sub/new", "sub/../sub/new", true},
    {"new", "sub/new", false},
    /* nor are the folders */
    {"none/new", "sub/new", false},
    {"sub/new", "none/new", false},
    {"none/new", "nil/new", false},
};

static void
touch(const char *path) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
}

static void
test_same(void **state) {
    char a[PATH_ROOM], b[PATH_ROOM];
    touch(in(*state, "b"));
    (void)snprintf(a, sizeof a, "%s", in(*state, "a"));
    touch(a);
    assert_int_equal(symlink(a, in(*state, "link")), 0);
    assert_int_equal(mkdir(in(*state, "sub"), 0777), 0);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        (void)snprintf(a, sizeof a, "%s", in(*state, pairs[i].a));
        (void)snprintf(b, sizeof b, "%s", in(*state, pairs[i].b));
        if (cli_files_same(a, b) != pairs[i].same)
            fail_msg("%s, %s", pairs[i].a, pairs[i].b);
    }
}

/* Without folders: what has no file there yet, and standard output. */
static void
test_here_and_standard_output(void **state) {
    (void)state;
    assert_true(cli_files_same("none", "./none"));
    assert_true(cli_files_same(NULL, NULL));
    assert_false(cli_files_same("none", NULL));
    assert_false(cli_files_same(NULL, "none"));
}

/* A device is input and output at once without harm. */
static void
test_clash(void **state) {
    char a[PATH_ROOM];
    (void)snprintf(a, sizeof a, "%s", in(*state, "a"));
    touch(a);
    assert_true(cli_files_clash(a, a));
    assert_false(cli_files_clash(a, in(*state, "new")));
    assert_false(cli_files_clash(in(*state, "new"), a));
    assert_false(cli_files_clash("/dev/null", "/dev/null"));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_same),
        cmocka_unit_test(test_here_and_standard_output),
        IN_FOLDER(test_clash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
