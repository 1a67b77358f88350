/* The outputs, each with what concerns it. See outputs.h. */
#include "cli/outputs.h"

#include <stdlib.h>
#include <string.h>

#include "cli/formats.h"
#include "cli/suggest.h"

const char *
cli_output_name(const cli_output *output) {
    return output->path == NULL ? "standard output" : output->path;
}

/* Choose the class of every output. `to` is the class of -t, or NULL. */
static cli_status
choose_classes(cli_outputs *outputs, const cli_options *options,
               const thresh_writer_class *to) {
    const cli_output *other = NULL; /* whose suffix is not that of -t */
    bool used = false;
    for (size_t i = 0; i < outputs->count; i++) {
        cli_output *output = &outputs->items[i];
        if (output->path == NULL) {
            output->cls = to != NULL ? to : thresh_writer_at(0);
            used = true;
            continue;
        }
        output->cls = cli_format_of_path(output->path);
        if (output->cls == NULL && to == NULL)
            return cli_format_unknown(output->path);
        if (output->cls == NULL)
            output->cls = to;
        if (output->cls == to)
            used = true;
        else
            other = output;
    }
    if (to != NULL && !used && other != NULL)
        return cli_usage("-t %s, but the suffix of '%s' says %s", options->to,
                         other->path, other->cls->name);
    return CLI_OK;
}

/* Give --shape to the outputs that can take it. */
static cli_status
choose_shapes(cli_outputs *outputs, thresh_shape shape) {
    unsigned needed = shape == THRESH_SHAPE_LONG ? THRESH_CAN_LONG
                                                 : THRESH_CAN_WIDE;
    bool used = shape == THRESH_SHAPE_DEFAULT;
    for (size_t i = 0; !used && i < outputs->count; i++)
        used = (outputs->items[i].cls->flags & needed) != 0;
    if (!used)
        return cli_usage("%s has no %s shape", outputs->items[0].cls->name,
                         shape == THRESH_SHAPE_LONG ? "long" : "wide");
    for (size_t i = 0; i < outputs->count; i++)
        if (outputs->items[i].cls->flags & needed)
            outputs->items[i].shape = shape;
    return CLI_OK;
}

bool
cli_output_is_wide(const cli_output *output) {
    if (output->shape != THRESH_SHAPE_DEFAULT)
        return output->shape == THRESH_SHAPE_WIDE;
    unsigned flags = output->cls->flags;
    return (flags & THRESH_CAN_WIDE) != 0
           && ((flags & THRESH_LONG_FIRST) == 0
               || (flags & THRESH_CAN_LONG) == 0);
}

/* Give --columns to the outputs of this shape that are made of columns.
 * Returns whether there are any. */
static bool
give_columns(cli_outputs *outputs, const char *columns, bool wide) {
    bool used = false;
    for (size_t i = 0; i < outputs->count; i++) {
        cli_output *output = &outputs->items[i];
        if ((output->cls->flags & THRESH_TABULAR) != 0
            && cli_output_is_wide(output) == wide) {
            output->columns = columns;
            used = true;
        }
    }
    return used;
}

/* Most columns tell of one observation: they belong to long outputs, and to
 * wide ones only where nothing is long. */
static cli_status
choose_columns(cli_outputs *outputs, const char *columns) {
    if (columns == NULL || give_columns(outputs, columns, false)
        || give_columns(outputs, columns, true))
        return CLI_OK;
    return cli_usage("--columns does not concern %s",
                     outputs->items[0].cls->name);
}

/* Give --no-totals to the long outputs: a table as published keeps them. */
static cli_status
choose_totals(cli_outputs *outputs, bool no_totals) {
    bool used = !no_totals;
    for (size_t i = 0; no_totals && i < outputs->count; i++) {
        outputs->items[i].no_totals = !cli_output_is_wide(&outputs->items[i]);
        used = used || outputs->items[i].no_totals;
    }
    if (used)
        return CLI_OK;
    return cli_usage("--no-totals leaves out observations, but %s is written "
                     "as published: add --shape long",
                     outputs->items[0].cls->name);
}

/* Whether `cls` has the key of `pair`, which is "key=value". */
static bool
knows_key(const thresh_writer_class *cls, const char *pair) {
    size_t len = strcspn(pair, "=");
    const thresh_option *option = cls->options;
    for (; option != NULL && option->key != NULL; option++)
        if (strlen(option->key) == len && memcmp(option->key, pair, len) == 0)
            return true;
    return false;
}

/* Tell that no output knows the key of `pair`: it is misspelt, or that of
 * another format. */
