/* The command where memory ends, at each place of src/cli that asks for some:
 * it fails and says so, or does all that it would have done. Here it is linked
 * with the shared library, whose own memory convert_refuse_test looks at. What
 * is not given back the sanitizers tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "own_folder.h"
#include "refuse.h"

enum { MOST = 16 };

#define SAMPLE "samples/immigration-2007.txt"
#define CASES "tests/cases/"

/* main() of src/cli/main.c. */
int thresh_main(int argc, char **argv);

WRAP(FILE *, open_memstream, char **text, size_t *size) {
    return refuse_now() ? NULL : __real_open_memstream(text, size);
}

/* Have a stream go to a file. Returns what it was. */
static int
redirect(FILE *stream, const char *path) {
    (void)fflush(stream);
    int before = dup(fileno(stream));
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    assert_true(before >= 0 && fd >= 0);
    assert_true(dup2(fd, fileno(stream)) >= 0);
    (void)close(fd);
    return before;
}

static void
restore(FILE *stream, int before) {
    (void)fflush(stream);
    clearerr(stream);
    assert_true(dup2(before, fileno(stream)) >= 0);
    (void)close(before);
}

static long
size_of(const char *path) {
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    (void)fseek(file, 0, SEEK_END);
    long size = ftell(file);
    (void)fclose(file);
    return size;
}

/* Run a command; its status, and how much it said on each stream. */
static int
run(const char *const *words, folder *f, long said[2]) {
    char out[PATH_ROOM], errors[PATH_ROOM];
    (void)snprintf(out, sizeof out, "%s", in(f, "stdout"));
    (void)snprintf(errors, sizeof errors, "%s", in(f, "stderr"));
    char *argv[MOST + 2] = {(char *)"thresh"};
    int argc = 1;
    for (; words[argc - 1] != NULL; argc++)
        argv[argc] = (char *)words[argc - 1];
    int before[2] = {redirect(stdout, out), redirect(stderr, errors)};
    optind = 0; /* getopt_long() starts anew */
    int status = thresh_main(argc, argv);
    restore(stdout, before[0]);
    restore(stderr, before[1]);
    said[0] = size_of(out);
    said[1] = size_of(errors);
    return status;
}

static void
check(folder *f, const char *const *words) {
    long whole[2], said[2];
    const size_t *noted;
    refuse_watch();
    int done = run(words, f, whole);
    size_t count = refuse_noted(&noted);
    for (size_t i = 0; i < 2 * count; i++) {
        refuse_from(noted[i / 2], i % 2);
        int status = run(words, f, said);
        refuse_none();
        if (status != done || done == 1) {
            assert_int_equal(status, 1);
            assert_true(said[1] > 0);
        } else {
            assert_int_equal(said[0], whole[0]);
        }
    }
}

static void
test_commands(void **state) {
    static const char *const commands[][MOST + 1] = {
        {SAMPLE, "-tcsv"},
        {SAMPLE, "-tjson", "-v", "--name", "region=Place"},
        {SAMPLE, "--stream", "-tndjson"},
        {SAMPLE, "--explain"},
        {SAMPLE, "--explain=json"},
        {SAMPLE, "--check"},
        {SAMPLE, "-tmarkdown", "--set", "heading=2", "--columns", "raw"},
        {"--help"},
        {"--version"},
        {SAMPLE, "-tcvs"},
        {SAMPLE, "-tcsv", "--symbols", "statcna"},
        {SAMPLE, "-tcsv", "--name", "regoin=Place"},
        {CASES "check/difference-fails/input.txt", "--check", "-v"},
        {CASES "check/missing-parts/input.txt", "--check"},
        {CASES "hints/title-or-header/input.txt", "--explain"},
        {CASES "layout/columns-continued-chosen/input.txt", "--explain=json"},
        {CASES "explain/two-tables-json/input.txt", "--explain=json"},
        {CASES "explain/worked-out/input.txt", "--explain"},
        {CASES "numbers/currency/input.txt", "-tcsv", "-v"},
    };
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        check(*state, commands[i]);
}

static void
test_files(void **state) {
    char one[PATH_ROOM], other[PATH_ROOM];
    folder *f = *state;
    (void)snprintf(one, sizeof one, "%s", in(*state, "a.csv"));
    (void)snprintf(other, sizeof other, "%s", in(*state, "a.json"));
    const char *const several[] = {SAMPLE, "-o", one, "-o", other, NULL};
    check(*state, several);
    const char *const many[] = {"-d",    f->path,
                                "-tcsv", "-j1",
                                SAMPLE,  CASES "numbers/currency/input.txt",
                                NULL};
    check(*state, many);
}

int
main(void) {
    const struct CMUnitTest tests[] = {IN_FOLDER(test_commands),
                                       IN_FOLDER(test_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
