/* Workbooks for tests. See unzipped.h. */
#include "unzipped.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

bool
make_book_path(char path[BOOK_PATH_MAX]) {
    const char *folder = getenv("TMPDIR");
    (void)snprintf(path, BOOK_PATH_MAX, "%s/thresh-book-XXXXXX",
                   folder != NULL && folder[0] == '/' ? folder : "/tmp");
    int file = mkstemp(path);
    return file >= 0 && close(file) == 0;
}

/* All that is left to read, with a NUL; NULL if memory is exhausted. */
static char *
read_all(FILE *file, long *size) {
    thr_buf buf = {0};
    char bytes[4096];
    size_t count;
    while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
        thr_buf_add(&buf, bytes, count);
    *size = (long)buf.len;
    thr_buf_char(&buf, '\0');
    if (buf.failed)
        thr_buf_free(&buf);
    return buf.ptr;
}

char *
unzipped(const char *path) {
    char command[BOOK_PATH_MAX + 64];
    long size;
    (void)snprintf(command, sizeof command,
                   "python3 tests/unzip_xlsx.py '%s' 2>&1", path);
    FILE *pipe = popen(command, "r");
    if (pipe == NULL)
        return NULL;
    char *text = read_all(pipe, &size);
    if (pclose(pipe) == 0)
        return text;
    free(text);
    return NULL;
}

char *
file_bytes(const char *path, long *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *bytes = read_all(file, size);
    (void)fclose(file);
    return bytes;
}

void
assert_has(const char *text, const char *part) {
    if (strstr(text, part) == NULL)
        print_message("not there: %s\n", part);
    assert_non_null(strstr(text, part));
}
