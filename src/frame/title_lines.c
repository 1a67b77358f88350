/* Which of the lines above a header are the title. See title_lines.h. */
#include "frame/title_lines.h"

#include "base/str.h"
#include "frame/pairs.h"
#include "scan/features.h"
#include "scan/notes.h"
#include "scan/title.h"
#include "value/table_number.h"

/* Whether a record is text: neither blank nor a link nor a number, nor a name
 * with what it is beside it. */
static bool
is_text(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    thresh_str text = thr_record_text(record), number;
    return record->filled > 0 && !thr_text_is_link(&text)
           && !thr_title_is_number(text, &number)
           && !thr_pairs_is_one(window, i);
}

/* What a line starts with, without the quotes and delimiters of its cells. */
static thresh_str
start_of(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    thresh_str first = thr_record_cell(record, 1);
    return first.len > 0 ? first : thr_record_text(record);
}

/* The last block of text among the first `count` records: on one page, for a
 * foot of the page before is no title. */
static thr_title_lines
last_block(const thr_window *window, size_t count) {
    thr_title_lines block = {0, count, count, count};
    while (block.end > 0 && !is_text(window, block.end - 1))
        block.end--;
    if (block.end == 0)
        return (thr_title_lines){0, count, count, count};
    block.start = block.end - 1;
    while (block.start > 0 && !thr_window_at(window, block.start)->top
           && is_text(window, block.start - 1))
        block.start--;
    return block;
}

static bool
refers_to_notes(thresh_str text) {
    static const char *const starts[] = {"see note",
                                         "see footnote",
                                         "siehe anm",
                                         "se merknad",
                                         "voir note",
                                         ("v\xC3\xA9"
                                          "ase nota"),
                                         "zie opmerk"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        thresh_str start = thr_str(starts[i]);
        if (text.len >= start.len
            && thr_str_equal_nocase(thr_str_slice(text, 0, start.len), start))
            return true;
    }
    return false;
}

/* A block that says of itself that it is no title. */
static bool
is_aside(const thr_window *window, thr_title_lines block) {
    thresh_str text = start_of(window, block.start);
    return text.len > 0
           && (text.ptr[0] == '[' || text.ptr[0] == '('
               || refers_to_notes(text) || thr_notes_has_word(text));
}

/* The last block that starts with a number or is no aside. */
static thr_title_lines
find_block(const thr_window *window, size_t count) {
    const thr_title_lines last = last_block(window, count);
    thr_title_lines title = last, block = last;
    bool found = false;
    for (; block.start < block.end; block = last_block(window, block.start)) {
        if (thr_table_number_starts(
                thr_record_text(thr_window_at(window, block.start))))
            return block;
        if (!found && !is_aside(window, block)) {
            title = block;
            found = true;
        }
    }
    return title;
}

/* Notes go from the first line with a word for one to the header. */
thr_title_lines
thr_title_lines_find(const thr_window *window, size_t count) {
    thr_title_lines title = find_block(window, count);
    title.page = title.start < count ? title.start : 0;
    while (title.page > 0 && !thr_window_at(window, title.page)->top)
        title.page--;
    title.notes = title.start + 1;
    while (title.notes < count
           && !thr_notes_has_word(start_of(window, title.notes)))
        title.notes++;
    if (title.notes > count)
        title.notes = count;
    if (title.end > title.notes)
        title.end = title.notes;
    return title;
}
