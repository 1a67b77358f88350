/* What a record below a header is. See body.h. */
#include "layout/body.h"

#include "base/error.h"
#include "base/str.h"
#include "frame/caption.h"
#include "layout/apart.h"
#include "scan/again.h"
#include "scan/features.h"
#include "scan/legend.h"
#include "scan/notes.h"
#include "value/symbol.h"
#include "value/table_number.h"

thresh_result
thr_body_start(thr_body *body, const thresh_table *table,
               const thr_window *window, const thr_location *location,
               thresh_error *err) {
    *body = (thr_body){
        .table = table, .stub = location->stub, .panels = location->panels};
    return thr_repeat_keep(&body->repeat, window, location, table->ncolumns,
                           err);
}

void
thr_body_free(thr_body *body) {
    thr_repeat_free(&body->repeat);
    *body = (thr_body){0};
}

/* ## What comes next */

typedef enum next {
    NEXT_END,
    NEXT_SAME_HEADER,
    NEXT_NEW_HEADER,
    NEXT_ROW
} next;

static bool
stands_in_columns(const thr_body *body, const thr_record *record) {
    size_t labels = 0;
    for (size_t field = 1; field <= record->ncells; field++)
        labels += (thr_stub_covers(&body->stub, field)
                   || thr_panels_is_label(&body->panels, field))
                  && thr_record_cell(record, field).len > 0;
    return record->filled > labels;
}

/* The first record from `at` on that was not looked at before. */
static size_t
skip_seen(const thr_seen *seen, const thr_window *window, size_t at) {
    size_t number = window->popped + at;
    bool inside = number >= seen->from && number < seen->until;
    return inside ? seen->until - window->popped : at;
}

static bool
any_figures(thr_body *body, const thr_window *window, size_t from) {
    size_t i = from;
    while ((i = skip_seen(&body->no_figures, window, i)) < window->count
           && thr_window_features(window, i).figures == 0)
        i++;
    body->no_figures = (thr_seen){window->popped + from, window->popped + i};
    return i < window->count;
}

/* The first record from `from` on that is more than text in the stub, or may
 * be once more records are there. `header` tells that it is the header. */
static size_t
skip_labels(thr_body *body, const thr_window *window, size_t from,
            bool *header) {
    size_t i = skip_seen(&body->labels, window, from), known = THRESH_NONE;
    bool cut;
    for (*header = false; i < window->count; i++) {
        *header = thr_repeat_count(&body->repeat, window, i, &cut) > 0;
        if (cut && known == THRESH_NONE)
            known = i;
        if (*header || stands_in_columns(body, thr_window_at(window, i)))
            break;
    }
    body->labels = (thr_seen){window->popped + from,
                              window->popped + (known < i ? known : i)};
    return i;
}

/* Whether all that a record holds beyond the stub are symbols, as "NA" in each
 * column: no header is made of them. */
static bool
holds_symbols(const thr_body *body, const thr_record *record) {
    size_t symbols = 0;
    thr_meaning meaning;
    for (size_t f = body->stub.fields + 1; f <= record->ncells; f++) {
        thresh_str cell = thr_record_cell(record, f);
        if (cell.len > 0 && !thr_symbol_alone(NULL, cell, &meaning))
            return false;
        symbols += cell.len > 0;
    }
    return symbols > 0;
}

/* What comes next from `from` on that is more than text in the stub. */
static next
find_next(thr_body *body, const thr_window *window, size_t from) {
    bool header;
    size_t at = skip_labels(body, window, from, &header);
    if (at == window->count)
        return NEXT_END;
    if (header)
        return NEXT_SAME_HEADER;
    thr_features features = thr_window_features(window, at);
    if (features.figures > 0
        && !thr_features_is_year_header(
            &features, thr_record_cell(thr_window_at(window, at), 1),
            body->table->caption.stubhead))
        return NEXT_ROW;
    if (features.figures == 0 && holds_symbols(body, thr_window_at(window, at))
        && !thr_legend_is_line(thr_window_at(window, at)))
        return NEXT_ROW;
    return any_figures(body, window, at) ? NEXT_NEW_HEADER : NEXT_END;
}

/* ## Judging */

/* A year alone, above another year: a row whose values are not printed. */
static bool
is_year_without_values(const thr_window *window) {
    thresh_str year;
    size_t at = thr_window_filled(window, 1);
    return at < window->count
           && thr_text_heads_year(thr_record_cell(thr_window_at(window, 0), 1),
                                  &year)
           && thr_text_heads_year(
               thr_record_cell(thr_window_at(window, at), 1), &year);
}

