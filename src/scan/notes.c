/* The lines below a table. See notes.h. */
#include "scan/notes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "scan/broken.h"
#include "scan/features.h"
#include "scan/legend.h"
#include "value/letter_mark.h"
#include "value/mark.h"

static const char *const source_words[] = {
    "source",
    "kilde",
    "quelle",
    "k\xC3\xA4lla",
    "fuente",
    "fonte",
    "bron",
    "l\xC3\xA4hde",
    "heimild",
    ("\xC5\xB9r\xC3\xB3"
     "d\xC5\x82o"),
    "zdroj",
    "forr\xC3\xA1s",
    "sursa",
    "izvor",
    "kaynak",
    "sumber",
    "ngu\xE1\xBB\x93n",
    ("\xD0\x98\xD1\x81\xD1\x82\xD0\xBE\xD1\x87\xD0\xBD\xD0\xB8"
     "\xD0\xBA"),
    ("\xD0\x98\xD0\xB7\xD1\x82\xD0\xBE\xD1\x87\xD0\xBD\xD0\xB8"
     "\xD0\xBA"),
    "\xCE\xA0\xCE\xB7\xCE\xB3\xCE\xAE"};
static const char *const note_words[] = {
    "note",    "merknad",   "anmerkung",       "anm",
    "nota",    "opmerking", "remarque",        "lecture",
    "champ",   "uwaga",     "pozn\xC3\xA1mka", "megjegyz\xC3\xA9s",
    "catatan", "huom"};
static const char *const symbol_words[] = {"symbol", "legend",
                                           "tegnforklaring", "zeichenerkl",
                                           "teckenf\xC3\xB6rklaring"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Whether the line starts with one of `words`, or its plural, and a dot or
 * ":", which the French set off with a blank. */
static bool
starts_with(thresh_str line, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        thresh_str word = thr_str(words[i]);
        if (line.len <= word.len
            || !thr_str_equal_nocase(thr_str_slice(line, 0, word.len), word))
            continue;
        size_t at = word.len + (line.ptr[word.len] == 's');
        thresh_str rest = thr_str_from(line, at);
        if (thr_first(rest) == '.' || thr_first(thr_str_trim(rest)) == ':')
            return true;
    }
    return false;
}

static bool
has_symbol_word(thresh_str line) {
    for (size_t i = 0; i < COUNT(symbol_words); i++)
        if (thr_str_find_nocase(line, thr_str(symbol_words[i])) != THRESH_NONE)
            return true;
    return false;
}

static bool
starts_with_mark(thresh_str line) {
    char room[64];
    thr_buf mark = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    return thr_mark_cut_start(&line, &mark) && !mark.failed;
}

/* The same for a letter: among notes, not where a line may be a label. */
static bool
starts_with_letter(thresh_str line) {
    char room[4];
    thr_buf mark = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    return thr_letter_mark_cut_start(&line, &mark);
}

/* Whether the cell would be a mark with a text behind it: only then is a
 * superscript, or "[1]", known as one. */
static bool
stands_before_text(thresh_str cell) {
    char room[16], plain[16];
    thr_buf line = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    thr_buf mark = {.ptr = plain, .room = sizeof plain, .limit = sizeof plain};
    thr_buf_str(&line, cell);
    thr_buf_text(&line, " x");
    thresh_str rest = thr_buf_view(&line);
    return !line.failed && thr_mark_cut_start(&rest, &mark) && rest.len == 1;
}

/* "1", "2)", "*", "Note:": what stands before a note, by itself. */
bool
thr_notes_is_mark(thresh_str cell) {
    enum { LONGEST = 3 };
    if (cell.len == 0)
        return false;
    bool word = cell.ptr[cell.len - 1] == ':' || cell.ptr[cell.len - 1] == '.';
    if (word && cell.len > LONGEST)
        return starts_with(cell, source_words, COUNT(source_words))
               || starts_with(cell, note_words, COUNT(note_words));
    size_t digits = 0, others = 0;
    for (size_t i = 0; i < cell.len; i++) {
        digits += thr_is_digit(cell.ptr[i]);
        others += strchr("0123456789*().", cell.ptr[i]) == NULL;
    }
    if (others == 0)
        return cell.len <= LONGEST + 1 && digits <= 2;
    return stands_before_text(cell);
}

bool
thr_notes_has_word(thresh_str line) {
    return starts_with(line, source_words, COUNT(source_words))
           || starts_with(line, note_words, COUNT(note_words));
}

bool
thr_notes_is_note(thresh_str line) {
    return starts_with_mark(line) || thr_text_is_link(&line)
           || thr_notes_has_word(line);
}

