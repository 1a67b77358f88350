/* What a record looks like by itself. See features.h. */
#include "layout/features.h"

#include "base/str.h"
#include "grid/value.h"

bool
thr_text_is_year(thresh_str text) {
    if (text.len != 4 || (text.ptr[0] != '1' && text.ptr[0] != '2'))
        return false;
    for (size_t i = 1; i < 4; i++)
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
    return text.ptr[0] == '1' ? text.ptr[1] >= '5' : text.ptr[1] <= '1';
}

bool
thr_text_is_link(thresh_str *text) {
    if (text->len < 4 || text->ptr[0] != '['
        || text->ptr[text->len - 1] != ')')
        return false;
    size_t middle = thr_str_find(*text, THR_LIT("]("));
    if (middle == THRESH_NONE
        || memchr(text->ptr + middle, ' ', text->len - middle) != NULL)
        return false;
    *text = thr_str_trim(thr_str_slice(*text, 1, middle));
    return true;
}

static int
year_of(thresh_str text) {
    int year = 0;
    for (size_t i = 0; i < text.len; i++)
        year = year * 10 + (text.ptr[i] - '0');
    return year;
}

/* The years of one record, as they follow each other. */
typedef struct years {
    size_t count;
    int last;
    int step;
    bool even; /* one step for all */
} years;

static void
add_year(years *seen, int year) {
    int step = year - seen->last;
    if (seen->count == 1)
        seen->step = step;
    if (seen->count > 0)
        seen->even = step == seen->step && step != 0 && step >= -10
                     && step <= 10 && (seen->count == 1 || seen->even);
    seen->last = year;
    seen->count++;
}

thr_features
thr_features_of(const thr_record *record) {
    thr_features out = {.filled = record->filled};
    years seen = {0};
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        if (out.first == 0)
            out.first = field;
        if (field == 1)
            continue;
        if (!thr_value_is_figure(cell)) {
            out.texts++;
            continue;
        }
        out.figures++;
        if (thr_text_is_year(cell))
            add_year(&seen, year_of(cell));
    }
    out.years = seen.count;
    out.run = seen.even;
    return out;
}

bool
thr_features_is_data(const thr_features *features) {
    return features->figures > features->years;
}

bool
thr_features_is_years(const thr_features *features) {
    return features->figures > 0 && features->figures == features->years;
}

bool
thr_features_is_year_header(const thr_features *features, thresh_str label,
                            thresh_str stubhead) {
    return thr_features_is_years(features)
           && (features->run || label.len == 0
               || thr_str_equal(label, stubhead));
}

bool
thr_features_is_heading(const thr_features *features) {
    return (features->filled >= 2 || features->first >= 2)
           && features->figures == 0;
}
