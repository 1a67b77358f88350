/* Stub cells to categories. See labels.h. */
#include "layout/labels.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "frame/packed.h"
#include "scan/again.h"
#include "scan/broken.h"
#include "scan/features.h"
#include "value/letter_mark.h"
#include "value/mark.h"
#include "value/value.h"

/* How much deeper a label stands for each field to the right, where the field
 * shows its depth: more than blanks in the first would. */
enum { FIELD_DEPTH = 16, MOST_FIELDS = 32 };

thresh_result
thr_labels_start(thr_labels *labels, thresh_table *table, const thr_stub *stub,
                 thresh_error *err) {
    thr_held *held = labels->held;
    if (held == NULL)
        held = calloc(MOST_FIELDS, sizeof *held);
    if (held == NULL)
        return thr_fail_memory(err);
    labels->held = held;
    labels->stub = *stub;
    for (size_t i = 0; i < MOST_FIELDS; i++)
        thr_buf_clear(&held[i].text);
    thr_buf_clear(&labels->cut_in.text);
    thr_buf_clear(&labels->outer);
    thr_buf_clear(&labels->above.text);
    labels->cut_in.place = (thresh_place){0};
    labels->keys = thr_arena_array(&table->arena, thr_stub_dimensions(stub),
                                   sizeof *labels->keys);
    return labels->keys ? THRESH_OK : thr_arena_failure(&table->arena, 0, err);
}

void
thr_labels_free(thr_labels *labels) {
    for (size_t i = 0; labels->held != NULL && i < MOST_FIELDS; i++)
        thr_buf_free(&labels->held[i].text);
    free(labels->held);
    thr_buf_free(&labels->cut_in.text);
    thr_buf_free(&labels->outer);
    thr_buf_free(&labels->above.text);
    thr_buf_free(&labels->whole);
    *labels = (thr_labels){0};
}

/* ## Indentation */

/* Whether `text` starts with one dash and words: then it stands deeper. The
 * dash is taken off where a blank sets it apart. */
static bool
cut_dash(thresh_str *text) {
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        thresh_str dash = thr_str(dashes[i]);
        if (!thr_str_starts(*text, dash))
            continue;
        thresh_str rest = thr_str_from(*text, dash.len);
        if (thr_blank_at_start(rest) > 0)
            *text = rest;
        return rest.len > 0 && !thr_str_starts(rest, dash)
               && !thr_is_digit(rest.ptr[0]);
    }
    return false;
}

/* A no-break space of the Macintosh that was read as Latin-1 is an "Ê": before
 * another one, or a capital, no word starts so. Behind one they all are. */
static bool
is_misread_blank(thresh_str text, bool behind_one) {
    if (!thr_str_starts(text, THR_LIT("\xC3\x8A")) || text.len < 3)
        return false;
    return behind_one || thr_is_upper(text.ptr[2])
           || thr_str_starts(thr_str_from(text, 2), THR_LIT("\xC3\x8A"));
}

/* The same behind a small letter, or what ends a label. */
static void
cut_misread_end(thresh_str *text) {
    while (text->len > 2
           && thr_str_equal(thr_str_from(*text, text->len - 2),
                            THR_LIT("\xC3\x8A"))) {
        char before = text->ptr[text->len - 3];
        if (thr_is_upper(before))
            return;
        text->len -= 2;
        *text = thr_str_trim(*text);
    }
}

/* Bytes of a blank at the start, as it was meant; `*misread` tells that one
 * was misread before. */
static size_t
blank_at_start(thresh_str text, bool *misread) {
    if (!is_misread_blank(text, *misread))
        return thr_blank_at_start(text);
    *misread = true;
    return 2;
}

/* Take blanks and dots off the start of a label, and count them: they show
 * how deep it stands (".. Denmark"), as a dash does ("- men"). What stands
 * before a number is its own. */
static uint32_t
cut_indent(thresh_str *label) {
    uint32_t indent = 0;
    size_t dots = 0, blank;
    bool misread = false;
    while ((blank = blank_at_start(*label, &misread)) > 0) {
        *label = thr_str_from(*label, blank);
        indent++;
    }
    while (dots < label->len && label->ptr[dots] == '.')
        dots++;
    thresh_str rest = thr_str_from(*label, dots);
    if (dots == 0)
        dots = cut_dash(&rest);
    rest = thr_str_trim(rest);
    if (dots == 0 || rest.len == 0 || thr_value_is_figure(*label))
        return indent;
    *label = rest;
    return indent + (uint32_t)dots;
}

