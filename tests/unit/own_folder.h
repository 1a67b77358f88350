/* For tests that write files: a folder of their own for each, which is also
 * the one for temporary files. */
#ifndef TESTS_UNIT_OWN_FOLDER_H
#define TESTS_UNIT_OWN_FOLDER_H

enum { PATH_ROOM = 512 };

typedef struct folder {
    char path[64];
    char joined[PATH_ROOM];
} folder;

/* Setup and teardown for cmocka: `*state` is the folder. */
int make_folder(void **state);
int remove_folder(void **state);

/* A test between the two. */
#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

/* The path of `name` in the folder, good until the next call. */
const char *in(folder *f, const char *name);

/* How many files there are, hidden ones too. */
int count_files(const folder *f);

void write_file(const char *path, const char *text);

/* Fail the test unless the file holds exactly this text. */
void assert_file(const char *path, const char *text);

#endif