static thr_verdict
judge_label(const thr_window *window) {
    if (is_year_without_values(window))
        return (thr_verdict){THR_IS_ROW, "a year among years"};
    return (thr_verdict){THR_IS_GROUP, "a label alone above rows"};
}

/* Whether a text is a line of the caption again, or a note between the title
 * and the header. */
static bool
is_above_header(const thr_body *body, thresh_str text) {
    const thresh_table *table = body->table;
    for (size_t i = 0; i < table->nnotes; i++)
        if (thr_str_equal(table->notes[i].text, text))
            return true;
    return thr_caption_has(&table->caption, text);
}

/* What a page prints around its part of the table: above the header again, or
 * with a word that tells that something goes on. */
static bool
is_furniture(const thr_body *body, thresh_str text, next after,
             thr_verdict *out) {
    thresh_str rest = text;
    out->kind = THR_IS_FURNITURE;
    if (body->rows > 0 && thr_again_cut(&rest)
        && (after == NEXT_ROW || after == NEXT_SAME_HEADER)) {
        out->reason = "it tells that something goes on, on a further page";
        return true;
    }
    if (after != NEXT_SAME_HEADER)
        return false;
    if (is_above_header(body, text))
        out->reason = "the caption again, on a further page";
    else if (thr_again_is_page(text))
        out->reason = "a page number";
    else
        return false;
    return true;
}

/* Whether a line starts with the number of a table and a stop, or on a new
 * page, where no note goes on. */
static bool
numbers_table(const thr_record *record) {
    thresh_str text = thr_record_text(record), number;
    return thr_table_number_starts(text)
           || (record->top && thr_table_number_cut(&text, &number)
               && text.len > 0);
}

/* A text that a header stands below, which is `same` as that of the table;
 * `below` tells that it is a note, or that one ends above it. */
static thr_verdict
judge_above_header(const thr_body *body, const thr_window *window, bool same,
                   bool below) {
    if (numbers_table(thr_window_at(window, 0)))
        return (thr_verdict){THR_IS_ELSEWHERE, "the title of another table"};
    if (!below && same)
        return (thr_verdict){THR_IS_ELSEWHERE, "text above a header again"};
    if (!below && !thr_apart_is_above(window, !body->after_blank))
        return (thr_verdict){THR_IS_ELSEWHERE, "text above another header"};
    return (thr_verdict){THR_IS_NOTE, "text below the rows"};
}

/* A text that stands in the stub alone. */
static thr_verdict
judge_text(thr_body *body, const thr_window *window, thresh_str text) {
    bool note = thr_notes_is_note(text);
    bool below = note || (body->after_note && !body->after_blank);
    next after = find_next(body, window, 1);
    thr_verdict furniture;
    if (is_furniture(body, text, after, &furniture))
        return furniture;
    switch (after) {
    case NEXT_ROW:
        if (note && (body->after_blank || body->after_note))
            break;
        return judge_label(window);
    case NEXT_SAME_HEADER:
    case NEXT_NEW_HEADER:
        return judge_above_header(body, window, after == NEXT_SAME_HEADER,
                                  below);
    case NEXT_END: break;
    }
    return (thr_verdict){THR_IS_NOTE, "text below the rows"};
}

/* How many cells beyond the stub hold anything, and whether one is a symbol:
 * "x" is no figure by itself, but it is a value. */
static size_t
count_beyond(const thr_body *body, const thr_record *record, bool *symbol) {
    size_t count = 0;
    thr_meaning meaning;
    *symbol = false;
    for (size_t f = 1; f <= record->ncells; f++) {
        if (thr_stub_covers(&body->stub, f))
            continue;
        thresh_str cell = thr_record_cell(record, f);
        count += cell.len > 0;
        *symbol |= cell.len > 0 && thr_symbol_alone(NULL, cell, &meaning);
    }
    return count;
}

/* Texts right below the rows: another row, or a note that is set in columns,
 * as its mark, or the want of any figures below, tells. */