/* ## Labels of other lines */

static thresh_str
printed(const thr_record *record, size_t field) {
    return field <= record->ncells ? record->cells[field - 1].text
                                   : (thresh_str){NULL, 0};
}

static thresh_result
keep(thr_held *held, thresh_str text, thresh_place place, thresh_error *err) {
    thr_buf_clear(&held->text);
    thr_buf_str(&held->text, text);
    held->place = place;
    return held->text.failed ? thr_fail_memory(err) : THRESH_OK;
}

thresh_result
thr_labels_hold(thr_labels *labels, const thr_record *record,
                thresh_error *err) {
    thr_buf *above = &labels->above.text;
    if (above->len > 0) {
        thr_broken_join(above, thr_record_cell(record, 1));
        return above->failed ? thr_fail_memory(err) : THRESH_OK;
    }
    return keep(&labels->above, printed(record, 1),
                thr_record_place(record, 1), err);
}

thresh_result
thr_labels_cut_in(thr_labels *labels, const thr_record *record, bool outer,
                  thresh_error *err) {
    size_t field = 1;
    while (thr_record_cell(record, field).len == 0 && field < record->ncells)
        field++;
    thresh_str text = thr_record_cell(record, field);
    if (text.len > 1 && text.ptr[text.len - 1] == ':')
        text.len--;
    if (outer) {
        thr_buf_clear(&labels->outer);
        thr_buf_str(&labels->outer, text);
    }
    thr_buf *path = &labels->cut_in.text;
    thr_buf_clear(path);
    if (!outer && labels->outer.len > 0) {
        thr_buf_str(path, thr_buf_view(&labels->outer));
        thr_buf_text(path, ": ");
    }
    thr_buf_str(path, text);
    labels->cut_in.place = thr_record_place(record, field);
    return path->failed || labels->outer.failed ? thr_fail_memory(err)
                                                : THRESH_OK;
}

thresh_result
thr_labels_hold_field(thr_labels *labels, const thr_record *record,
                      thresh_error *err) {
    size_t field = 1;
    while (thr_record_cell(record, field).len == 0)
        field++;
    for (size_t f = field; f < labels->stub.fields; f++)
        thr_buf_clear(&labels->held[f].text);
    return keep(&labels->held[field - 1], printed(record, field),
                thr_record_place(record, field), err);
}

size_t
thr_labels_room(const thr_labels *labels) {
    size_t room = labels->cut_in.text.len + labels->above.text.len;
    for (size_t i = 0; i < labels->stub.fields && i < MOST_FIELDS; i++)
        room += labels->held[i].text.len;
    return room;
}

/* ## Reading */

/* Take ".0" off a year that a spreadsheet held as a number. */
static void
cut_point(thresh_str *label) {
    enum { YEAR = 4 };
    thresh_str year;
    if (label->len == YEAR + 2 && thr_text_heads_year(*label, &year)
        && thr_str_equal(thr_str_from(*label, YEAR), THR_LIT(".0")))
        label->len = YEAR;
}

static void
set_key(const thr_labels *labels, thresh_category *key, thresh_str label,
        thresh_place place, thr_buf *marks) {
    uint32_t indent = cut_indent(&label);
    (void)thr_again_cut(&label);
    *key = (thresh_category){.label = thr_str_trim(label),
                             .parent = THRESH_NONE,
                             .level = -1,
                             .indent = indent,
                             .place = place};
    cut_misread_end(&key->label);
    if (labels->stub.numbers)
        cut_point(&key->label);
    size_t before = marks->len;
    if (thr_mark_cut_end(&key->label, marks)
        || thr_letter_mark_cut_end(&key->label, labels->stub.letters, marks))
        key->marks = (thresh_str){marks->ptr + before, marks->len - before};
}

