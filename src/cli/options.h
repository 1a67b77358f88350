/* The command line: what argv asks for.
 *
 *     thresh -q table.txt -o out.csv --set excel=1
 *         input "table.txt", quiet, outputs {"out.csv"}, set {"excel=1"}
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "thresh/writer.h"

#include "cli/messages.h"

typedef enum cli_explain {
    CLI_EXPLAIN_NOT = 0,
    CLI_EXPLAIN_TEXT,
    CLI_EXPLAIN_JSON
} cli_explain;

/* An option as it was given. */
typedef struct cli_given {
    const char *name;
    const char *argument; /* or NULL */
} cli_given;

/* The texts are those of argv. */
typedef struct cli_options {
    const char *input; /* NULL = not named; "-" = standard input */
    char **inputs;     /* all that are named: several with --dir */
    size_t ninputs;
    const char *dir; /* NULL = none */
    const char **outputs;
    size_t noutputs;
    const char *to; /* NULL = by suffix */
    thresh_shape shape;
    thresh_names names;
    const char *columns; /* NULL = none */
    const char **set;
    size_t nset;
    bool no_totals;
    size_t table; /* 0 = all */
    char delimiter;
    const char *encoding; /* NULL = detect */
    char decimal;         /* 0 = from the numbers */
    const char *symbols;  /* NULL = by the text */
    thresh_nil nil;
    uint64_t skip;
    uint32_t header_rows;  /* 0 = recognise */
    uint32_t stub_columns; /* the same */
    size_t max_memory;     /* bytes; 0 = the default of the library */
    const char **renames;  /* "column=region"; ended by NULL */
    size_t nrenames;
    cli_given *given; /* all options, in their order */
    size_t ngiven;
    cli_explain explain;
    bool check;
    bool strict;
    bool stream;
    unsigned jobs; /* 0 until all options are known, then at least 1 */
    /* For one file of several (see many.h): the disk is written once for all
     * of them, and `taken` says whether a path is the output of any. */
    bool sync_later;
    bool (*taken)(const void *ctx, const char *path);
    const void *taken_ctx;
    bool form_given; /* how an output looks: --shape, --set and their like */
    bool verbose;
    bool quiet;
    bool help;
    bool version;
} cli_options;

/* One line of the table that parsing and --help are made from. */
typedef struct cli_option {
    const char *name;
    char letter;          /* 0 = none */
    const char *argument; /* NULL = takes none; "[=json]" = may take one */
    const char *help;
    cli_status (*apply)(cli_options *options, const char *argument);
} cli_option;

/* The i-th option, or NULL past the last. */
const cli_option *cli_option_at(size_t index);

/* Fill `options`. End it with cli_options_free(), also after a failure, which
 * has been told to the user. */
cli_status cli_options_parse(cli_options *options, int argc, char **argv);

void cli_options_free(cli_options *options);

#endif
