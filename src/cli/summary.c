/* What was read, in a line. See summary.h. */
#include "cli/summary.h"

#include <inttypes.h>
#include <stdio.h>

#include "cli/sums.h"

static void
put_count(uint64_t count, const char *what) {
    if (count > 0)
        (void)fprintf(cli_err(), ", %" PRIu64 " %s", count, what);
}

static const char *
plural(uint64_t count) {
    return count == 1 ? "" : "s";
}

/* Print rows, columns and observations: as a product, if it is one. */
static void
put_size(const thresh_counts *counts, bool product) {
    (void)fprintf(cli_err(), ", %zu row%s", counts->rows,
                  plural(counts->rows));
    if (product)
        (void)fprintf(cli_err(), " x %zu column%s", counts->columns,
                      plural(counts->columns));
    product = product
              && counts->observations == counts->rows * counts->columns;
    (void)fprintf(cli_err(), "%s %zu observation%s", product ? " =" : ",",
                  counts->observations, plural(counts->observations));
}

/* What all tables have together. */
static thresh_counts
count(const cli_document *document) {
    thresh_counts sum = document->streamed;
    for (size_t i = 0; i < document->ntables; i++) {
        thresh_counts counts = thresh_table_counts(document->tables[i]);
        sum.rows += counts.rows;
        sum.columns += counts.columns;
        sum.observations += counts.observations;
        sum.nil += counts.nil;
        sum.missing += counts.missing;
        sum.text += counts.text;
    }
    return sum;
}

void
cli_summary_put(const cli_document *document) {
    const cli_options *options = document->options;
    thresh_counts sum = count(document);
    size_t tables = document->ntables + document->nstreamed;
    if (options->dir != NULL)
        cli_put_place(cli_err(), document->name, 0, 0);
    (void)fprintf(cli_err(), "%zu table%s", tables, plural(tables));
    put_size(&sum, document->ntables == 1);
    put_count(sum.nil, "nil");
    put_count(sum.missing, "missing");
    put_count(sum.text, "text");
    put_count(document->tally.rejected, document->tally.rejected == 1
                                            ? "cell rejected"
                                            : "cells rejected");
    put_count(document->warnings,
              document->warnings == 1 ? "warning" : "warnings");
    if (document->nstreamed == 0)
        cli_sums_summarise(document, options->check || options->verbose);
    (void)fputc('\n', cli_err());
}
