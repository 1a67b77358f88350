/* The command line. See options.h. */
#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/input_options.h"
#include "cli/suggest.h"

static cli_status
apply_output(cli_options *options, const char *argument) {
    if (*argument == '\0')
        return cli_usage("--output needs the name of a file");
    options->outputs[options->noutputs++] = argument;
    return CLI_OK;
}

static cli_status
apply_dir(cli_options *options, const char *argument) {
    if (*argument == '\0')
        return cli_usage("--dir needs the name of a folder");
    options->dir = argument;
    return CLI_OK;
}

static cli_status
apply_stream(cli_options *options, const char *argument) {
    (void)argument;
    options->stream = true;
    return CLI_OK;
}

static cli_status
apply_to(cli_options *options, const char *argument) {
    options->to = argument;
    return CLI_OK;
}

static cli_status
apply_shape(cli_options *options, const char *argument) {
    static const char *const choices[] = {"long", "wide", NULL};
    static const thresh_shape shapes[] = {THRESH_SHAPE_LONG,
                                          THRESH_SHAPE_WIDE};
    size_t index = cli_choose("shape", argument, choices);
    if (index == THRESH_NONE)
        return CLI_USAGE;
    options->shape = shapes[index];
    options->form_given = true;
    return CLI_OK;
}

static cli_status
apply_columns(cli_options *options, const char *argument) {
    options->columns = argument;
    options->form_given = true;
    return CLI_OK;
}

static cli_status
apply_names(cli_options *options, const char *argument) {
    static const char *const choices[] = {"snake", "verbatim", NULL};
    static const thresh_names names[] = {THRESH_NAMES_SNAKE,
                                         THRESH_NAMES_VERBATIM};
    size_t index = cli_choose("names", argument, choices);
    if (index == THRESH_NONE)
        return CLI_USAGE;
    options->names = names[index];
    options->form_given = true;
    return CLI_OK;
}

static cli_status
apply_no_totals(cli_options *options, const char *argument) {
    (void)argument;
    options->no_totals = true;
    options->form_given = true;
    return CLI_OK;
}

static cli_status
apply_set(cli_options *options, const char *argument) {
    const char *equals = strchr(argument, '=');
    if (equals == NULL || equals == argument)
        return cli_usage("--set takes KEY=VALUE, not '%s'", argument);
    options->set[options->nset++] = argument;
    options->form_given = true;
    return CLI_OK;
}

static cli_status
apply_explain(cli_options *options, const char *argument) {
    static const char *const choices[] = {"text", "json", NULL};
    static const cli_explain kinds[] = {CLI_EXPLAIN_TEXT, CLI_EXPLAIN_JSON};
    size_t index = argument == NULL ? 0
                                    : cli_choose("explain", argument, choices);
    if (index == THRESH_NONE)
        return CLI_USAGE;
    options->explain = kinds[index];
    return CLI_OK;
}

static cli_status
apply_check(cli_options *options, const char *argument) {
    (void)argument;
    options->check = true;
    return CLI_OK;
}

static cli_status
apply_strict(cli_options *options, const char *argument) {
    (void)argument;
    options->strict = true;
    return CLI_OK;
}

static cli_status
apply_verbose(cli_options *options, const char *argument) {
    (void)argument;
    options->verbose = true;
    options->quiet = false;
    return CLI_OK;
}

static cli_status
apply_quiet(cli_options *options, const char *argument) {
    (void)argument;
    options->quiet = true;
    options->verbose = false;
    return CLI_OK;
}

static cli_status
apply_help(cli_options *options, const char *argument) {
    (void)argument;
    options->help = true;
    return CLI_OK;
}

static cli_status
apply_version(cli_options *options, const char *argument) {
    (void)argument;
    options->version = true;
    return CLI_OK;
}

