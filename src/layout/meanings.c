/* What the symbols of one table mean. See meanings.h. */
#include "layout/meanings.h"

#include "base/error.h"
#include "base/str.h"
#include "layout/dispute.h"
#include "layout/ticks.h"
#include "layout/units.h"
#include "model/unpack.h"
#include "scan/legend.h"
#include "value/letter_mark.h"
#include "value/value.h"

/* ## Where meanings come from */

/* The office that the text around the table names: its sources first, then all
 * the rest. */
static const thr_profile *
find_office(const thresh_table *table, thresh_str *words) {
    const thresh_str above[] = {table->caption.title, table->caption.topic,
                                table->caption.stubhead};
    const thr_profile *found = NULL, *one;
    for (size_t i = 0; i < table->nnotes && found == NULL; i++)
        if (table->notes[i].kind == THRESH_SOURCE)
            found = thr_profile_in(table->notes[i].text, words);
    for (size_t i = 0; i < sizeof above / sizeof *above && found == NULL; i++)
        found = thr_profile_in(above[i], words);
    if (found != NULL)
        return found;
    for (size_t i = 0; i < table->nnotes; i++) {
        thresh_str here = {NULL, 0};
        one = thr_profile_in(table->notes[i].text, &here);
        if (one == NULL)
            continue;
        if (found != NULL && found != one)
            return NULL; /* which of both printed it is not known */
        found = one;
        *words = here;
    }
    return found;
}

/* What a note says of symbols; its own mark is none where it says nothing. */
static void
read_note(thr_symbols *symbols, const thresh_note *note) {
    thr_legend_read(symbols, note->mark, note->text, note->place);
    symbols->letters |= thr_letter_mark_set(note->mark);
}

/* Set `symbols` from the caption, and the notes where they are known. */
static void
collect(thr_symbols *symbols, const thresh_table *table,
        const thr_given *given, thresh_str *words) {
    *symbols = (thr_symbols){.nil = given->nil};
    const thresh_str none = {NULL, 0};
    const thresh_place nowhere = {0};
    thr_legend_read(symbols, none, table->caption.title, nowhere);
    thr_legend_read(symbols, none, table->caption.topic, nowhere);
    for (size_t i = 0; i < table->nnotes; i++)
        read_note(symbols, &table->notes[i]);
    *words = none;
    symbols->profile = given->profile;
    symbols->origin = THR_BY_OPTION;
    if (symbols->profile != NULL)
        return;
    symbols->profile = find_office(table, words);
    symbols->origin = symbols->profile ? THR_BY_OFFICE : THR_BY_DEFAULT;
}

static void
tell_profile(const thr_symbols *symbols, thresh_str words,
             const thr_report *report) {
    if (symbols->profile == NULL)
        return;
    char room[96];
    thr_buf reason = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    if (symbols->origin == THR_BY_OPTION) {
        thr_buf_text(&reason, "as the user says");
    } else {
        thr_buf_text(&reason, "\"");
        thr_buf_str(&reason, words);
        thr_buf_text(&reason, "\" stands in the text");
    }
    thr_buf_char(&reason, '\0');
    thr_report_decision(report, "symbols", thr_str(symbols->profile->name),
                        room);
}

void
thr_meanings_start(thr_meanings *meanings, const thresh_table *table,
                   const thr_given *given, const thr_report *report) {
    thresh_str words;
    *meanings = (thr_meanings){.given = *given};
    collect(&meanings->symbols, table, given, &words);
    tell_profile(&meanings->symbols, words, report);
}

/* ## Cells */

static thr_used *
find_used(thr_meanings *meanings, const thresh_cell *cell) {
    for (size_t i = 0; i < meanings->nused; i++) {
        thr_used *used = &meanings->used[i];
        if (thr_str_equal((thresh_str){used->text, used->len}, cell->text))
            return used;
    }
    return NULL;
}

static void
warn_letters(thr_meanings *meanings, const thresh_cell *cell,
             const thr_number_style *style, const thr_report *report) {
    thresh_str digits;
    thr_number number;
    thresh_str letters = thr_value_letters(cell->text, &digits);
    if (meanings->letters_told || letters.len == 0
        || !thr_number_parse(digits, style, &number))
        return;
    meanings->letters_told = true;
    thr_dispute_letters(cell->text, report);
    thr_report_warning(report, &cell->place,
                       "\"%.*s\" is kept as text: nothing says what the "
                       "letters behind its digits mean, so tell whose symbols "
                       "they are",
                       THR_STR(cell->text));
}

