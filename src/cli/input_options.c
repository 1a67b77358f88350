/* How to read the input. See input_options.h. */
#include "cli/input_options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/suggest.h"

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

cli_status
cli_apply_table(cli_options *options, const char *argument) {
    char *end;
    errno = 0;
    unsigned long long number = strtoull(argument, &end, 10);
    if (*argument < '0' || *argument > '9' || *end != '\0' || errno != 0
        || number == 0 || number > SIZE_MAX)
        return cli_usage("--table takes a number from 1, not '%s'", argument);
    options->table = (size_t)number;
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