static const cli_option table[] = {
    {"output", 'o', "FILE",
     "write FILE, in the format of its suffix; '-' is "
     "standard output; may be given several times",
     apply_output},
    {"dir", 'd', "DIR",
     "convert several files: DIR gets one output for each, named after it",
     apply_dir},
    {"to", 't', "FORMAT",
     "format of standard output, and of files whose "
     "suffix names none",
     apply_to},
    {"shape", 0, "long|wide",
     "one observation a row, or the table as published", apply_shape},
    {"columns", 0, "LIST",
     "further columns, with commas between: parent, "
     "level, raw, line, field, obs_status, table, unit, "
     "measure, implied",
     apply_columns},
    {"no-totals", 0, NULL,
     "leave out the observations that are totals of others", apply_no_totals},
    {"names", 0, "snake|verbatim",
     "how columns are called: oslo_and_akershus, or "
     "\"Oslo and Akershus\"",
     apply_names},
    {"set", 0, "KEY=VALUE",
     "a setting of a format, listed below; may be given "
     "several times",
     apply_set},
    {"table", 0, "N", "only the N-th table of the input", cli_apply_table},
    {"skip", 0, "N",
     "leave out the first N lines of the input: they are no part of it",
     cli_apply_skip},
    {"header-rows", 0, "N",
     "how many lines the header of each table has, blank ones not counted; 0 "
     "for none; recognised if not given",
     cli_apply_header_rows},
    {"stub-columns", 0, "N",
     "how many columns of labels stand left of the values; recognised if not "
     "given",
     cli_apply_stub_columns},
    {"name", 0, "DIM=NAME",
     "call the dimension DIM, as --explain tells it, NAME; may be given "
     "several times",
     cli_apply_name},
    {"delimiter", 0, "NAME",
     "what stands between the cells of the input: tab, "
     "comma, semicolon or pipe, or the character itself; space for "
     "columns aligned with blanks; recognised if not given",
     cli_apply_delimiter},
    {"encoding", 0, "NAME",
     "the encoding of the input, as iconv -l lists them; recognised if not "
     "given: UTF-8, UTF-16, UTF-32, Windows-1252",
     cli_apply_encoding},
    {"decimal", 0, "dot|comma",
     "what marks the decimals; recognised from all numbers if not given",
     cli_apply_decimal},
    {"symbols", 0, "NAME",
     "whose symbols they are: ssb, pxweb, scb, statfin, destatis, eurostat, "
     "uk, census, statcan, japan, bfs, cso, ksh, ukrstat or bhas; by the "
     "office that the text names if not given; a printed legend goes first",
     cli_apply_symbols},
    {"nil", 0, "zero|missing",
     "what a dash stands for, whatever else is said of it", cli_apply_nil},
    {"explain", 0, "[=json]",
     "print what each line of the input was taken for, "
     "and why, and the commands that would change what was in doubt",
     apply_explain},
    {"check", 0, NULL,
     "re-add every total and print those that do not add up; writes nothing "
     "else without -o or -t",
     apply_check},
    {"strict", 0, NULL,
     "write nothing if there is a warning, or a total that does not add up",
     apply_strict},
    {"stream", 0, NULL,
     "write rows while they are read, in little memory, for csv and ndjson: "
     "no sums are looked for, so is_total stays empty; a meaning told below "
     "the "
     "rows comes too late and is a warning",
     apply_stream},
    {"jobs", 'j', "N",
     "how many threads may work: 2 if not given and there are two processors; "
     "with --dir, how many files are converted at once; the bytes are the "
     "same",
     cli_apply_jobs},
    {"max-memory", 0, "SIZE",
     "how much memory a table may take while it is read: 500M, 8G; 4G if not "
     "given; a table that needs more is an error",
     cli_apply_max_memory},
    {"verbose", 'v', NULL, "summarise, also when not on a terminal",
     apply_verbose},
    {"quiet", 'q', NULL, "print errors only", apply_quiet},
    {"help", 'h', NULL, "print this", apply_help},
    {"version", 'V', NULL, "print the version", apply_version},
};

enum { NOPTIONS = sizeof table / sizeof *table, LONG_ONLY = 256 };

const cli_option *
cli_option_at(size_t index) {
    return index < NOPTIONS ? &table[index] : NULL;
}

/* What getopt_long answers for the option at `index`. */
static int
option_value(size_t index) {
    return table[index].letter != 0 ? table[index].letter
                                    : LONG_ONLY + (int)index;
}