static thr_verdict
judge_touching(thr_body *body, const thr_window *window,
               const thr_record *record) {
    bool symbol;
    size_t beyond = count_beyond(body, record, &symbol);
    bool full = 2 * beyond >= body->table->ncolumns;
    if (!symbol && thr_notes_is_mark(thr_record_cell(record, 1)))
        return (thr_verdict){THR_IS_NOTE, "a mark, and its text beside it"};
    if (!symbol && !full && find_next(body, window, 1) == NEXT_END)
        return (thr_verdict){THR_IS_NOTE, "text below the rows"};
    return (thr_verdict){THR_IS_ROW, "a label with texts in columns"};
}

/* Texts, but no figures, in the columns. */
static thr_verdict
judge_texts(thr_body *body, const thr_window *window,
            const thr_record *record) {
    thresh_str text = thr_record_text(record);
    bool apart = body->after_blank || body->after_note;
    if (apart && thr_legend_is_line(record))
        return (thr_verdict){THR_IS_NOTE, "a symbol, and what it means"};
    if (!apart)
        return judge_touching(body, window, record);
    bool symbol;
    size_t beyond = count_beyond(body, record, &symbol);
    if (body->texts >= 3 && thr_record_cell(record, 1).len > 0
        && 2 * beyond >= body->table->ncolumns)
        return (thr_verdict){THR_IS_ROW, "texts as in the rows above"};
    if (thr_notes_is_note(text)
        || thr_notes_is_mark(thr_record_cell(record, 1)))
        return (thr_verdict){THR_IS_NOTE, "text below the rows"};
    if (any_figures(body, window, 1))
        return (thr_verdict){THR_IS_ELSEWHERE,
                             "other headings, above other figures"};
    return (thr_verdict){THR_IS_NOTE, "text below the rows"};
}

/* Whether labels stand in all fields where every row has them, and nothing
 * else: a row whose values are not printed. */
static bool
is_without_values(const thr_body *body, const thr_record *record) {
    size_t labels = 0;
    if (body->stub.valued)
        return record->filled > 1 && record->ncells >= body->stub.fields;
    if (!body->stub.full || body->stub.fields < 2)
        return false;
    for (size_t field = 1; field <= body->stub.fields; field++) {
        bool blank = thr_record_cell(record, field).len == 0;
        if (blank && thr_stub_has(&body->stub, field))
            return false;
        labels += !blank;
    }
    return labels > 1 && labels == record->filled;
}

/* Without a header the first line is a row, whatever it looks like: left to
 * another table, it would start that one too, and so on. */
static void
take_first(const thr_body *body, thr_verdict *out) {
    if (out->kind == THR_IS_ELSEWHERE && body->repeat.nheader == 0
        && body->rows == 0)
        *out = (thr_verdict){THR_IS_ROW, "the first line below no header"};
}

/* Whether aligned text is the title of a table, "TABLE II   Boats", though it
 * stands in several places. */
static bool
is_title(const thr_record *record) {
    thresh_str text = thr_record_text(record), number;
    return record->aligned && thr_table_number_cut(&text, &number);
}

thresh_result
thr_body_judge(thr_body *body, thr_window *window, thr_verdict *out,
               thresh_error *err) {
    const thr_record *record = thr_window_at(window, 0);
    if (record->filled == 0) {
        *out = (thr_verdict){THR_IS_BLANK, "blank"};
        return THRESH_OK;
    }
    if (thr_repeat_may_start(&body->repeat, record)) {
        THR_TRY(thr_repeat_fill(&body->repeat, window, err));
        bool cut;
        *out = (thr_verdict){THR_IS_HEADER, "the header above again"};
        if (thr_repeat_count(&body->repeat, window, 0, &cut) > 0)
            return THRESH_OK;
        record = thr_window_at(window, 0);
    }
    thr_features features = thr_window_features(window, 0);
    bool apart = body->after_blank || body->after_note;
    bool years = apart
                 && thr_features_is_year_header(&features,
                                                thr_record_cell(record, 1),
                                                body->table->caption.stubhead);
    if (features.figures > 0 && !years) {
        *out = (thr_verdict){THR_IS_ROW, "figures in columns"};
        return THRESH_OK;
    }
    THR_TRY(thr_window_fill(window, window->room, err));
    record = thr_window_at(window, 0);
    if (is_without_values(body, record)) {
        *out = (thr_verdict){THR_IS_ROW, "labels as in the other rows"};
        return THRESH_OK;
    }
    if (stands_in_columns(body, record) && !is_title(record))
        *out = judge_texts(body, window, record);
    else
        *out = judge_text(body, window, thr_record_text(record));
    take_first(body, out);
    return THRESH_OK;
}
