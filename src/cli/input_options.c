/* How to read the input. See input_options.h. */
#include "cli/input_options.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "cli/suggest.h"
#include "thresh/reader.h"

size_t
cli_choose(const char *option, const char *word, const char *const *choices) {
    cli_suggestion near = {.wanted = word};
    char all[128] = "", hint[64];
    for (size_t i = 0; choices[i] != NULL; i++) {
        if (strcmp(word, choices[i]) == 0)
            return i;
        cli_suggest(&near, choices[i]);
        if (i > 0)
            strncat(all, "|", sizeof all - strlen(all) - 1);
        strncat(all, choices[i], sizeof all - strlen(all) - 1);
    }
    (void)cli_usage("--%s takes %s, not '%s'%s", option, all, word,
                    cli_suggest_text(&near, "", hint, sizeof hint));
    return THRESH_NONE;
}

/* A whole number of at most `most`; SIZE_MAX for anything else. */
static size_t
read_number(const char *argument, size_t most) {
    char *end;
    errno = 0;
    unsigned long long number = strtoull(argument, &end, 10);
    if (*argument < '0' || *argument > '9' || *end != '\0' || errno != 0
        || number > most)
        return SIZE_MAX;
    return (size_t)number;
}

cli_status
cli_apply_table(cli_options *options, const char *argument) {
    size_t number = read_number(argument, SIZE_MAX - 1);
    if (number == SIZE_MAX || number == 0)
        return cli_usage("--table takes a number from 1, not '%s'", argument);
    options->table = number;
    return CLI_OK;
}

cli_status
cli_apply_jobs(cli_options *options, const char *argument) {
    enum { MOST = 256 };
    size_t number = read_number(argument, MOST);
    if (number == SIZE_MAX || number == 0)
        return cli_usage("--jobs takes a number from 1 to %d, not '%s'", MOST,
                         argument);
    options->jobs = (unsigned)number;
    return CLI_OK;
}

/* Bytes, with a unit behind them or none: "8G" is 8 GiB. 0 for anything else.
 */
static size_t
read_size(const char *argument) {
    static const char units[] = "KMGT";
    char digits[24] = "";
    size_t len = strspn(argument, "0123456789");
    if (len >= sizeof digits)
        return 0;
    memcpy(digits, argument, len);
    const char *unit = argument[len] == '\0' ? NULL
                                             : strchr(units, argument[len]);
    if (argument[len] != '\0' && (unit == NULL || argument[len + 1] != '\0'))
        return 0;
    size_t shift = unit == NULL ? 0 : 10 * (size_t)(unit - units + 1);
    if (shift >= sizeof(size_t) * CHAR_BIT)
        return 0;
    size_t number = read_number(digits, SIZE_MAX >> shift);
    return number == SIZE_MAX ? 0 : number << shift;
}

cli_status
cli_apply_max_memory(cli_options *options, const char *argument) {
    options->max_memory = read_size(argument);
    if (options->max_memory > 0)
        return CLI_OK;
    return cli_usage("--max-memory takes a size such as 500M or 8G, not '%s'",
                     argument);
}

cli_status
cli_apply_skip(cli_options *options, const char *argument) {
    size_t number = read_number(argument, SIZE_MAX - 1);
    if (number == SIZE_MAX)
        return cli_usage("--skip takes a number of lines, not '%s'", argument);
    options->skip = number;
    return CLI_OK;
}

cli_status
cli_apply_header_rows(cli_options *options, const char *argument) {
    size_t number = read_number(argument, THRESH_NO_HEADER - 1);
    if (number == SIZE_MAX)
        return cli_usage("--header-rows takes a number of lines, or 0 for no "
                         "header, not '%s'",
                         argument);
    options->header_rows = number == 0 ? THRESH_NO_HEADER : (uint32_t)number;
    return CLI_OK;
}

cli_status
cli_apply_stub_columns(cli_options *options, const char *argument) {
    enum { MOST = 16 };
    size_t number = read_number(argument, MOST);
    if (number == SIZE_MAX || number == 0)
        return cli_usage("--stub-columns takes a number from 1 to %d, not "
                         "'%s'",
                         MOST, argument);
    options->stub_columns = (uint32_t)number;
    return CLI_OK;
}

cli_status
cli_apply_name(cli_options *options, const char *argument) {
    const char *equals = strchr(argument, '=');
    if (equals == NULL || equals == argument || equals[1] == '\0')
        return cli_usage("--name takes DIM=NAME, not '%s'", argument);
    options->renames[options->nrenames++] = argument;
    return CLI_OK;
}

cli_status
cli_apply_delimiter(cli_options *options, const char *argument) {
    static const char *const choices[] = {"tab",  "comma", "semicolon",
                                          "pipe", "space", NULL};
    static const char characters[] = "\t,;| ";
    if (argument[0] != '\0' && argument[1] == '\0'
        && strchr(characters, argument[0]) != NULL) {
        options->delimiter = argument[0];
        return CLI_OK;
    }
    size_t index = cli_choose("delimiter", argument, choices);
    if (index == THRESH_NONE)
        return CLI_USAGE;
    options->delimiter = characters[index];
    return CLI_OK;
}

cli_status
cli_apply_encoding(cli_options *options, const char *argument) {
    options->encoding = argument;
    return CLI_OK;
}

cli_status
cli_apply_decimal(cli_options *options, const char *argument) {
    static const char *const choices[] = {"dot", "comma", NULL};
    size_t index = cli_choose("decimal", argument, choices);
    if (index == THRESH_NONE)
        return CLI_USAGE;
    options->decimal = ".,"[index];
    return CLI_OK;
}

cli_status
cli_apply_symbols(cli_options *options, const char *argument) {
    enum { MOST = 32 };
    const char *choices[MOST + 1] = {NULL};
    for (size_t i = 0; i < MOST; i++)
        if ((choices[i] = thresh_symbols_name(i, NULL)) == NULL)
            break;
    size_t index = cli_choose("symbols", argument, choices);
    if (index == THRESH_NONE)
        return CLI_USAGE;
    options->symbols = choices[index];
    return CLI_OK;
}

cli_status
cli_apply_nil(cli_options *options, const char *argument) {
    static const char *const choices[] = {"zero", "missing", NULL};
    static const thresh_nil nils[] = {THRESH_NIL_ZERO, THRESH_NIL_MISSING};
    size_t index = cli_choose("nil", argument, choices);
    if (index == THRESH_NONE)
        return CLI_USAGE;
    options->nil = nils[index];
    return CLI_OK;
}