static const cli_option *
find_option(int value) {
    for (size_t i = 0; i < NOPTIONS; i++)
        if (option_value(i) == value)
            return &table[i];
    return NULL;
}

/* Describe the table to getopt_long. */
static void
describe(struct option *longs, char *shorts) {
    *shorts++ = ':'; /* tell a missing argument from an unknown option */
    for (size_t i = 0; i < NOPTIONS; i++) {
        const char *argument = table[i].argument;
        int takes = argument == NULL     ? no_argument
                    : argument[0] == '[' ? optional_argument
                                         : required_argument;
        longs[i] = (struct option){
            .name = table[i].name, .has_arg = takes, .val = option_value(i)};
        if (table[i].letter != 0) {
            *shorts++ = table[i].letter;
            if (takes == required_argument)
                *shorts++ = ':';
        }
    }
    longs[NOPTIONS] = (struct option){0};
    *shorts = '\0';
}

/* Tell of a long option that is unknown, or short for several. */
static cli_status
fail_long(const char *word) {
    char name[64], hint[64];
    size_t len = strcspn(word, "=");
    if (len >= sizeof name)
        len = sizeof name - 1;
    memcpy(name, word, len);
    name[len] = '\0';
    cli_suggestion near = {.wanted = name};
    size_t matches = 0;
    for (size_t i = 0; i < NOPTIONS; i++) {
        matches += strncmp(name, table[i].name, len) == 0;
        cli_suggest(&near, table[i].name);
    }
    if (matches > 1)
        return cli_usage("'--%s' could be one of several options", name);
    return cli_usage("there is no option '--%s'%s", name,
                     cli_suggest_text(&near, "--", hint, sizeof hint));
}

/* Tell what getopt_long could not take: optopt is 0 for a long name that is
 * unknown, a letter that is unknown, or a known option that takes no
 * argument. */
static cli_status
fail_option(char **argv) {
    const cli_option *known = find_option(optopt);
    if (known != NULL)
        return cli_usage("--%s takes no argument", known->name);
    if (optopt != 0)
        return cli_usage("there is no option '-%c'", optopt);
    return fail_long(argv[optind - 1] + 2);
}

/* The files that are named: several only with --dir. */
static cli_status
take_files(cli_options *options, int argc, char **argv) {
    options->inputs = argv + optind;
    options->ninputs = (size_t)(argc - optind);
    if (options->ninputs > 1 && options->dir == NULL)
        return cli_usage("'%s' is a second file: one file at a time, or "
                         "several with --dir DIR",
                         argv[optind + 1]);
    if (options->ninputs == 0 && options->dir != NULL)
        return cli_usage("--dir converts files: name at least one");
    if (options->ninputs > 0)
        options->input = argv[optind];
    if (options->jobs == 0)
        options->jobs = sysconf(_SC_NPROCESSORS_ONLN) > 1 ? 2 : 1;
    return CLI_OK;
}

cli_status
cli_options_parse(cli_options *options, int argc, char **argv) {
    struct option longs[NOPTIONS + 1];
    char shorts[2 * NOPTIONS + 2];
    size_t most = (size_t)(argc > 0 ? argc : 1);
    *options = (cli_options){0};
    options->outputs = calloc(most, sizeof *options->outputs);
    options->set = calloc(most, sizeof *options->set);
    options->renames = calloc(most + 1, sizeof *options->renames);
    options->given = calloc(most, sizeof *options->given);
    if (options->outputs == NULL || options->set == NULL
        || options->renames == NULL || options->given == NULL)
        return cli_fail_memory();
    describe(longs, shorts);
    opterr = 0;
    int value;
    while ((value = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        const cli_option *option = find_option(value == ':' ? optopt : value);
        if (option == NULL) /* '?' is none */
            return fail_option(argv);
        if (value == ':')
            return cli_usage("--%s needs an argument", option->name);
        options->given[options->ngiven++] = (cli_given){option->name, optarg};
        cli_status status = option->apply(options, optarg);
        if (status != CLI_OK || options->help || options->version)
            return status;
    }
    return take_files(options, argc, argv);
}

void
cli_options_free(cli_options *options) {
    free(options->outputs);
    free(options->set);
    free(options->renames);
    free(options->given);
}