/* The label of the first field, with its lines above and those below. */
static thresh_result
read_first(thr_labels *labels, thresh_category *key, const thr_record *record,
           thresh_str after, thr_buf *marks, thresh_error *err) {
    thresh_str label = printed(record, 1);
    thresh_place place = thr_record_place(record, 1);
    thr_buf *whole = &labels->whole;
    thr_buf_clear(whole);
    if (labels->above.text.len > 0) {
        thr_buf_str(whole, thr_buf_view(&labels->above.text));
        label = thr_str_trim(label);
        if (label.len > 0)
            thr_broken_join(whole, label);
        place = labels->above.place;
    } else {
        thr_buf_str(whole, label);
    }
    if (after.len > 0)
        thr_broken_join(whole, after);
    thr_buf_clear(&labels->above.text);
    set_key(labels, key, thr_buf_view(whole), place, marks);
    return whole->failed ? thr_fail_memory(err) : THRESH_OK;
}

/* The one label of a row, wherever it stands. */
static void
read_staggered(const thr_labels *labels, thresh_category *key,
               const thr_record *record, thr_buf *marks) {
    size_t field = 1;
    while (field < labels->stub.fields
           && thr_record_cell(record, field).len == 0)
        field++;
    set_key(labels, key, printed(record, field),
            thr_record_place(record, field), marks);
    key->indent += (uint32_t)(FIELD_DEPTH * (field - 1));
}

/* The keys that one label holds. */
static void
read_packed(const thr_labels *labels, thresh_category *keys,
            const thr_record *record, thr_buf *marks) {
    thresh_str rest = thr_record_cell(record, 1);
    size_t parts = labels->stub.parts;
    for (size_t i = 0; i < parts; i++)
        set_key(labels, &keys[i],
                thr_packed_next(&rest, labels->stub.separator, i + 1 == parts),
                thr_record_place(record, 1), marks);
}

/* Whether a label stands right of `field`, and left of the values. */
static bool
any_right(const thr_labels *labels, const thr_record *record, size_t field) {
    for (field++; thr_stub_covers(&labels->stub, field); field++)
        if (thr_record_cell(record, field).len > 0)
            return true;
    return false;
}

/* A label of one field of several, or the one above that still holds. */
static thresh_result
read_field(thr_labels *labels, thresh_category *key, const thr_record *record,
           size_t field, thr_buf *marks, thresh_error *err) {
    thresh_str label = printed(record, field);
    thresh_place place = thr_record_place(record, field);
    thr_held *held = &labels->held[field - 1];
    bool filled = labels->stub.filled >> (field - 1) & 1;
    bool blank = thr_str_trim(label).len == 0;
    if (filled && blank && any_right(labels, record, field)) {
        label = thr_buf_view(&held->text);
        place = held->text.len > 0 ? held->place : place;
    } else if (filled && !blank) {
        THR_TRY(keep(held, label, place, err));
        for (size_t f = field; f < labels->stub.fields; f++)
            thr_buf_clear(&labels->held[f].text);
    }
    set_key(labels, key, label, place, marks);
    return THRESH_OK;
}

thresh_result
thr_labels_read(thr_labels *labels, const thr_record *record, thresh_str after,
                thr_buf *marks, size_t *count, thresh_error *err) {
    const thr_stub *stub = &labels->stub;
    thresh_category *key = labels->keys;
    *count = 0;
    for (size_t field = 1; field <= stub->fields; field++)
        *count += thr_stub_has(stub, field)
                  && thr_record_cell(record, field).len > 0
                  && (*count == 0 || !stub->staggered);
    if (stub->cut_ins)
        set_key(labels, key++, thr_buf_view(&labels->cut_in.text),
                labels->cut_in.place, marks);
    if (stub->fields == 1 && stub->parts == 0)
        return read_first(labels, key, record, after, marks, err);
    if (stub->staggered)
        read_staggered(labels, key, record, marks);
    if (stub->parts > 0)
        read_packed(labels, key, record, marks);
    bool apart = !stub->staggered && stub->parts == 0;
    for (size_t field = 1; apart && field <= stub->fields; field++)
        if (thr_stub_has(stub, field))
            THR_TRY(read_field(labels, key++, record, field, marks, err));
    return THRESH_OK;
}

void
thr_labels_key(thr_labels *labels, thresh_str label, thresh_place place,
               thr_buf *marks) {
    set_key(labels, labels->keys, label, place, marks);
}
