/* The lines above a header. See caption.h. */
#include "frame/caption.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "frame/metadata.h"
#include "frame/pairs.h"
#include "frame/title_lines.h"
#include "scan/again.h"
#include "scan/broken.h"
#include "scan/features.h"
#include "scan/notes.h"
#include "scan/title.h"
#include "value/table_number.h"

typedef struct reader {
    thresh_table *table;
    thr_report *report;
    thr_buf title;
    thr_buf topic;
    thresh_place place; /* of the title */
    thr_notes notes;    /* between it and the header */
    bool before;        /* on a page before that of the title */
} reader;

/* What a line is, if it is a name and what that is of the table. */
typedef enum pair { NO_PAIR, PAIR, PAIR_TITLE } pair;

static thresh_result
set(reader *r, thresh_str *field, thresh_str text, const thr_record *record,
    thresh_error *err) {
    if (thr_arena_copy(&r->table->arena, text, field))
        return THRESH_OK;
    return thr_arena_failure(&r->table->arena, record->line, err);
}

/* The text of a line: where it stands in several cells, these, without what
 * sets them apart, unless it is prose that a delimiter cuts. */
static thresh_result
text_of(reader *r, const thr_record *record, thresh_str *text,
        thresh_error *err) {
    *text = thr_record_text(record);
    if (record->aligned || record->filled < 2
        || (record->filled == record->ncells
            && thr_str_find(*text, THR_LIT("\"")) == THRESH_NONE))
        return THRESH_OK;
    return thr_record_is_one(record)
               ? THRESH_OK
               : thr_notes_text(&r->notes, record, text, err);
}

/* Where a line stands. */
typedef enum part { ABOVE, TITLE, BELOW } part;

static part
part_of(const thr_title_lines *title, size_t index) {
    if (index < title->start)
        return ABOVE;
    return index < title->end ? TITLE : BELOW;
}

/* Text between the title and the header tells of the whole table, as a note
 * would; as a line it belongs to the title. */
static thresh_result
read_below(reader *r, const thr_record *record, thresh_str text,
           thresh_error *err) {
    thresh_note_kind kind;
    const char *reason;
    THR_TRY(thr_notes_line(&r->notes, r->table, text,
                           thr_record_place(record, 1), &kind, &reason, err));
    thr_report_line(r->report, record, THRESH_ROLE_TITLE,
                    "text below the title, a note on all of the table");
    return THRESH_OK;
}

/* A unit in brackets: in words that are none of a title, or alone at the
 * right. */
static bool
tells_unit(const thr_record *record, thresh_str text, thresh_str *unit) {
    if (thr_title_is_unit(text, unit))
        return true;
    if (record->aligned || record->filled != 1
        || thr_record_cell(record, 1).len > 0 || !thr_text_is_unit(text))
        return false;
    *unit = thr_str_trim(thr_str_slice(text, 1, text.len - 1));
    return true;
}

/* A line of the title, or of what stands above or below it. */
static thresh_result
read_text(reader *r, const thr_record *record, thresh_str text, part where,
          thresh_error *err) {
    thresh_caption *caption = &r->table->caption;
    (void)thr_banner_cut(&text);
    if (where == BELOW)
        return read_below(r, record, text, err);
    if (where == ABOVE) {
        thr_broken_join(&r->topic, text);
        thr_report_line(r->report, record, THRESH_ROLE_TOPIC,
                        "text above the title");
        return THRESH_OK;
    }
    thresh_str number, what;
    bool starts = r->title.len == 0, unit;
    if (!starts && thr_metadata_cut(text, &what, &unit)) {
        if (unit && caption->unit.len == 0)
            THR_TRY(set(r, &caption->unit, what, record, err));
        THR_TRY(thr_notes_end(&r->notes, r->table, err));
        THR_TRY(read_below(r, record, text, err));
        return thr_notes_end(&r->notes, r->table, err);
    }
    if (!starts && caption->unit.len == 0 && tells_unit(record, text, &what)) {
        thr_report_line(r->report, record, THRESH_ROLE_TITLE,
                        "in brackets below the title: the unit");
        return set(r, &caption->unit, what, record, err);
    }
    (void)thr_again_cut(&text);
    if (starts)
        r->place = thr_record_place(record, 1);
    if (starts && caption->number.len == 0
        && thr_table_number_cut(&text, &number))
        THR_TRY(set(r, &caption->number, number, record, err));
    if (text.len > 0)
        thr_broken_join(&r->title, text);
    thr_report_line(r->report, record, THRESH_ROLE_TITLE,
                    "the text nearest above the header");
    return THRESH_OK;
}

/* "(Number)" at the right end of a line of text is the unit of the table. */
static thresh_result
read_unit(reader *r, const thr_record *record, thresh_error *err) {
    thresh_str last = {NULL, 0};
    for (size_t field = 2; field <= record->ncells; field++)
        if (thr_record_cell(record, field).len > 0)
            last = thr_record_cell(record, field);
    if (record->aligned || record->filled != 2 || !thr_text_is_unit(last)
        || r->table->caption.unit.len > 0)
        return THRESH_OK;
    return set(r, &r->table->caption.unit,
               thr_str_slice(last, 1, last.len - 1), record, err);
}