static bool
is_number(thresh_str cell) {
    for (size_t i = 0; i < cell.len; i++)
        if (!thr_is_digit(cell.ptr[i]))
            return false;
    return cell.len > 0 && thr_notes_is_mark(cell);
}

thresh_result
thr_notes_text(thr_notes *notes, const thr_record *record, thresh_str *out,
               thresh_error *err) {
    thr_buf *line = &notes->line;
    *out = thr_record_text(record);
    if (record->filled < 2)
        return THRESH_OK;
    thr_buf_clear(line);
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len > 0 && line->len > 0)
            thr_buf_char(line, ' ');
        thr_buf_str(line, cell);
        if (field == 1 && is_number(cell))
            thr_buf_char(line, ')');
    }
    *out = thr_buf_view(line);
    return line->failed ? thr_fail_memory(err) : THRESH_OK;
}

uint32_t
thr_notes_letters(const thr_window *window, size_t from, size_t end) {
    uint32_t found = 0, next = 1;
    for (size_t i = from; i < end; i++) {
        const thr_record *record = thr_window_at(window, i);
        thresh_str line = thr_record_text(record);
        char room[4];
        thr_buf mark = {
            .ptr = room, .room = sizeof room, .limit = sizeof room};
        bool starts = record->filled == 1 && thr_first(line) == '('
                      && thr_letter_mark_cut_start(&line, &mark);
        if (starts && thr_letter_mark_set(thr_buf_view(&mark)) == next) {
            found |= next;
            next <<= 1;
        } else if (record->filled > 1) {
            found = 0; /* it was a label, above this row */
            next = 1;
        }
    }
    return found;
}

thresh_role
thr_notes_role(thresh_note_kind kind) {
    switch (kind) {
    case THRESH_SOURCE: return THRESH_ROLE_SOURCE;
    case THRESH_LEGEND: return THRESH_ROLE_LEGEND;
    case THRESH_NOTE: break;
    }
    return THRESH_ROLE_NOTE;
}

/* Begin a note with its first line. */
static void
open_note(thr_notes *notes, thresh_str line, const char **reason) {
    thresh_str shown = line;
    notes->open = true;
    notes->kind = THRESH_NOTE;
    if (thr_text_is_link(&shown)) {
        notes->kind = has_symbol_word(shown) ? THRESH_LEGEND : THRESH_NOTE;
        *reason = "a link below the table";
    } else if (thr_mark_cut_start(&shown, &notes->mark)
               || thr_letter_mark_cut_start(&shown, &notes->mark)) {
        *reason = "starts with a note mark";
    } else if (starts_with(line, source_words, COUNT(source_words))) {
        notes->kind = THRESH_SOURCE;
        *reason = "starts with a word for source";
    } else if (starts_with(line, note_words, COUNT(note_words))) {
        *reason = "starts with a word for note";
    } else if (thr_legend_starts(line)) {
        notes->kind = THRESH_LEGEND;
        *reason = "starts with a symbol and what it means";
    } else {
        *reason = "text below the table";
    }
    thr_buf_str(&notes->text, shown);
}

thresh_result
thr_notes_line(thr_notes *notes, thresh_table *table, thresh_str line,
               thresh_place place, thresh_note_kind *kind, const char **reason,
               thresh_error *err) {
    if (notes->open && !thr_notes_is_note(line) && !starts_with_letter(line)
        && !thr_legend_starts(line)) {
        *reason = "goes on with the note above";
        thr_broken_join(&notes->text, line);
    } else {
        THR_TRY(thr_notes_end(notes, table, err));
        notes->place = place;
        open_note(notes, line, reason);
    }
    *kind = notes->kind;
    return notes->text.failed || notes->mark.failed ? thr_fail_memory(err)
                                                    : THRESH_OK;
}

thresh_result
thr_notes_end(thr_notes *notes, thresh_table *table, thresh_error *err) {
    if (!notes->open)
        return THRESH_OK;
    thresh_note note = {.kind = notes->kind,
                        .mark = thr_buf_view(&notes->mark),
                        .text = thr_buf_view(&notes->text),
                        .place = notes->place};
    thresh_result result = thr_table_add_note(table, &note, err);
    thr_buf_clear(&notes->mark);
    thr_buf_clear(&notes->text);
    notes->open = false;
    return result;
}

void
thr_notes_free(thr_notes *notes) {
    thr_buf_free(&notes->mark);
    thr_buf_free(&notes->text);
    thr_buf_free(&notes->line);
    *notes = (thr_notes){0};
}
