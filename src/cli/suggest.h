/* The nearest of several names to one that is unknown: "cvs" -> "csv". */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

typedef struct cli_suggestion {
    const char *wanted;
    const char *best; /* NULL until a name is near enough */
    size_t distance;
} cli_suggestion;

/* Take `name` for the best if it is near, and nearer than those before. */
void cli_suggest(cli_suggestion *suggestion, const char *name);

/* Write "; did you mean '--shape'?" to `text`, where `before` is "--", or
 * nothing where no name is near. Returns `text`. */
const char *cli_suggest_text(const cli_suggestion *suggestion,
                             const char *before, char *text, size_t size);

#endif
