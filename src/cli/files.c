/* Whether two names lead to the same file. See files.h. */
#include "cli/files.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/formats.h"

/* Whether both are one file that keeps what is written to it. Pipes, sockets
 * and terminals may well be input and output at once. */
static bool
same_storage(const struct stat *a, const struct stat *b) {
    bool keeps = S_ISREG(a->st_mode) || S_ISBLK(a->st_mode);
    return keeps && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Look at `path`, or at the descriptor if it is NULL. */
static bool
look(const char *path, int descriptor, struct stat *found) {
    if (path == NULL)
        return fstat(descriptor, found) == 0;
    return stat(path, found) == 0;
}

/* Look at the folder in which `path` would be made. */
static bool
look_at_folder(const char *path, struct stat *found) {
    size_t len = (size_t)(cli_file_name(path) - path);
    if (len == 0)
        return stat(".", found) == 0;
    char *folder = malloc(len + 1);
    if (folder == NULL)
        return false;
    memcpy(folder, path, len);
    folder[len] = '\0';
    bool seen = stat(folder, found) == 0;
    free(folder);
    return seen;
}

/* Whether both, which do not exist, would be made under one name. */
static bool
same_new_file(const char *a, const char *b) {
    struct stat folder_a, folder_b;
    return strcmp(cli_file_name(a), cli_file_name(b)) == 0
           && look_at_folder(a, &folder_a) && look_at_folder(b, &folder_b)
           && folder_a.st_dev == folder_b.st_dev
           && folder_a.st_ino == folder_b.st_ino;
}

bool
cli_files_same(const char *a, const char *b) {
    if (a == NULL && b == NULL)
        return true;
    if (a != NULL && b != NULL && strcmp(a, b) == 0)
        return true;
    struct stat seen_a, seen_b;
    bool is_a = look(a, STDOUT_FILENO, &seen_a);
    bool is_b = look(b, STDOUT_FILENO, &seen_b);
    if (is_a && is_b)
        return same_storage(&seen_a, &seen_b);
    return !is_a && !is_b && a != NULL && b != NULL && same_new_file(a, b);
}

bool
cli_files_clash(const char *input, const char *output) {
    struct stat from, into;
    return look(input, STDIN_FILENO, &from)
           && look(output, STDOUT_FILENO, &into) && same_storage(&from, &into);
}
