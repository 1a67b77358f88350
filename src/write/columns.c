/* The names of further columns, in one table. See columns.h. */
#include "write/columns.h"

#include "base/error.h"
#include "base/nearest.h"
#include "base/str.h"

typedef struct column_name {
    const char *name;
    thr_extra extra;
    bool wide; /* a wide record can have it */
} column_name;

static const column_name names[] = {
    {"parent", THR_EXTRA_PARENT, true},
    {"level", THR_EXTRA_LEVEL, true},
    {"raw", THR_EXTRA_RAW, false},
    {"line", THR_EXTRA_LINE, true},
    {"field", THR_EXTRA_FIELD, false},
    {"obs_status", THR_EXTRA_OBS_STATUS, false},
    {"table", THR_EXTRA_TABLE, true},
    {"unit", THR_EXTRA_UNIT, true},
    {"measure", THR_EXTRA_MEASURE, true},
    {"implied", THR_EXTRA_IMPLIED, false},
};

enum { NAME_COUNT = sizeof names / sizeof *names };

static const column_name *
find(thresh_str name) {
    for (size_t i = 0; i < NAME_COUNT; i++)
        if (thr_str_equal(thr_str(names[i].name), name))
            return &names[i];
    return NULL;
}

static thresh_result
unknown_column(thresh_str name, thresh_error *err) {
    thr_nearest nearest = {.typed = name};
    for (size_t i = 0; i < NAME_COUNT; i++)
        thr_nearest_offer(&nearest, thr_str(names[i].name));
    if (nearest.name.len > 0)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "no column '%.*s'; did you mean '%.*s'?",
                        THR_STR(name), THR_STR(nearest.name));
    return thr_fail(err, THRESH_E_ARGUMENT,
                    "no column '%.*s'; there are parent, level, raw, line, "
                    "field, obs_status, table, unit, measure and implied",
                    THR_STR(name));
}

thresh_result
thr_columns_check(const char *list, thresh_shape shape, thresh_error *err) {
    thresh_str rest = thr_str(list);
    thresh_str name;
    while (thr_str_next(&rest, ',', &name)) {
        if (name.len == 0)
            continue;
        const column_name *found = find(name);
        if (found == NULL)
            return unknown_column(name, err);
        if (shape == THRESH_SHAPE_WIDE && !found->wide)
            return thr_fail(err, THRESH_E_ARGUMENT,
                            "the column '%s' tells of one observation: it "
                            "needs the long shape",
                            found->name);
    }
    return THRESH_OK;
}

bool
thr_columns_next(thresh_str *rest, thr_extra *out) {
    thresh_str name;
    while (thr_str_next(rest, ',', &name)) {
        const column_name *found = find(name);
        if (found == NULL)
            continue;
        *out = found->extra;
        return true;
    }
    return false;
}
