/* Rows that tell what each column is. See metadata.h. */
#include "frame/metadata.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "scan/features.h"

/* Fewer could be rows by chance. */
enum { LEAST = 3 };

static const char *const unit_words[] = {
    "unit",          "units",        "unidad",  "unidades",
    "einheit",       "enhet",        "eenheid", "unit\xC3\xA9",
    "unit\xC3\xA9s", "unit\xC3\xA0", "enhed",   "unit of measure"};
static const char *const words[] = {"series type",
                                    "data type",
                                    "type",
                                    "frequency",
                                    "freq.",
                                    "freq",
                                    "series id",
                                    "series",
                                    "series start",
                                    "series end",
                                    "no. obs",
                                    "no. obs.",
                                    "collection month",
                                    "title",
                                    "description",
                                    "source",
                                    "publication date",
                                    "cdid",
                                    "source dataset id",
                                    "preunit",
                                    "release date",
                                    "next release",
                                    "important notes",
                                    "last updated",
                                    "scale",
                                    "vector",
                                    "mnemonic",
                                    "adjustment",
                                    "seasonality",
                                    "measure",
                                    "base period"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool
is_one_of(thresh_str text, const char *const *list, size_t count) {
    while (thr_last(text) == ':')
        text = thr_str_trim(thr_str_slice(text, 0, text.len - 1));
    for (size_t i = 0; i < count; i++)
        if (thr_str_equal_nocase(text, thr_str(list[i])))
            return true;
    return false;
}

bool
thr_metadata_cut(thresh_str text, thresh_str *what, bool *unit) {
    size_t colon = thr_str_find(text, THR_LIT(":"));
    if (colon == THRESH_NONE)
        return false;
    thresh_str name = thr_str_trim(thr_str_slice(text, 0, colon));
    *what = thr_str_trim(thr_str_from(text, colon + 1));
    *unit = is_one_of(name, unit_words, COUNT(unit_words));
    return what->len > 0 && (*unit || is_one_of(name, words, COUNT(words)));
}

bool
thr_metadata_is_row(const thr_record *record) {
    thresh_str name = thr_record_cell(record, 1);
    return is_one_of(name, words, COUNT(words))
           || is_one_of(name, unit_words, COUNT(unit_words));
}

/* Whether a header stands above `first`: it may be all that names columns. */
static bool
has_header(const thr_window *window, size_t first) {
    while (first > 0 && thr_window_at(window, first - 1)->filled == 0)
        first--;
    if (first == 0)
        return false;
    thr_features above = thr_window_features(window, first - 1);
    return thr_features_is_heading(&above);
}

void
thr_metadata_find(const thr_window *window, size_t body, size_t *first,
                  size_t *end) {
    size_t start = 0, last = 0, count = 0;
    for (size_t i = 0; i < window->count; i++) {
        const thr_record *record = thr_window_at(window, i);
        if (record->filled == 0)
            continue;
        if (thr_metadata_is_row(record)) {
            start = count == 0 ? i : start;
            last = i;
            count++;
        } else if (i >= body || count >= LEAST) {
            break;
        } else {
            count = 0;
        }
    }
    *first = *end = body;
    if (count < LEAST || last + 1 >= window->count)
        return;
    /* The first of them has to be the header where there is no other. */
    *first = has_header(window, start) ? start : start + 1;
    *end = thr_window_filled(window, last + 1);
}

/* Say what the cells beside the first do: once, if it is the same. */
static void
say(const thr_record *record, thr_buf *out) {
    thresh_str last = {NULL, 0};
    bool same = true;
    for (size_t field = 2; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        same &= cell.len == 0 || last.len == 0 || thr_str_equal(cell, last);
        last = cell.len > 0 ? cell : last;
    }
    for (size_t field = 2; !same && field <= record->ncells; field++) {
        thr_buf_text(out, field > 2 ? "; " : "");
        thr_buf_str(out, thr_record_cell(record, field));
    }
    if (same)
        thr_buf_str(out, last);
}

/* A text alone below the headings is the unit of all columns. */
static thresh_result
read_alone(thresh_table *table, const thr_record *record, thresh_error *err) {
    thresh_str text = thr_record_text(record);
    const thresh_note note = {
        .text = text,
        .place = thr_record_place(record, thr_features_of(record).first)};
    if (table->caption.unit.len == 0
        && !thr_arena_copy(&table->arena, text, &table->caption.unit))
        return thr_arena_failure(&table->arena, record->line, err);
    return thr_table_add_note(table, &note, err);
}

static thresh_result
read_one(thresh_table *table, const thr_record *record, thr_buf *room,
         thresh_error *err) {
    thresh_str label = thr_record_cell(record, 1);
    thr_buf_clear(room);
    say(record, room);
    bool unit = is_one_of(label, unit_words, COUNT(unit_words))
                && thr_str_find(thr_buf_view(room), THR_LIT("; "))
                       == THRESH_NONE;
    if (unit && !room->failed
        && !thr_arena_copy(&table->arena, thr_buf_view(room),
                           &table->caption.unit))
        return thr_arena_failure(&table->arena, record->line, err);
    thr_buf_clear(room);
    while (thr_last(label) == ':')
        label = thr_str_trim(thr_str_slice(label, 0, label.len - 1));
    thr_buf_str(room, label);
    thr_buf_text(room, ": ");
    say(record, room);
    if (room->failed)
        return thr_fail_memory(err);
    const thresh_note note = {.text = thr_buf_view(room),
                              .place = thr_record_place(record, 1)};
    return thr_table_add_note(table, &note, err);
}

thresh_result
thr_metadata_line(thresh_table *table, const thr_record *record,
                  thresh_error *err) {
    thr_buf room = {0};
    thresh_result result = read_one(table, record, &room, err);
    thr_buf_free(&room);
    return result;
}

thresh_result
thr_metadata_read(thresh_table *table, const thr_window *window, size_t first,
                  size_t end, thresh_error *err) {
    thr_buf room = {0};
    thresh_result result = THRESH_OK;
    for (size_t i = first; i < end && result == THRESH_OK; i++) {
        const thr_record *record = thr_window_at(window, i);
        if (record->filled > 1)
            result = read_one(table, record, &room, err);
        else if (record->filled == 1 && thr_record_cell(record, 1).len == 0)
            result = read_alone(table, record, err);
    }
    thr_buf_free(&room);
    return result;
}
