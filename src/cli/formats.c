/* Which format a word or a file name asks for. See formats.h. */
#include "cli/formats.h"

#include <stdio.h>
#include <string.h>

#include "cli/suggest.h"

const char *
cli_file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

const char *
cli_suffix(const char *file) {
    const char *dot = strrchr(file, '.');
    return dot == NULL || dot == file ? file + strlen(file) : dot;
}

/* List the formats, "csv, json, markdown", or their suffixes. */
static const char *
list_formats(char *text, size_t size, bool suffixes) {
    const thresh_writer_class *cls;
    size_t len = 0;
    text[0] = '\0';
    for (size_t i = 0; (cls = thresh_writer_at(i)) != NULL; i++) {
        int more = snprintf(text + len, size - len, "%s%s", i == 0 ? "" : ", ",
                            suffixes ? cls->suffix : cls->name);
        if (more < 0 || (size_t)more >= size - len)
            break;
        len += (size_t)more;
    }
    return text;
}

static void
suggest_formats(cli_suggestion *near, bool suffixes) {
    const thresh_writer_class *cls;
    for (size_t i = 0; (cls = thresh_writer_at(i)) != NULL; i++)
        cli_suggest(near, suffixes ? cls->suffix + 1 : cls->name);
}

const thresh_writer_class *
cli_format_named(const char *word) {
    const thresh_writer_class *cls = NULL;
    if (strpbrk(word, "./") == NULL)
        cls = thresh_writer_find(word);
    if (cls != NULL)
        return cls;
    char all[256], hint[64];
    cli_suggestion near = {.wanted = word};
    suggest_formats(&near, false);
    (void)cli_usage("there is no format '%s'%s (formats: %s)", word,
                    cli_suggest_text(&near, "", hint, sizeof hint),
                    list_formats(all, sizeof all, false));
    return NULL;
}

const thresh_writer_class *
cli_format_of_path(const char *path) {
    const char *file = cli_file_name(path);
    return *cli_suffix(file) == '\0' ? NULL : thresh_writer_find(file);
}

cli_status
cli_format_unknown(const char *path) {
    const char *suffix = cli_suffix(cli_file_name(path));
    char all[256], hint[64];
    list_formats(all, sizeof all, true);
    if (*suffix == '\0')
        return cli_usage("'%s' has no suffix to tell its format: give it one "
                         "(%s), or name the format with -t",
                         path, all);
    cli_suggestion near = {.wanted = suffix + 1};
    suggest_formats(&near, true);
    return cli_usage("there is no format for '%s', the suffix of '%s'%s "
                     "(suffixes: %s; or name a format with -t)",
                     suffix, path,
                     cli_suggest_text(&near, ".", hint, sizeof hint), all);
}
