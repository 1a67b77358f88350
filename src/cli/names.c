/* The outputs of --dir. See names.h. */
#include "cli/names.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/formats.h"
#include "cli/outputs.h"
#include "cli/stream.h"

/* "sub/b.txt" -> "OUT/b.csv"; NULL if memory is exhausted. */
static char *
make_name(const char *dir, const char *input, const char *suffix) {
    const char *file = cli_file_name(input);
    int stem = (int)(cli_suffix(file) - file);
    size_t len = strlen(dir);
    const char *slash = dir[len - 1] == '/' ? "" : "/";
    size_t size = len + 1 + (size_t)stem + strlen(suffix) + 1;
    char *made = malloc(size);
    if (made != NULL)
        (void)snprintf(made, size, "%s%s%.*s%s", dir, slash, stem, file,
                       suffix);
    return made;
}

static int
compare_names(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool
cli_names_have(const cli_names *names, const char *path) {
    return bsearch(&path, names->sorted, names->count, sizeof *names->sorted,
                   compare_names)
           != NULL;
}

/* Where a file is: the same for all of its names. */
typedef struct storage {
    dev_t device;
    ino_t inode;
} storage;

static int
compare_storage(const void *a, const void *b) {
    const storage *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return (x->inode > y->inode) - (x->inode < y->inode);
}

/* The files among the inputs that are there, in order. */
static size_t
find_inputs(const cli_options *options, storage *out) {
    size_t count = 0;
    struct stat found;
    for (size_t i = 0; i < options->ninputs; i++)
        if (stat(options->inputs[i], &found) == 0
            && (S_ISREG(found.st_mode) || S_ISBLK(found.st_mode)))
            out[count++] = (storage){found.st_dev, found.st_ino};
    qsort(out, count, sizeof *out, compare_storage);
    return count;
}

/* No output may be an input, whatever it is called. */
static cli_status
check_inputs(const cli_names *names, const cli_options *options) {
    storage *inputs = calloc(names->count, sizeof *inputs);
    if (inputs == NULL)
        return cli_fail_memory();
    size_t count = find_inputs(options, inputs);
    cli_status status = CLI_OK;
    for (size_t i = 0; status == CLI_OK && i < names->count; i++) {
        struct stat found;
        if (stat(names->outputs[i], &found) != 0)
            continue;
        const storage output = {found.st_dev, found.st_ino};
        if (bsearch(&output, inputs, count, sizeof *inputs, compare_storage)
            != NULL)
            status = cli_usage("%s is an input: it would be overwritten",
                               names->outputs[i]);
    }
    free(inputs);
    return status;
}

/* Two of the inputs whose output would be `path`. */
static cli_status
fail_twice(const cli_names *names, const cli_options *options,
           const char *path) {
    const char *first = NULL;
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->outputs[i], path) != 0)
            continue;
        if (first != NULL)
            return cli_usage("'%s' and '%s' would both become %s", first,
                             options->inputs[i], path);
        first = options->inputs[i];
    }
    return CLI_USAGE;
}

static cli_status
check_twice(const cli_names *names, const cli_options *options) {
    for (size_t i = 1; i < names->count; i++)
        if (strcmp(names->sorted[i - 1], names->sorted[i]) == 0)
            return fail_twice(names, options, names->sorted[i]);
    return CLI_OK;
}

static cli_status
fill(cli_names *names, const cli_options *options, const char *suffix) {
    names->outputs = calloc(options->ninputs, sizeof *names->outputs);
    names->sorted = calloc(options->ninputs, sizeof *names->sorted);
    if (names->outputs == NULL || names->sorted == NULL)
        return cli_fail_memory();
    names->count = options->ninputs;
    for (size_t i = 0; i < names->count; i++) {
        const char *input = options->inputs[i];
        if (*cli_file_name(input) == '\0' || strcmp(input, "-") == 0)
            return cli_usage("--dir converts files, and '%s' is none", input);
        names->outputs[i] = make_name(options->dir, input, suffix);
        if (names->outputs[i] == NULL)
            return cli_fail_memory();
        names->sorted[i] = names->outputs[i];
    }
    qsort(names->sorted, names->count, sizeof *names->sorted, compare_names);
    return CLI_OK;
}

/* The folder is made last: a call that is wrong leaves nothing behind. */
static cli_status
make_folder(const char *dir) {
    struct stat found;
    if (mkdir(dir, 0777) == 0)
        return CLI_OK;
    if (errno != EEXIST)
        return cli_fail("%s: cannot be made: %s", dir, strerror(errno));
    if (stat(dir, &found) == 0 && S_ISDIR(found.st_mode))
        return CLI_OK;
    return cli_fail("%s: is no folder", dir);
}

/* The options are checked once here, before anything is read. */
cli_status
cli_names_make(cli_names *names, const cli_options *options) {
    cli_outputs outputs;
    *names = (cli_names){0};
    cli_status status = cli_outputs_choose(&outputs, options);
    if (status == CLI_OK && options->stream)
        status = cli_stream_check(&outputs, options);
    if (status == CLI_OK)
        status = fill(names, options, outputs.items[0].cls->suffix);
    cli_outputs_free(&outputs);
    if (status == CLI_OK)
        status = check_twice(names, options);
    if (status == CLI_OK)
        status = check_inputs(names, options);
    return status == CLI_OK ? make_folder(options->dir) : status;
}

void
cli_names_free(cli_names *names) {
    for (size_t i = 0; i < names->count; i++)
        free(names->outputs[i]);
    free(names->outputs);
    free(names->sorted);
}