static thresh_result
read_line(reader *r, const thr_record *record, part where, thresh_error *err) {
    thresh_caption *caption = &r->table->caption;
    thresh_str text, number;
    THR_TRY(text_of(r, record, &text, err));
    THR_TRY(read_unit(r, record, err));
    if (record->filled == 0) {
        thr_report_line(r->report, record, THRESH_ROLE_BLANK, "blank");
        return thr_notes_end(&r->notes, r->table, err);
    }
    if (thr_text_is_link(&text)) {
        thr_broken_join(&r->topic, text);
        thr_report_line(r->report, record, THRESH_ROLE_TOPIC,
                        "a link above the title");
        return THRESH_OK;
    }
    if (r->before && thr_again_is_page(text)) {
        thr_report_line(r->report, record, THRESH_ROLE_PAGE_FURNITURE,
                        "a page number");
        return THRESH_OK;
    }
    if (caption->number.len == 0 && thr_title_is_number(text, &number)) {
        thr_report_line(r->report, record, THRESH_ROLE_TABLE_NUMBER,
                        "a number by itself above the header");
        return set(r, &caption->number, number, record, err);
    }
    return read_text(r, record, text, where, err);
}

/* ## Notes above the header */

static thresh_result
read_note(reader *r, const thr_record *record, thresh_error *err) {
    thresh_note_kind kind;
    const char *reason = "blank";
    thresh_role role = THRESH_ROLE_BLANK;
    if (record->filled > 0) {
        thresh_str text;
        THR_TRY(text_of(r, record, &text, err));
        THR_TRY(read_unit(r, record, err));
        THR_TRY(thr_notes_line(&r->notes, r->table, text,
                               thr_record_place(record, 1), &kind, &reason,
                               err));
        role = thr_notes_role(kind);
    }
    thr_report_line(r->report, record, role, reason);
    return THRESH_OK;
}

/* ## Names, and what they are */

/* Look which lines are such; whether one of them is the title. */
static bool
find_pairs(const thr_window *window, pair *pairs, size_t count) {
    bool titled = false;
    for (size_t i = 0; i < count; i++) {
        pairs[i] = thr_pairs_is_one(window, i) ? PAIR : NO_PAIR;
        if (pairs[i] != PAIR || titled || !thr_pairs_is_title(window, i))
            continue;
        pairs[i] = PAIR_TITLE;
        titled = true;
    }
    return titled;
}

static thresh_result
read_pair(reader *r, const thr_record *record, pair kind, thresh_error *err) {
    THR_TRY(thr_notes_end(&r->notes, r->table, err));
    if (kind == PAIR) {
        thr_report_line(r->report, record, THRESH_ROLE_NOTE,
                        "a name, and what it is, above the table");
        return thr_metadata_line(r->table, record, err);
    }
    r->place = thr_record_place(record, 1);
    thr_buf_clear(&r->title);
    thr_broken_join(&r->title, thr_pairs_text(record));
    thr_report_line(r->report, record, THRESH_ROLE_TITLE,
                    "the name beside it says that it is the title");
    return THRESH_OK;
}

/* Copy what was joined into the caption, and read the title. */
static thresh_result
finish(reader *r, thr_title *title, thresh_error *err) {
    thresh_caption *caption = &r->table->caption;
    thr_arena *arena = &r->table->arena;
    bool copied =
        !r->title.failed && !r->topic.failed
        && thr_arena_copy(arena, thr_buf_view(&r->title), &caption->title)
        && thr_arena_copy(arena, thr_buf_view(&r->topic), &caption->topic);
    if (!copied)
        return thr_arena_failure(arena, r->place.line, err);
    *title = thr_title_read(caption->title);
    caption->measure = title->measure;
    caption->period = title->period;
    return THRESH_OK;
}

thresh_result
thr_caption_read(thresh_table *table, thr_window *window, size_t count,
                 thr_report *report, thr_title *title, thresh_place *place,
                 thresh_error *err) {
    reader r = {.table = table, .report = report};
    thr_title_lines lines = thr_title_lines_find(window, count);
    pair *pairs = calloc(count + 1, sizeof *pairs);
    if (pairs == NULL)
        return thr_fail_memory(err);
    if (find_pairs(window, pairs, count)) /* other texts are no title then */
        lines = (thr_title_lines){0, count, count, lines.notes};
    thresh_result result = THRESH_OK;
    for (size_t i = 0; i < count && result == THRESH_OK; i++) {
        const thr_record *record = thr_window_at(window, 0);
        r.before = i < lines.page;
        if (pairs[i] != NO_PAIR)
            result = read_pair(&r, record, pairs[i], err);
        else if (i < lines.notes)
            result = read_line(&r, record, part_of(&lines, i), err);
        else
            result = read_note(&r, record, err);
        thr_window_pop(window);
    }
    free(pairs);
    if (result == THRESH_OK)
        result = thr_notes_end(&r.notes, table, err);
    if (result == THRESH_OK)
        result = finish(&r, title, err);
    *place = r.place;
    thr_buf_free(&r.title);
    thr_buf_free(&r.topic);
    thr_notes_free(&r.notes);
    return result;
}

bool
thr_caption_has(const thresh_caption *caption, thresh_str text) {
    thresh_str number = {NULL, 0};
    thresh_str shown = text;
    (void)thr_again_cut(&shown);
    if (thr_text_is_link(&shown))
        return thr_str_equal(shown, caption->topic);
    if (thr_title_is_number(shown, &number))
        return thr_str_equal(number, caption->number);
    thresh_str unit;
    if (thr_title_is_unit(shown, &unit) && thr_str_equal(unit, caption->unit))
        return true;
    if (thr_table_number_cut(&shown, &number)
        && !thr_str_equal(number, caption->number))
        return false;
    return shown.len > 0
           && (thr_again_same(shown, caption->title)
               || thr_again_same(shown, caption->topic)
               || thr_again_within(caption->title, shown)
               || thr_again_within(caption->topic, shown));
}
