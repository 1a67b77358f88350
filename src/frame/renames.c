/* Dimensions that the user gives names to. See renames.h. */
#include "frame/renames.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/nearest.h"
#include "base/str.h"
#include "model/names.h"

/* ## What the user says */

static thresh_result
read_text(thr_renames *renames, thresh_str text, thresh_error *err) {
    thr_rename *item = &renames->items[renames->count++];
    const char *equals = text.len == 0 ? NULL
                                       : memchr(text.ptr, '=', text.len);
    size_t at = equals == NULL ? text.len : (size_t)(equals - text.ptr);
    thresh_str dimension = thr_str_trim(thr_str_slice(text, 0, at));
    thresh_str name = thr_str_trim(thr_str_from(text, at + (equals != NULL)));
    if (dimension.len == 0 || name.len == 0)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "a dimension is named by DIMENSION=NAME, not by "
                        "\"%.*s\"",
                        THR_STR(text));
    thr_name_add(&item->wanted, dimension);
    thr_buf_str(&item->label, name);
    if (item->wanted.failed || item->label.failed)
        return thr_fail_memory(err);
    for (size_t i = 0; i + 1 < renames->count; i++)
        if (thr_str_equal(thr_buf_view(&renames->items[i].wanted),
                          thr_buf_view(&item->wanted)))
            return thr_fail(err, THRESH_E_ARGUMENT,
                            "the dimension \"%.*s\" is given two names",
                            THR_STR(dimension));
    return THRESH_OK;
}

thresh_result
thr_renames_start(thr_renames *renames, const char *const *texts,
                  thresh_error *err) {
    size_t count = 0;
    while (texts != NULL && texts[count] != NULL)
        count++;
    *renames = (thr_renames){
        .items = calloc(count + 1, sizeof *renames->items)};
    if (renames->items == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        THR_TRY(read_text(renames, thr_str(texts[i]), err));
    return THRESH_OK;
}

void
thr_renames_free(thr_renames *renames) {
    for (size_t i = 0; i < renames->count; i++) {
        thr_buf_free(&renames->items[i].wanted);
        thr_buf_free(&renames->items[i].label);
    }
    free(renames->items);
    *renames = (thr_renames){0};
}

/* ## A dimension that is not there */

/* "citizenship, region and year". */
static void
list_dimensions(thr_buf *out, const thresh_table *table) {
    for (size_t i = 0; i < table->ndimensions; i++) {
        if (i > 0)
            thr_buf_text(out, i + 1 < table->ndimensions ? ", " : " and ");
        thr_buf_str(out, table->dimensions[i].name);
    }
}

/* Say that `table` has no dimension of that name, and which it has. */
static void
describe_none(thr_rename *item, const thresh_table *table,
              const thresh_place *place) {
    char room[160], all[96];
    thr_buf hint = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    thr_buf known = {.ptr = all, .room = sizeof all, .limit = sizeof all};
    thr_nearest near = {.typed = thr_buf_view(&item->wanted)};
    for (size_t i = 0; i < table->ndimensions; i++)
        thr_nearest_offer(&near, table->dimensions[i].name);
    if (near.name.len > 0) {
        thr_buf_text(&hint, "; did you mean \"");
        thr_buf_str(&hint, near.name);
        thr_buf_text(&hint, "\"?");
    }
    list_dimensions(&known, table);
    thr_fail_at(&item->none, THRESH_E_ARGUMENT, place,
                "the table has no dimension \"%.*s\"; it has %.*s%s%.*s",
                THR_STR(thr_buf_view(&item->wanted)),
                THR_STR(thr_buf_view(&known)), known.failed ? ", ..." : "",
                THR_STR(thr_buf_view(&hint)));
}

static void
warn(const thr_rename *item, const thr_report *report) {
    const thresh_place place = {.line = item->none.line,
                                .column = item->none.column};
    thr_report_warning(report, &place, "%s", item->none.message);
}

/* `item` found its dimension, or did not. Once one table has it, those that
 * do not are told: before, it may be a slip, and an error at the end. */
static void
note(thr_rename *item, bool found, const thresh_table *table,
     const thresh_place *place, const thr_report *report) {
    bool missed = item->none.result != THRESH_OK;
    if (found && !item->used && missed)
        warn(item, report);
    if (!found && (item->used || !missed))
        describe_none(item, table, place);
    if (!found && item->used)
        warn(item, report);
    item->used |= found;
}

thresh_result
thr_renames_end(const thr_renames *renames, thresh_error *err) {
    for (size_t i = 0; i < renames->count; i++) {
        const thr_rename *item = &renames->items[i];
        if (item->used || item->none.result == THRESH_OK)
            continue;
        if (err != NULL)
            *err = item->none;
        return THRESH_E_ARGUMENT;
    }
    return THRESH_OK;
}

/* ## Naming */

static thresh_result
name_dimension(thresh_table *table, thresh_dimension *dimension,
               const thr_rename *item, thresh_error *err) {
    thr_buf name = {0};
    thr_name_add(&name, thr_buf_view(&item->label));
    bool copied = !name.failed
                  && thr_arena_copy(&table->arena, thr_buf_view(&name),
                                    &dimension->name)
                  && thr_arena_copy(&table->arena, thr_buf_view(&item->label),
                                    &dimension->label);
    thr_buf_free(&name);
    dimension->reason = THR_LIT("as the user says");
    return copied ? THRESH_OK : thr_arena_failure(&table->arena, 0, err);
}

static thresh_result
check_unique(const thresh_table *table, const thresh_place *place,
             thresh_error *err) {
    for (size_t i = 1; i < table->ndimensions; i++)
        for (size_t k = 0; k < i; k++)
            if (thr_str_equal(table->dimensions[i].name,
                              table->dimensions[k].name))
                return thr_fail_at(err, THRESH_E_ARGUMENT, place,
                                   "two dimensions of the table would be "
                                   "called \"%.*s\"",
                                   THR_STR(table->dimensions[i].name));
    return THRESH_OK;
}

/* The dimension that would be called so, or NULL. */
static thresh_dimension *
find(const thresh_table *table, thresh_str name) {
    for (size_t i = 0; i < table->ndimensions; i++)
        if (thr_str_equal(table->dimensions[i].name, name))
            return &table->dimensions[i];
    return NULL;
}

thresh_result
thr_renames_apply(thr_renames *renames, thresh_table *table,
                  const thresh_place *place, const thr_report *report,
                  thresh_error *err) {
    if (renames->count == 0)
        return THRESH_OK;
    /* All are found before any has another name: "a=b" and "b=a" swap. */
    thresh_dimension **found = calloc(renames->count, sizeof(void *));
    if (found == NULL)
        return thr_fail_memory(err);
    thresh_result result = THRESH_OK;
    for (size_t i = 0; i < renames->count; i++) {
        thr_rename *item = &renames->items[i];
        found[i] = find(table, thr_buf_view(&item->wanted));
        note(item, found[i] != NULL, table, place, report);
    }
    for (size_t i = 0; result == THRESH_OK && i < renames->count; i++)
        if (found[i] != NULL)
            result = name_dimension(table, found[i], &renames->items[i], err);
    free(found);
    THR_TRY(result);
    return check_unique(table, place, err);
}
