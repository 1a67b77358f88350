/* Several files, each to an output of its own. See many.h. */
#include "cli/many.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/disk.h"
#include "cli/document.h"
#include "cli/names.h"
#include "cli/run.h"

/* What became of one file. */
typedef struct outcome {
    char *said; /* messages; NULL = none */
    cli_status status;
    bool done;
} outcome;

typedef struct many {
    const cli_options *options;
    const cli_names *names;
    bool sync_later;
    outcome *outcomes;
    pthread_mutex_t lock; /* of what follows, and of the outcomes */
    size_t next;          /* the first that nobody has taken */
    size_t told;          /* those whose messages are printed */
} many;

/* ## One file */

static bool
is_taken(const void *ctx, const char *path) {
    return cli_names_have(ctx, path);
}

static cli_status
convert(const many *all, size_t index) {
    const char *output = all->names->outputs[index];
    cli_options one = *all->options;
    one.input = one.inputs[index];
    one.outputs = &output;
    one.noutputs = 1;
    one.sync_later = all->sync_later;
    one.taken = is_taken;
    one.taken_ctx = all->names;
    if (one.ninputs > 1)
        one.jobs = 1; /* the files themselves are shared out */
    return cli_run(&one);
}

/* ## A worker */

/* Take the next file: its index, or the number of files if there is none. */
static size_t
take(many *all) {
    (void)pthread_mutex_lock(&all->lock);
    size_t index = all->next;
    all->next += index < all->options->ninputs;
    (void)pthread_mutex_unlock(&all->lock);
    return index;
}

/* Print what was said of files, as far as all before them are done. */
static void
tell(many *all) {
    for (; all->told < all->options->ninputs; all->told++) {
        outcome *next = &all->outcomes[all->told];
        if (!next->done)
            return;
        if (next->said != NULL)
            (void)fputs(next->said, stderr);
        free(next->said);
        next->said = NULL;
    }
}

/* The text of `messages`, which are then empty again. */
static char *
collect(FILE *messages, char *const *text) {
    off_t size = ftello(messages); /* what was longer before is still there */
    if (size <= 0 || fflush(messages) != 0)
        return NULL;
    char *said = strndup(*text, (size_t)size);
    rewind(messages);
    return said;
}

static void *
work(void *ctx) {
    many *all = ctx;
    char *text = NULL;
    size_t size;
    FILE *messages = open_memstream(&text, &size);
    cli_err_set(messages);
    for (;;) {
        size_t index = take(all);
        if (index == all->options->ninputs)
            break;
        cli_status status = convert(all, index);
        char *said = messages == NULL ? NULL : collect(messages, &text);
        (void)pthread_mutex_lock(&all->lock);
        all->outcomes[index] = (outcome){said, status, true};
        tell(all);
        (void)pthread_mutex_unlock(&all->lock);
    }
    cli_err_set(NULL);
    if (messages != NULL)
        (void)fclose(messages);
    free(text);
    return NULL;
}

/* Work with so many threads, this one included; with fewer if there are no
 * more to be had. */
static void
work_together(many *all, size_t workers) {
    pthread_t *threads = calloc(workers, sizeof *threads);
    size_t started = 0;
    while (threads != NULL && started + 1 < workers
           && pthread_create(&threads[started], NULL, work, all) == 0)
        started++;
    (void)work(all);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    free(threads);
}

/* ## All files */

/* The worst comes first among the statuses. */
static cli_status
sum_up(const many *all) {
    cli_status worst = CLI_OK;
    size_t good = 0, count = all->options->ninputs;
    for (size_t i = 0; i < count; i++) {
        cli_status status = all->outcomes[i].status;
        good += status == CLI_OK;
        if (status != CLI_OK && (worst == CLI_OK || status < worst))
            worst = status;
    }
    bool shown = all->options->verbose || good < count
                 || isatty(STDERR_FILENO);
    if (shown && !all->options->quiet)
        cli_say("%zu of %zu files converted", good, count);
    return worst;
}

/* Each file takes about as much memory as the one before it: what is freed is
 * kept, instead of being given back to the system and asked for again. */
static void
keep_memory(void) {
#ifdef __GLIBC__
    enum { KEPT = 64 << 20, LARGE = 8 << 20 };
    (void)mallopt(M_TRIM_THRESHOLD, KEPT);
    (void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

static cli_status
convert_all(const cli_options *options, const cli_names *names) {
    many all = {.options = options,
                .names = names,
                .sync_later = cli_disk_can_sync(),
                .lock = PTHREAD_MUTEX_INITIALIZER};
    all.outcomes = calloc(options->ninputs, sizeof *all.outcomes);
    if (all.outcomes == NULL)
        return cli_fail_memory();
    keep_memory();
    size_t workers = options->jobs;
    work_together(&all,
                  workers < options->ninputs ? workers : options->ninputs);
    (void)pthread_mutex_destroy(&all.lock);
    cli_status status = CLI_OK;
    if (all.sync_later && !cli_disk_sync(options->dir))
        status = cli_fail("%s: cannot be written to the disk: %s",
                          options->dir, strerror(errno));
    cli_status worst = sum_up(&all);
    free(all.outcomes);
    return cli_worse(status, worst);
}

/* What concerns all files, before any is read. */
static cli_status
check(const cli_options *options) {
    if (options->noutputs > 0)
        return cli_usage("--dir names the outputs itself: leave out -o, or "
                         "--dir");
    if (options->check || options->explain != CLI_EXPLAIN_NOT)
        return cli_usage("--%s answers on standard output, for one file: "
                         "leave out --dir",
                         options->check ? "check" : "explain");
    return cli_document_try(options);
}

cli_status
cli_many(const cli_options *options) {
    cli_names names = {0};
    cli_status status = check(options);
    if (status == CLI_OK)
        status = cli_names_make(&names, options);
    if (status == CLI_OK)
        status = convert_all(options, &names);
    cli_names_free(&names);
    return status;
}
