/* A writer's options, checked and copied. See options.h. */
#include "write/options.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/nearest.h"
#include "base/str.h"
#include "base/utf8.h"
#include "write/columns.h"

static size_t
count_options(const thresh_writer_class *cls) {
    size_t count = 0;
    while (cls->options != NULL && cls->options[count].key != NULL)
        count++;
    return count;
}

/* A copy of `text`, ended by NUL. */
static const char *
copy_text(thr_arena *arena, thresh_str text) {
    char *copy = thr_arena_alloc(arena, text.len + 1);
    if (copy != NULL && text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return copy;
}

static thresh_result
unknown_key(const thresh_writer_class *cls, thresh_str key,
            thresh_error *err) {
    thr_nearest nearest = {.typed = key};
    size_t count = count_options(cls);
    for (size_t i = 0; i < count; i++)
        thr_nearest_offer(&nearest, thr_str(cls->options[i].key));
    if (nearest.name.len > 0)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "%s has no option '%.*s'; did you mean '%.*s'?",
                        cls->name, THR_STR(key), THR_STR(nearest.name));
    if (count == 0)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "%s has no option '%.*s'; it has none at all",
                        cls->name, THR_STR(key));
    thr_buf known = {0};
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(&known, i == 0 ? "" : ", ");
        thr_buf_text(&known, cls->options[i].key);
    }
    thr_fail(err, THRESH_E_ARGUMENT, "%s has no option '%.*s'; it has %.*s",
             cls->name, THR_STR(key), THR_STR(thr_buf_view(&known)));
    thr_buf_free(&known);
    return THRESH_E_ARGUMENT;
}

/* Whether `value` is one of "a|b|c", or the list ends with "...". */
static bool
is_allowed(const char *values, thresh_str value) {
    thresh_str rest = thr_str(values);
    thresh_str choice;
    while (thr_str_next(&rest, '|', &choice)) {
        if (thr_str_equal(choice, value))
            return true;
        if (rest.ptr == NULL && thr_str_equal(choice, THR_LIT("...")))
            return true;
    }
    return false;
}

/* Take one "key=value" over into `values`. */
static thresh_result
resolve_one(const char **values, thr_arena *arena,
            const thresh_writer_class *cls, const char *pair,
            thresh_error *err) {
    const char *equals = strchr(pair, '=');
    thresh_str key = equals ? (thresh_str){pair, (size_t)(equals - pair)}
                            : thr_str(pair);
    size_t count = count_options(cls);
    size_t i = 0;
    while (i < count && !thr_str_equal(thr_str(cls->options[i].key), key))
        i++;
    if (i == count)
        return unknown_key(cls, key, err);
    const thresh_option *option = &cls->options[i];
    if (equals == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "option '%s' of %s has no value: write %s=%s",
                        option->key, cls->name, option->key, option->values);
    thresh_str value = thr_str(equals + 1);
    if (!is_allowed(option->values, value))
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "option '%s' of %s takes %s, not '%.*s'", option->key,
                        cls->name, option->values, THR_STR(value));
    values[i] = copy_text(arena, value);
    return values[i] ? THRESH_OK : thr_fail_memory(err);
}

/* The value of every option of the class: the last that was set, or the
 * first choice. */
static thresh_result
resolve_set(thr_options *out, thr_arena *arena, const thresh_writer_class *cls,
            thresh_error *err) {
    size_t count = count_options(cls);
    out->values = thr_arena_array(arena, count, sizeof *out->values);
    if (out->values == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        thresh_str rest = thr_str(cls->options[i].values);
        thresh_str first = {NULL, 0};
        thr_str_next(&rest, '|', &first);
        out->values[i] = copy_text(arena, first);
        if (out->values[i] == NULL)
            return thr_fail_memory(err);
    }
    for (const char *const *set = out->given.set; set && *set; set++)
        THR_TRY(resolve_one(out->values, arena, cls, *set, err));
    return THRESH_OK;
}

static thresh_result
resolve_shape(thresh_shape *shape, const thresh_writer_class *cls,
              thresh_error *err) {
    bool can_long = (cls->flags & THRESH_CAN_LONG) != 0;
    bool can_wide = (cls->flags & THRESH_CAN_WIDE) != 0;
    bool long_first = (cls->flags & THRESH_LONG_FIRST) != 0;
    if (!can_long && !can_wide)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "the writer '%s' has neither THRESH_CAN_LONG nor "
                        "THRESH_CAN_WIDE among its flags",
                        cls->name);
    if (*shape == THRESH_SHAPE_DEFAULT)
        *shape = can_long && (long_first || !can_wide) ? THRESH_SHAPE_LONG
                                                       : THRESH_SHAPE_WIDE;
    if (*shape == THRESH_SHAPE_LONG && !can_long)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "%s cannot be written long, only wide", cls->name);
    if (*shape == THRESH_SHAPE_WIDE && !can_wide)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "%s cannot be written wide, only long", cls->name);
    if (*shape != THRESH_SHAPE_LONG && *shape != THRESH_SHAPE_WIDE)
        return thr_fail(err, THRESH_E_ARGUMENT, "no such shape: %d",
                        (int)*shape);
    return THRESH_OK;
}

/* Replace a borrowed text by a copy. */
static bool
own_text(thr_arena *arena, const char **text) {
    if (*text != NULL)
        *text = copy_text(arena, thr_str(*text));
    return *text != NULL;
}

/* The same of the name of a file, which may be in no encoding: bytes that are
 * no text become U+FFFD. */
static bool
own_name(thr_arena *arena, const char **name) {
    enum { REPLACEMENT = 0xFFFD };
    thr_buf text = {0};
    thresh_str rest = thr_str(*name);
    while (rest.len > 0) {
        uint32_t point;
        size_t len = thr_utf8_next(rest, &point);
        thr_utf8_add(&text, len > 0 ? point : REPLACEMENT);
        rest = thr_str_from(rest, len > 0 ? len : 1);
    }
    *name = text.failed ? NULL : copy_text(arena, thr_buf_view(&text));
    thr_buf_free(&text);
    return *name != NULL;
}

static thresh_result
own_set(thr_arena *arena, const char *const **set, thresh_error *err) {
    size_t count = 0;
    while (*set && (*set)[count] != NULL)
        count++;
    const char **copy = thr_arena_array(arena, count + 1, sizeof *copy);
    if (copy == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        copy[i] = (*set)[i];
        if (!own_text(arena, &copy[i]))
            return thr_fail_memory(err);
    }
    *set = copy;
    return THRESH_OK;
}

thresh_result
thr_options_resolve(thr_options *out, thr_arena *arena,
                    const thresh_writer_class *cls,
                    const thresh_write_options *given, thresh_error *err) {
    thresh_write_options *own = &out->given;
    *own = given ? *given : (thresh_write_options){0};
    out->shape = own->shape;
    THR_TRY(resolve_shape(&out->shape, cls, err));
    if (own->no_totals && out->shape == THRESH_SHAPE_WIDE)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "totals can be left out of the long shape only: %s "
                        "would be written wide",
                        cls->name);
    if (own->columns != NULL && (cls->flags & THRESH_TABULAR) == 0)
        return thr_fail(err, THRESH_E_ARGUMENT, "%s takes no further columns",
                        cls->name);
    THR_TRY(thr_columns_check(own->columns, out->shape, err));
    if (own->columns != NULL && !own_text(arena, &own->columns))
        return thr_fail_memory(err);
    if (own->source_name != NULL && !own_name(arena, &own->source_name))
        return thr_fail_memory(err);
    THR_TRY(own_set(arena, &own->set, err));
    return resolve_set(out, arena, cls, err);
}