void
thr_meanings_cell(thr_meanings *meanings, const thresh_cell *cell,
                  const thr_number_style *style, const thr_report *report) {
    if (cell->kind == THRESH_TEXT)
        warn_letters(meanings, cell, style, report);
    if (cell->kind != THRESH_SYMBOL || cell->text.len > THR_USED_LONGEST
        || meanings->nused == THR_USED_MOST
        || find_used(meanings, cell) != NULL)
        return;
    thr_used *used = &meanings->used[meanings->nused++];
    *used = (thr_used){.len = cell->text.len, .status = cell->status};
    memcpy(used->text, cell->text.ptr, cell->text.len);
    thr_meaning meaning;
    if (!thr_symbol_alone(&meanings->symbols, cell->text, &meaning)
        || !meaning.disputed)
        return;
    thr_dispute_tell(cell->text, meaning.status, report);
    thr_report_warning(report, &cell->place,
                       "\"%.*s\" is read as \"%s\"; offices disagree on "
                       "it, so check what this one means",
                       THR_STR(cell->text),
                       thresh_status_meaning(meaning.status));
}

void
thr_meanings_end(const thr_meanings *meanings, const thresh_table *table,
                 const thr_report *report) {
    thr_symbols whole;
    thresh_str words;
    collect(&whole, table, &meanings->given, &words);
    for (size_t i = 0; i < meanings->nused; i++) {
        const thr_used *used = &meanings->used[i];
        thr_meaning meaning;
        thresh_str text = {used->text, used->len};
        if (!thr_symbol_alone(&whole, text, &meaning)
            || meaning.origin != THR_BY_LEGEND
            || meaning.status == used->status)
            continue;
        thr_report_warning(report, &meaning.place,
                           "here \"%.*s\" is said to mean \"%s\", but the "
                           "rows above were passed on before this was read; "
                           "leave --stream out, which loads the table, to "
                           "have them right",
                           THR_STR(text),
                           thresh_status_meaning(meaning.status));
    }
}

/* ## A loaded table */

/* Whether the same is known: a legend keeps what it says, and only grows. */
static bool
same_symbols(const thr_symbols *a, const thr_symbols *b) {
    return a->profile == b->profile && a->nlegend == b->nlegend
           && a->letters == b->letters;
}

/* Read one cell anew; the marks that were cut off it stay. */
static thresh_result
read_again(thresh_table *table, thresh_cell *cell, const thr_symbols *symbols,
           const thr_number_style *style, bool *changed, thresh_error *err) {
    char room[64];
    thr_buf marks = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    thresh_cell again;
    thr_value_read(cell->text, style, symbols, &marks, &again);
    if (marks.failed || again.kind == THRESH_TEXT
        || (cell->kind == THRESH_NUMBER && again.kind != THRESH_NUMBER))
        return THRESH_OK;
    again.place = cell->place;
    if (again.marks.len > 0) {
        if (!thr_arena_copy(&table->arena, again.marks, &again.marks))
            return thr_arena_failure(&table->arena, cell->place.line, err);
    } else {
        again.marks = cell->marks;
        again.status |= thr_value_marks_status(again.marks, symbols);
    }
    /* The same text in the same style: its value follows from these. */
    *changed = again.kind != cell->kind || again.status != cell->status
               || !thr_str_equal(again.marks, cell->marks);
    *cell = again;
    return THRESH_OK;
}

static thresh_result
read_cells_again(thresh_table *table, const thr_symbols *symbols,
                 const thr_number_style *style, thresh_error *err) {
    for (size_t row = 0; row < table->nrows; row++)
        for (size_t i = 0; i < table->ncolumns; i++) {
            char room[THR_FORM_MOST];
            thresh_cell cell = thr_cells_one(table, row, i, room);
            bool changed = false;
            if (cell.kind != THRESH_BLANK)
                THR_TRY(
                    read_again(table, &cell, symbols, style, &changed, err));
            if (changed)
                THR_TRY(thr_cells_set(table, row, i, &cell, err));
        }
    return THRESH_OK;
}

/* Count a flag by itself, if it has a meaning. */
static thresh_result
count_flag(thresh_table *table, const thr_symbols *symbols, thresh_str text,
           const thresh_cell *cell, bool *known, thresh_error *err) {
    thr_meaning meaning;
    *known = thr_symbol_flag(symbols, text, &meaning)
             && (meaning.status & cell->status) != 0;
    if (!*known)
        return THRESH_OK;
    return thr_table_count_symbol(table, text, meaning.status,
                                  cell->place.line, err);
}

/* Count the flags of a number: behind its digits, and among its marks. */
static thresh_result
count_flags(thresh_table *table, const thr_symbols *symbols,
            const thresh_cell *cell, thresh_error *err) {
    thresh_str digits, mark, marks = cell->marks;
    thresh_str letters = thr_value_letters(cell->text, &digits);
    thr_meaning zero;
    bool known = false;
    if (cell->coef == 0 && thr_symbol_zero(symbols, cell->text, &zero))
        THR_TRY(thr_table_count_symbol(table, cell->text, zero.status,
                                       cell->place.line, err));
    if (letters.len > 0)
        THR_TRY(count_flag(table, symbols, letters, cell, &known, err));
    for (size_t i = 0; !known && i < letters.len; i++) {
        bool ignored;
        THR_TRY(count_flag(table, symbols, thr_str_slice(letters, i, i + 1),
                           cell, &ignored, err));
    }
    while (thr_str_next(&marks, ';', &mark))
        if (mark.len > 0)
            THR_TRY(count_flag(table, symbols, mark, cell, &known, err));
    return THRESH_OK;
}

