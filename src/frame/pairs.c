/* Lines of a name and what it is. See pairs.h. */
#include "frame/pairs.h"

#include "base/str.h"
#include "scan/features.h"
#include "value/symbol.h"
#include "value/value.h"

/* Of Chinese and Japanese, as wide as their characters. */
static const thresh_str wide_colon = {"\xEF\xBC\x9A", 3};

/* How long the colon behind a name is; 0 if there is none. */
static size_t
colon_of(thresh_str name) {
    if (name.len > 1 && name.ptr[name.len - 1] == ':')
        return 1;
    return name.len > wide_colon.len
                   && thr_str_equal(
                       thr_str_from(name, name.len - wide_colon.len),
                       wide_colon)
               ? wide_colon.len
               : 0;
}

static bool
ends_in_colon(thresh_str name) {
    return colon_of(name) > 0;
}

thresh_str
thr_pairs_text(const thr_record *record) {
    thresh_str text = {NULL, 0};
    for (size_t field = 2; field <= record->ncells && text.len == 0; field++)
        text = thr_record_cell(record, field);
    return text;
}

/* Whether a blank stands before the second text: a comma cuts prose so. */
static bool
is_prose(const thr_record *record) {
    thresh_str second = record->cells[1].text;
    return second.len > 1 && second.ptr[0] == ' ';
}

static bool
is_figure(thresh_str text) {
    thresh_str year;
    return thr_value_is_figure(text) && !thr_text_heads_year(text, &year);
}

/* No figure, but for a symbol that may be explained. */
static bool
is_name(thresh_str text) {
    thr_meaning meaning;
    return !thr_value_is_figure(text)
           || thr_symbol_alone(NULL, text, &meaning);
}

/* A name and one text beside it; a number only where a colon stands between
 * them. */
static bool
is_two(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    thresh_str name = thr_record_cell(record, 1);
    return record->filled == 2 && name.len > 0 && is_name(name)
           && !record->aligned && !is_prose(record)
           && (ends_in_colon(name) || !is_figure(thr_pairs_text(record)));
}

/* Whether most of the lines around `i` that could be pairs have a colon: then
 * none of them starts a header. */
static bool
have_colons(const thr_window *window, size_t i) {
    size_t colons = 0, lines = 0;
    while (i > 0 && is_two(window, i - 1))
        i--;
    for (; i < window->count && is_two(window, i); i++, lines++)
        colons += ends_in_colon(thr_record_cell(thr_window_at(window, i), 1));
    return 2 * colons > lines && lines > 1;
}

/* Whether numbers stand in no more than half of the lines around `i` that
 * could be pairs: else they are rows of a table of their own. Whether one line
 * alone is enough, its colon tells. */
static bool
is_run(const thr_window *window, size_t i) {
    size_t first = i, end = i + 1, figures = 0;
    while (first > 0 && is_two(window, first - 1))
        first--;
    while (end < window->count && is_two(window, end))
        end++;
    for (size_t k = first; k < end; k++)
        figures += is_figure(thr_pairs_text(thr_window_at(window, k)));
    thresh_str name = thr_record_cell(thr_window_at(window, i), 1);
    return 2 * figures <= end - first
           && (ends_in_colon(name) || end - first > 1);
}

/* Whether the first line below that is neither a pair nor text alone has more
 * cells, and is no more of a header that `i` could start: a blank line stands
 * above it, it has a first cell and one beside it, or there are colons. */
static bool
is_above_wider(const thr_window *window, size_t i) {
    bool apart = false, colons = have_colons(window, i);
    for (i++; i < window->count; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        if (features.filled == 0)
            apart = true;
        else if (is_two(window, i))
            apart = false;
        else if (features.filled > 1 || features.first > 1)
            return features.filled > 2
                   && (apart || colons
                       || (thr_record_cell(record, 1).len > 0
                           && thr_record_cell(record, 2).len > 0));
    }
    return false;
}

/* Whether headings stand above and figures right below: then a line such as
 * "Metals: | all" is a row of labels. */
static bool
is_among_rows(const thr_window *window, size_t i) {
    size_t below = i + 1;
    while (below < window->count && is_two(window, below))
        below++;
    if (below == window->count)
        return false;
    thr_features row = thr_window_features(window, below);
    if (!thr_features_is_data(&row) || row.first > 1)
        return false;
    while (i-- > 0) {
        thr_features features = thr_window_features(window, i);
        if (features.filled > 2 && thr_features_is_heading(&features))
            return true;
    }
    return false;
}

bool
thr_pairs_is_one(const thr_window *window, size_t i) {
    return is_two(window, i) && is_run(window, i) && is_above_wider(window, i)
           && !is_among_rows(window, i);
}

bool
thr_pairs_is_title(const thr_window *window, size_t i) {
    static const char *const words[] = {
        "title",         "dataset",       "table title",
        "dataset title", "titel",         "titre",
        "titolo",        "t\xC3\xADtulo", "\xE8\xA1\xA8\xE9\xA1\x8C"};
    thresh_str name = thr_record_cell(thr_window_at(window, i), 1);
    while (ends_in_colon(name))
        name = thr_str_trim(thr_str_slice(name, 0, name.len - colon_of(name)));
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (thr_str_equal_nocase(name, thr_str(words[k])))
            return thr_pairs_is_one(window, i);
    return false;
}
