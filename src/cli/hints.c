/* The commands that read the input otherwise. See hints.h. */
#include "cli/hints.h"

#include <stdlib.h>
#include <string.h>

#include "cli/text.h"

enum { GAP = 2 };

/* ## The hints */

/* Cut the first line off `text`. */
static thresh_str
cut_line(thresh_str *text) {
    const char *end = memchr(text->ptr, '\n', text->len);
    size_t len = end == NULL ? text->len : (size_t)(end - text->ptr);
    size_t taken = len + (end != NULL);
    thresh_str line = {text->ptr, len};
    *text = (thresh_str){text->ptr + taken, text->len - taken};
    return line;
}

static bool
is_same(thresh_str a, thresh_str b) {
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static void
add(cli_hints *hints, thresh_str options, const cli_decision *decision) {
    for (size_t i = 0; i < hints->count; i++)
        if (is_same(hints->items[i].options, options))
            return;
    if (hints->count < CLI_HINTS_MOST)
        hints->items[hints->count++] = (cli_hint){options, decision};
}

cli_hints
cli_hints_find(const cli_trace *trace) {
    cli_hints hints = {.count = 0};
    for (size_t i = 0; i < trace->ndecisions; i++) {
        const cli_decision *decision = &trace->decisions[i];
        thresh_str all = cli_trace_text(trace, decision->hint);
        while (all.len > 0)
            add(&hints, cut_line(&all), decision);
    }
    return hints;
}

/* ## The commands */

static void
put_raw(FILE *out, thresh_str text) {
    (void)fwrite(text.ptr, 1, text.len, out);
}

/* Print a word as a shell takes it. */
static void
put_word(FILE *out, const char *word) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789_-./=:,+@%";
    if (*word != '\0' && word[strspn(word, plain)] == '\0') {
        (void)fputs(word, out);
        return;
    }
    (void)fputc('\'', out);
    for (; *word != '\0'; word++)
        if (*word == '\'')
            (void)fputs("'\\''", out);
        else
            (void)fputc(*word, out);
    (void)fputc('\'', out);
}

/* Whether the option is on reading: those stay. */
static bool
is_kept(const char *name) {
    static const char *const kept[] = {
        "table",   "skip",      "header-rows", "stub-columns",
        "name",    "delimiter", "encoding",    "decimal",
        "symbols", "nil",       "max-memory"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (strcmp(name, kept[i]) == 0)
            return true;
    return false;
}

static void
put_command(FILE *out, const cli_options *options, thresh_str hint) {
    (void)fputs("thresh ", out);
    for (size_t i = 0; i < options->ngiven; i++) {
        const cli_given *given = &options->given[i];
        if (!is_kept(given->name))
            continue;
        (void)fprintf(out, "--%s ", given->name);
        put_word(out, given->argument);
        (void)fputc(' ', out);
    }
    put_raw(out, hint);
    if (options->input == NULL || strcmp(options->input, "-") == 0)
        return;
    (void)fputs(options->input[0] == '-' ? " -- " : " ", out);
    put_word(out, options->input);
}

char *
cli_hints_command(const cli_hints *hints, size_t index,
                  const cli_options *options) {
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (out == NULL)
        return NULL;
    put_command(out, options, hints->items[index].options);
    if (fclose(out) == 0)
        return text;
    free(text);
    return NULL;
}

/* ## Printing */

static void
put_hint(const cli_view *view, const cli_trace *trace, const char *command,
         const cli_decision *decision, size_t width) {
    cli_text_blanks(view->out, GAP);
    cli_style(view, "1");
    (void)cli_text_put(view->out, cli_str(command), CLI_UNCUT);
    cli_style(view, NULL);
    cli_text_blanks(view->out, width + GAP - cli_text_width(cli_str(command)));
    (void)cli_text_put(view->out, cli_trace_text(trace, decision->what),
                       CLI_UNCUT);
    (void)fputs(": ", view->out);
    (void)cli_text_put(view->out, cli_trace_text(trace, decision->value),
                       CLI_UNCUT);
    (void)fputc('\n', view->out);
}

bool
cli_hints_put(const cli_view *view, const cli_trace *trace,
              const cli_options *options) {
    cli_hints hints = cli_hints_find(trace);
    char *commands[CLI_HINTS_MOST];
    size_t width = 0;
    bool whole = true;
    for (size_t i = 0; i < hints.count; i++) {
        commands[i] = cli_hints_command(&hints, i, options);
        whole = whole && commands[i] != NULL;
        size_t own = cli_text_width(cli_str(commands[i]));
        width = own > width ? own : width;
    }
    if (hints.count > 0)
        (void)fputs("\nIf this is wrong\n", view->out);
    for (size_t i = 0; i < hints.count; i++) {
        put_hint(view, trace, commands[i], hints.items[i].decision, width);
        free(commands[i]);
    }
    return whole;
}
