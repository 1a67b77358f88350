/* Files under construction: src/sink/temporary.c and litter.c. */
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
#include "sink/litter.h"
#include "sink/temporary.h"
#include "thresh/writer.h"

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

static bool
make_nothing(const char *path, void *ctx) {
    (void)path;
    (void)ctx;
    return true;
}

/* What a handler of a signal does, of which there is one in a program: what it
 * was told of is removed, what was forgotten is kept, and nothing is made
 * after it. */
static void
test_removed(void **state) {
    folder *f = *state;
    thr_place_target target;
    thr_temporary made, later;
    thresh_error err = {0};
    int number;
    write_file(in(f, "out"), "old");
    for (int i = 0; i < 1000; i++) {
        assert_true(thr_litter_add(in(f, "out"), make_nothing, NULL, &number));
        assert_true(number >= 0);
        thr_litter_forget(number);
    }
    thr_litter_forget(-1);
    assert_int_equal(thr_place_find(&target, in(f, "out"), &err), THRESH_OK);
    assert_int_equal(thr_temporary_named(&made, &target, &err), THRESH_OK);
    assert_int_equal(count_files(f), 2);
    thresh_remove_temporaries();
    assert_int_equal(count_files(f), 1);
    assert_file(in(f, "out"), "old");
    thr_temporary_free(&made);
    assert_int_equal(thr_temporary_named(&later, &target, &err),
                     THRESH_E_WRITE);
    thr_temporary_free(&later);
    assert_int_equal(count_files(f), 1);
    thr_place_release(&target);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_both_kinds),
        IN_FOLDER(test_meanwhile),
        IN_FOLDER(test_removed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
