/* A folder for each test. See own_folder.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "own_folder.h"

int
make_folder(void **state) {
    folder *f = calloc(1, sizeof *f);
    if (f == NULL)
        return -1;
    strcpy(f->path, "/tmp/thresh-sink-XXXXXX");
    *state = f;
    return mkdtemp(f->path) == NULL ? -1 : setenv("TMPDIR", f->path, 1);
}

const char *
in(folder *f, const char *name) {
    snprintf(f->joined, sizeof f->joined, "%s/%s", f->path, name);
    return f->joined;
}

int
count_files(const folder *f) {
    int count = 0;
    DIR *dir = opendir(f->path);
    assert_non_null(dir);
    while (readdir(dir) != NULL)
        count++;
    closedir(dir);
    return count - 2; /* . and .. */
}

int
remove_folder(void **state) {
    folder *f = *state;
    DIR *dir = opendir(f->path);
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL)
        (void)remove(in(f, entry->d_name));
    closedir(dir);
    int removed = rmdir(f->path);
    free(f);
    return removed;
}

void
write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

void
assert_file(const char *path, const char *text) {
    char bytes[256] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t len = fread(bytes, 1, sizeof bytes - 1, file);
    bytes[len] = '\0';
    fclose(file);
    assert_string_equal(bytes, text);
}
