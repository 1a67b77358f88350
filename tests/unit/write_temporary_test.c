/* Files under construction: src/write/temporary.c and litter.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "own_folder.h"
#include "thresh/writer.h"
#include "write/litter.h"
#include "write/temporary.h"

typedef thresh_result
create(thr_temporary *out, const thr_place_target *target, thresh_error *err);

/* Write `text` to `path` through what `function` makes. */
static void
publish(create *function, const char *path, const char *text) {
    thr_place_target target;
    thr_temporary made;
    thresh_error err = {0};
    assert_int_equal(thr_place_find(&target, path, &err), THRESH_OK);
    assert_int_equal(function(&made, &target, &err), THRESH_OK);
    assert_int_equal(write(made.fd, text, strlen(text)), strlen(text));
    assert_int_equal(thr_temporary_publish(&made, &target, true, &err),
                     THRESH_OK);
    thr_temporary_free(&made);
    thr_place_release(&target);
    assert_file(path, text);
}

static void
test_both_kinds(void **state) {
    folder *f = *state;
    create *const kinds[] = {thr_temporary_beside, thr_temporary_named};
    for (size_t i = 0; i < 2; i++) {
        publish(kinds[i], in(f, "out"), "new");
        publish(kinds[i], in(f, "out"), "newer");
        assert_int_equal(count_files(f), 1);
        struct stat info;
        mode_t mask = umask(0);
        (void)umask(mask);
        assert_int_equal(stat(in(f, "out"), &info), 0);
        assert_int_equal(info.st_mode & 0777, 0666 & ~mask);
        assert_int_equal(unlink(in(f, "out")), 0);
    }
}

/* Someone else made the file meanwhile: it is replaced all the same. */
static void
test_meanwhile(void **state) {
    folder *f = *state;
    thr_place_target target;
    thr_temporary made;
    thresh_error err = {0};
    assert_int_equal(thr_place_find(&target, in(f, "out"), &err), THRESH_OK);
    assert_int_equal(thr_temporary_beside(&made, &target, &err), THRESH_OK);
    write_file(in(f, "out"), "of someone else");
    assert_int_equal(write(made.fd, "ours", 4), 4);
    assert_int_equal(thr_temporary_publish(&made, &target, true, &err),
                     THRESH_OK);
    thr_temporary_free(&made);
    thr_place_release(&target);
    assert_file(in(f, "out"), "ours");
    assert_int_equal(count_files(f), 1);
}

/* What a handler of a signal does. */
static void
test_removed(void **state) {
    folder *f = *state;
    thr_place_target target;
    thr_temporary made;
    thresh_error err = {0};
    write_file(in(f, "out"), "old");
    assert_int_equal(thr_place_find(&target, in(f, "out"), &err), THRESH_OK);
    assert_int_equal(thr_temporary_named(&made, &target, &err), THRESH_OK);
    assert_int_equal(count_files(f), 2);
    thresh_remove_temporaries();
    assert_int_equal(count_files(f), 1);
    assert_file(in(f, "out"), "old");
    thr_temporary_free(&made);
    thr_place_release(&target);
}

/* A path that is forgotten is not removed, and its place is free again. */
static void
test_forgotten(void **state) {
    folder *f = *state;
    write_file(in(f, "kept"), "x");
    for (int i = 0; i < 1000; i++) {
        int number = thr_litter_remember(in(f, "kept"));
        assert_true(number >= 0);
        thr_litter_forget(number);
    }
    thr_litter_forget(-1);
    thresh_remove_temporaries();
    assert_int_equal(count_files(f), 1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_both_kinds),
        IN_FOLDER(test_meanwhile),
        IN_FOLDER(test_removed),
        IN_FOLDER(test_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