static cli_status
fail_key(const cli_outputs *outputs, const char *pair) {
    char key[48], hint[64];
    size_t len = strcspn(pair, "=");
    const thresh_writer_class *cls;
    for (size_t i = 0; (cls = thresh_writer_at(i)) != NULL; i++)
        if (knows_key(cls, pair))
            return cli_usage("--set %s is a setting of %s, which is not "
                             "written here",
                             pair, cls->name);
    if (len >= sizeof key)
        len = sizeof key - 1;
    memcpy(key, pair, len);
    key[len] = '\0';
    cli_suggestion near = {.wanted = key};
    for (size_t i = 0; i < outputs->count; i++) {
        const thresh_option *option = outputs->items[i].cls->options;
        for (; option != NULL && option->key != NULL; option++)
            cli_suggest(&near, option->key);
    }
    return cli_usage("%s has no setting '%s'%s",
                     outputs->count == 1 ? outputs->items[0].cls->name
                                         : "none of the formats",
                     key, cli_suggest_text(&near, "", hint, sizeof hint));
}

/* Give each --set to the outputs that know its key. */
static cli_status
choose_settings(cli_outputs *outputs, const cli_options *options) {
    const char **next = outputs->set;
    for (size_t i = 0; i < outputs->count; i++) {
        outputs->items[i].set = next;
        for (size_t k = 0; k < options->nset; k++)
            if (knows_key(outputs->items[i].cls, options->set[k]))
                *next++ = options->set[k];
        *next++ = NULL;
    }
    for (size_t k = 0; k < options->nset; k++) {
        bool used = false;
        for (size_t i = 0; i < outputs->count; i++)
            used |= knows_key(outputs->items[i].cls, options->set[k]);
        if (!used)
            return fail_key(outputs, options->set[k]);
    }
    return CLI_OK;
}

/* Take all that is put, without keeping it. */
static int
drop(void *ctx, const void *buf, size_t size) {
    (void)ctx;
    (void)buf;
    (void)size;
    return 0;
}

/* Let the library check the options before anything is read: open a writer
 * that leads nowhere. */
static cli_status
try_output(const cli_output *output, const cli_options *options) {
    thresh_sink sink = {.write = drop};
    thresh_write_options opts = cli_output_options(output, options, 1);
    thresh_writer *writer;
    thresh_error err;
    thresh_result result = thresh_writer_open(&writer, output->cls, &sink,
                                              &opts, &err);
    if (result == THRESH_OK)
        thresh_writer_abandon(writer);
    return result == THRESH_E_ARGUMENT ? cli_usage("%s", err.message) : CLI_OK;
}

static cli_status
allocate(cli_outputs *outputs, const cli_options *options) {
    size_t count = options->noutputs > 0 ? options->noutputs : 1;
    outputs->items = calloc(count, sizeof *outputs->items);
    outputs->set = calloc(count * (options->nset + 1), sizeof *outputs->set);
    if (outputs->items == NULL || outputs->set == NULL)
        return cli_fail_memory();
    outputs->count = count;
    for (size_t i = 0; i < options->noutputs; i++)
        if (strcmp(options->outputs[i], "-") != 0)
            outputs->items[i].path = options->outputs[i];
    return CLI_OK;
}

cli_status
cli_outputs_choose(cli_outputs *outputs, const cli_options *options) {
    *outputs = (cli_outputs){0};
    const thresh_writer_class *to = NULL;
    if (options->to != NULL && (to = cli_format_named(options->to)) == NULL)
        return CLI_USAGE;
    cli_status status = allocate(outputs, options);
    if (status == CLI_OK)
        status = choose_classes(outputs, options, to);
    if (status == CLI_OK)
        status = choose_shapes(outputs, options->shape);
    if (status == CLI_OK)
        status = choose_columns(outputs, options->columns);
    if (status == CLI_OK)
        status = choose_totals(outputs, options->no_totals);
    if (status == CLI_OK)
        status = choose_settings(outputs, options);
    for (size_t i = 0; status == CLI_OK && i < outputs->count; i++)
        status = try_output(&outputs->items[i], options);
    return status;
}

void
cli_outputs_free(cli_outputs *outputs) {
    free(outputs->items);
    free(outputs->set);
}

thresh_write_options
cli_output_options(const cli_output *output, const cli_options *options,
                   size_t tables) {
    const char *input = options->input;
    bool named = input != NULL && strcmp(input, "-") != 0;
    return (thresh_write_options){
        .shape = output->shape,
        .names = options->names,
        .columns = output->columns,
        .set = output->set,
        .tables = tables,
        .no_totals = output->no_totals,
        .threads = options->jobs,
        .source_name = named ? cli_file_name(input) : NULL,
    };
}
