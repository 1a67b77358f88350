/* The sums of a table in JSON. See json_sums.h. */
#include "write/json_sums.h"

#include "base/str.h"
#include "model/unpack.h"

/* A value as a number, exactly. */
static void
put_number(thr_json *json, const char *key, const thresh_cell *cell) {
    char number[THRESH_NUMBER_MAX];
    thresh_str text = {number, thresh_cell_number(cell, number)};
    thr_json_name(json, key);
    if (text.len > 0)
        thr_json_literal(json, text);
    else
        thr_json_text_or_null(json, text);
}

static void
put_failure(thr_json *json, const thresh_table *table,
            const thresh_failure *failure) {
    char room[THR_FORM_MOST];
    thresh_cell total = thr_cells_one(table, failure->row, failure->column,
                                      room);
    thr_json_open_line(json, '{');
    thr_json_put_uint(json, "line", total.place.line);
    thr_json_put_uint(json, "field", total.place.field);
    put_number(json, "total", &total);
    put_number(json, "parts", &failure->parts);
    put_number(json, "difference", &failure->difference);
    thr_json_close(json, '}');
    thr_json_hand_on(json);
}

/* `*next` is the first failure of this sum, and then that of the next. */
static void
put_sum(thr_json *json, const thresh_table *table, const thresh_sum *sum,
        size_t *next) {
    const thresh_dimension *dimensions;
    const thresh_failure *failures;
    (void)thresh_table_dimensions(table, &dimensions);
    (void)thresh_table_failures(table, &failures);
    thr_json_open_line(json, '{');
    thr_json_name(json, "kind");
    thr_json_text(json, sum->kind == THRESH_DIFFERENCE ? THR_LIT("difference")
                                                       : THR_LIT("sum"));
    thr_json_name(json, "dimension");
    thr_json_text(json, dimensions[sum->dimension].name);
    thr_json_put_uint(json, "total", sum->total);
    thr_json_name(json, "parts");
    thr_json_open(json, '[');
    for (size_t i = 0; i < sum->nparts; i++)
        thr_json_uint(json, sum->parts[i]);
    thr_json_close(json, ']');
    thr_json_put_uint(json, "exact", sum->exact);
    thr_json_put_uint(json, "rounded", sum->rounded);
    thr_json_put_uint(json, "unknown", sum->unknown);
    thr_json_name(json, "failed");
    thr_json_open(json, '[');
    for (size_t i = 0; i < sum->failed; i++)
        put_failure(json, table, &failures[(*next)++]);
    thr_json_close(json, ']');
    thr_json_close(json, '}');
}

void
thr_json_sums(thr_json *json, const thresh_table *table) {
    const thresh_sum *sums;
    size_t count = thresh_table_sums(table, &sums), next = 0;
    thr_json_name(json, "sums");
    thr_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        put_sum(json, table, &sums[i], &next);
        thr_json_hand_on(json);
    }
    thr_json_close(json, ']');
}
