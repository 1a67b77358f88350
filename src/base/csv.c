/* The one door to libcsv. See csv.h. */
#include "base/csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/eight.h"
#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"

struct thr_csv {
    struct csv_parser parser;
    char delimiter;
    thr_buf text; /* of all cells, one after the other */
    size_t *ends; /* of each cell in `text` */
    size_t ends_room;
    thresh_str *cells;
    size_t cells_room;
    size_t ncells;
    bool complete;
    bool failed;
};

/* No character is blank to libcsv: it strips none. */
static int
is_blank(unsigned char c) {
    (void)c;
    return 0;
}

/* Only the line end that we feed ends a record, not a stray CR. */
static int
is_end(unsigned char c) {
    return c == '\n';
}

static void
on_cell(void *bytes, size_t size, void *ctx) {
    thr_csv *csv = ctx;
    size_t *ends = thr_grow(csv->ends, &csv->ends_room, csv->ncells + 1,
                            sizeof *ends);
    if (ends == NULL) {
        csv->failed = true;
        return;
    }
    csv->ends = ends;
    thr_buf_add(&csv->text, bytes, size);
    csv->ends[csv->ncells++] = csv->text.len;
}

static void
on_record(int end, void *ctx) {
    (void)end;
    thr_csv *csv = ctx;
    csv->complete = true;
}

static bool
start(thr_csv *csv) {
    if (csv_init(&csv->parser, 0) != 0)
        return false;
    csv_set_delim(&csv->parser, (unsigned char)csv->delimiter);
    csv_set_space_func(&csv->parser, is_blank);
    csv_set_term_func(&csv->parser, is_end);
    return true;
}

thr_csv *
thr_csv_new(char delimiter) {
    thr_csv *csv = calloc(1, sizeof *csv);
    if (csv == NULL)
        return NULL;
    csv->delimiter = delimiter;
    if (!start(csv)) {
        free(csv);
        return NULL;
    }
    return csv;
}

void
thr_csv_free(thr_csv *csv) {
    if (csv == NULL)
        return;
    csv_free(&csv->parser);
    thr_buf_free(&csv->text);
    free(csv->ends);
    free(csv->cells);
    free(csv);
}

/* libcsv cannot be rewound inside a quote, only begun anew. */
void
thr_csv_reset(thr_csv *csv) {
    csv_free(&csv->parser);
    csv->failed = !start(csv);
    csv->complete = true;
}

thresh_result
thr_csv_line(thr_csv *csv, thresh_str line, bool *complete,
             thresh_error *err) {
    if (csv->complete) {
        csv->ncells = 0;
        thr_buf_clear(&csv->text);
    }
    csv->complete = false;
    size_t taken = csv_parse(&csv->parser, line.ptr, line.len, on_cell,
                             on_record, csv);
    if (taken == line.len)
        taken += csv_parse(&csv->parser, "\n", 1, on_cell, on_record, csv);
    if (taken != line.len + 1 || csv->failed || csv->text.failed)
        return thr_fail_memory(err);
    *complete = csv->complete;
    return THRESH_OK;
}

size_t
thr_csv_cells(thr_csv *csv, const thresh_str **cells) {
    thresh_str *views = thr_grow(csv->cells, &csv->cells_room, csv->ncells,
                                 sizeof *views);
    if (views == NULL)
        return 0;
    csv->cells = views;
    size_t from = 0;
    for (size_t i = 0; i < csv->ncells; i++) {
        views[i] = (thresh_str){csv->text.ptr + from, csv->ends[i] - from};
        from = csv->ends[i];
    }
    *cells = views;
    return csv->ncells;
}

/* Most labels are ASCII letters, digits, and blanks between them. */
static bool
is_words(thresh_str text) {
    enum { WORD = 8 };
    char first[WORD];
    if (text.len < WORD) {
        memset(first, 'x', WORD);
        memcpy(first, text.ptr, text.len);
        return thr_eight_are_words(thr_eight_load(first), ' ');
    }
    size_t at = 0, last = text.len - WORD;
    while (at < last
           && thr_eight_are_words(thr_eight_load(text.ptr + at), ' '))
        at += WORD;
    return at >= last
           && thr_eight_are_words(thr_eight_load(text.ptr + last), ' ');
}

static bool
needs_quotes(thresh_str text, char delimiter) {
    if (text.len == 0)
        return false;
    if (thr_blank_at_start(text) > 0 || thr_blank_at_end(text) > 0)
        return true;
    if (is_words(text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == delimiter || c == '"' || c == '\n' || c == '\r')
            return true;
    }
    return false;
}

void
thr_csv_quote(thr_buf *out, thresh_str text, char delimiter) {
    if (!needs_quotes(text, delimiter)) {
        thr_buf_str(out, text);
        return;
    }
    size_t most = 2 * text.len + 2; /* all of it quotes */
    char *room = text.len < SIZE_MAX / 2 - 1 ? thr_buf_reserve(out, most)
                                             : NULL;
    if (room != NULL)
        out->len += csv_write(room, most, text.ptr, text.len);
    else
        out->failed = true;
}
