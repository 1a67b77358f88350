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
    size_t middle = thr_str_find(*text, THR_LIT("]("));
    if (text->len < 4 || text->ptr[0] != '[' || middle == THRESH_NONE
        || text->ptr[text->len - 1] != ')')
        return false;
    *text = thr_str_trim(thr_str_slice(*text, 1, middle));
    return true;
}

thr_features
thr_features_of(const thr_record *record) {
    thr_features out = {.filled = record->filled};
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
        out.years += thr_text_is_year(cell);
    }
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
thr_features_is_heading(const thr_features *features) {
    return (features->filled >= 2 || features->first >= 2)
           && !thr_features_is_data(features);
}
