/* --help is made from the option table and from the writers. See help.h. */
#include "cli/help.h"

#include <string.h>

#include "cli/options.h"
#include "thresh/writer.h"

void
cli_version(FILE *out) {
    (void)fprintf(out,
                  "thresh %s\n"
                  "Published tables in, tidy data out.\n",
                  thresh_version());
}

void
cli_help_short(FILE *out) {
    (void)fputs("Usage: thresh [OPTIONS] [FILE]\n"
                "       thresh [OPTIONS] --dir DIR FILE...\n"
                "Try 'thresh --help'.\n",
                out);
}

static void
put_examples(FILE *out) {
    (void)fputs(
        "thresh reads a statistical table as it was published and writes tidy "
        "data.\n"
        "\n"
        "Usage: thresh [OPTIONS] [FILE]\n"
        "       thresh [OPTIONS] --dir DIR FILE...\n"
        "\n"
        "Without FILE, or if it is '-', standard input is read.\n"
        "\n"
        "Examples:\n"
        "  thresh table.txt                      look at a table\n"
        "  thresh table.txt > table.csv          tidy CSV\n"
        "  thresh table.txt -o t.xlsx -o t.md    two formats at once\n"
        "  thresh -t json < table.txt | jq .     in a pipe\n"
        "  thresh --explain table.txt            how each line was read\n"
        "  thresh --check table.txt              re-add every total\n"
        "  thresh --stream < big.txt > big.csv   row by row, in little "
        "memory\n"
        "  thresh -d out -t csv *.txt            many files in one call\n",
        out);
}

/* Print a label, and a text beside it: wrapped, from the margin on. */
static void
put_entry(FILE *out, const char *label, const char *text) {
    enum { MARGIN = 28, WIDTH = 79 };
    size_t column = strlen(label);
    (void)fputs(label, out);
    if (column + 2 > MARGIN) {
        (void)fputc('\n', out);
        column = 0;
    }
    (void)fprintf(out, "%*s", MARGIN - (int)column, "");
    column = MARGIN;
    while (*text != '\0') {
        size_t len = strcspn(text, " ");
        if (column > MARGIN && column + 1 + len > WIDTH) {
            (void)fprintf(out, "\n%*s", MARGIN, "");
            column = MARGIN;
        }
        bool first = column == MARGIN;
        (void)fprintf(out, "%s%.*s", first ? "" : " ", (int)len, text);
        column += len + !first;
        text += len + (text[len] == ' ');
    }
    (void)fputc('\n', out);
}

static void
put_option(FILE *out, const cli_option *option) {
    char label[48], letter[8] = "    ";
    const char *argument = option->argument == NULL ? "" : option->argument;
    const char *between = *argument == '\0' || *argument == '[' ? "" : " ";
    if (option->letter != 0)
        (void)snprintf(letter, sizeof letter, "-%c, ", option->letter);
    (void)snprintf(label, sizeof label, "  %s--%s%s%s", letter, option->name,
                   between, argument);
    put_entry(out, label, option->help);
}

static void
put_formats(FILE *out) {
    const thresh_writer_class *cls;
    (void)fputs("\nFormats, with the suffixes that choose them:\n", out);
    for (size_t i = 0; (cls = thresh_writer_at(i)) != NULL; i++) {
        char label[48];
        (void)snprintf(label, sizeof label, "  %-12s%s", cls->name,
                       cls->suffix);
        put_entry(out, label, cls->summary);
    }
}

static void
put_settings(FILE *out) {
    const thresh_writer_class *cls;
    (void)fputs("\nSettings (--set KEY=VALUE), the default first:\n", out);
    for (size_t i = 0; (cls = thresh_writer_at(i)) != NULL; i++) {
        const thresh_option *option = cls->options;
        for (; option != NULL && option->key != NULL; option++) {
            char label[96];
            (void)snprintf(label, sizeof label, "  %-12s%s=%s", cls->name,
                           option->key, option->values);
            put_entry(out, label, option->help);
        }
    }
}

static void
put_statuses(FILE *out) {
    (void)fputs("\nExit status:\n"
                "  0  done\n"
                "  1  failed: the input could not be read, or an output not "
                "written\n"
                "  2  the command line was wrong; nothing was written\n"
                "  3  no table was found\n"
                "  4  --check or --strict found something\n"
                "With --dir, the first of 1, 3 and 4 that any file ended "
                "with.\n",
                out);
}

void
cli_help(FILE *out) {
    const cli_option *option;
    put_examples(out);
    (void)fputs("\nOptions:\n", out);
    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++)
        put_option(out, option);
    put_formats(out);
    put_settings(out);
    put_statuses(out);
}