static thresh_result
look_at_cell(thr_meanings *meanings, thresh_table *table, size_t row,
             size_t column, const thr_number_style *style,
             const thr_report *report, thresh_error *err) {
    char room[THR_FORM_MOST];
    thresh_cell cell = thr_cells_one(table, row, column, room);
    thr_meanings_cell(meanings, &cell, style, report);
    if (cell.kind == THRESH_NUMBER && cell.status != 0)
        return count_flags(table, &meanings->symbols, &cell, err);
    return THRESH_OK;
}

static thresh_result
look_at_cells(thr_meanings *meanings, thresh_table *table,
              const thr_number_style *style, const thr_report *report,
              thresh_error *err) {
    bool seen[THR_MOST_SHAPES + 1] = {false};
    size_t left = table->store.nshapes;
    meanings->nused = 0;
    for (size_t row = 0; row < table->nrows; row++) {
        if (left == 0 && table->store.nwholes == 0)
            break;
        const uint8_t *shapes = thr_cells_shapes(thr_table_cells(table, row),
                                                 table->ncolumns);
        for (size_t i = 0; i < table->ncolumns; i++) {
            if (seen[shapes[i]])
                continue;
            THR_TRY(look_at_cell(meanings, table, row, i, style, report, err));
            /* Cells of one shape need one look. */
            seen[shapes[i]] = shapes[i] != THR_WHOLE;
            left -= seen[shapes[i]];
        }
    }
    return THRESH_OK;
}

/* ## Reasons */

/* What settled the meaning of `symbol`: ":c" has its own by its flag. */
static bool
find_meaning(const thr_symbols *symbols, const thresh_symbol *symbol,
             thr_meaning *out) {
    thresh_str rest;
    thresh_str letters = thr_value_letters(symbol->text, &rest);
    return (thr_symbol_alone(symbols, symbol->text, out)
            && out->status == symbol->status)
           || (thr_symbol_flag(symbols, symbol->text, out)
               && out->status == symbol->status)
           || (thr_symbol_zero(symbols, symbol->text, out)
               && out->status == symbol->status)
           || thr_symbol_flag(symbols, letters, out)
           || thr_symbol_alone(symbols, rest, out);
}

static void
put_reason(thr_buf *out, const thr_symbols *symbols,
           const thr_meaning *meaning) {
    switch (meaning->origin) {
    case THR_BY_LEGEND:
        thr_buf_text(out, "the table says so");
        if (meaning->place.line > 0) {
            thr_buf_text(out, " on line ");
            thr_buf_uint(out, meaning->place.line);
        }
        break;
    case THR_BY_OPTION: thr_buf_text(out, "as the user says"); break;
    case THR_BY_OFFICE:
        thr_buf_text(out, "as used by ");
        thr_buf_text(out, symbols->profile->office);
        break;
    case THR_BY_DEFAULT: thr_buf_text(out, "default meaning"); break;
    }
}

static thresh_result
give_reasons(thresh_table *table, const thr_symbols *symbols,
             thresh_error *err) {
    thr_buf text = {0};
    bool copied = true;
    table->reasons = thr_arena_array(&table->arena, table->nsymbols,
                                     sizeof *table->reasons);
    for (size_t i = 0; table->reasons && copied && i < table->nsymbols; i++) {
        thresh_symbol *symbol = &table->symbols[i];
        thr_meaning meaning = {0};
        if (!find_meaning(symbols, symbol, &meaning))
            meaning.origin = THR_BY_DEFAULT;
        thr_buf_clear(&text);
        put_reason(&text, symbols, &meaning);
        copied = !text.failed
                 && thr_arena_copy(&table->arena, thr_buf_view(&text),
                                   &symbol->reason);
        table->reasons[i] = symbol->reason;
    }
    thr_buf_free(&text);
    return table->reasons != NULL && copied
               ? THRESH_OK
               : thr_arena_failure(&table->arena, 0, err);
}

thresh_result
thr_meanings_settle(thr_meanings *meanings, thresh_table *table,
                    const thr_number_style *style, const thr_report *report,
                    thresh_error *err) {
    thr_symbols before = meanings->symbols;
    thresh_str words;
    collect(&meanings->symbols, table, &meanings->given, &words);
    if (before.profile != meanings->symbols.profile)
        tell_profile(&meanings->symbols, words, report);
    if (!same_symbols(&before, &meanings->symbols)) {
        THR_TRY(read_cells_again(table, &meanings->symbols, style, err));
        THR_TRY(thr_table_recount(table, err));
    }
    THR_TRY(thr_ticks_read(table, &meanings->symbols, err));
    THR_TRY(look_at_cells(meanings, table, style, report, err));
    THR_TRY(give_reasons(table, &meanings->symbols, err));
    return thr_units_tell(table, style, report, err);
}
