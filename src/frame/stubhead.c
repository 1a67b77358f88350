/* What a header says of the labels. See stubhead.h. */
#include "frame/stubhead.h"

#include "base/str.h"
#include "frame/figured.h"
#include "frame/header.h"
#include "frame/metadata.h"
#include "frame/sheet.h"
#include "scan/broken.h"

/* ## Over the labels */

/* The next level above with words over a field of labels, or the same. */
static size_t
above(const thr_sheet *s, size_t level, size_t field) {
    for (size_t i = level; i-- > 0;)
        if (thr_sheet_text(s, i, field).len > 0)
            return i;
    return level;
}

/* Whether a line of the header has words over the labels alone: it names no
 * columns. */
static bool
heads_labels_alone(const thr_sheet *s, size_t level) {
    for (size_t field = 1; field <= s->location->fields; field++)
        if (!thr_stub_covers(&s->location->stub, field)
            && thr_sheet_text(s, level, field).len > 0)
            return false;
    return true;
}

/* Whether the words at `level` are more of those at `up`: where a delimiter
 * cuts the lines, those of a second label column that stand right above, on a
 * line of no other headings. Over the first, such a line may name the table.
 */
static bool
stubhead_goes_on(const thr_sheet *s, size_t level, size_t field) {
    size_t up = above(s, level, field);
    if (up == level)
        return false;
    if (thr_sheet_record(s, up)->aligned)
        return thr_stagger_goes_on(s->window, thr_sheet_cell(s, up, field),
                                   thr_sheet_cell(s, level, field), true);
    return field > 1 && up + 1 == level && heads_labels_alone(s, up);
}

/* Whether a line is of another kind: of units, or the columns by number. */
static bool
is_no_stubhead(const thr_record *record) {
    return thr_figured_tells_units(record)
           || thr_figured_counts_columns(record);
}

/* Whether the words left of the headings say what these are, as those on the
 * lines below do: "Title" above "Unit", "Frequency". */
static bool
tells_columns(const thr_sheet *s, size_t level) {
    return s->location->metadata < s->location->body
           && thr_metadata_is_row(thr_sheet_record(s, level));
}

thresh_result
thr_stubhead_read(thresh_table *table, const thr_window *window,
                  const thr_location *location, size_t field,
                  thr_stubhead *out, thresh_error *err) {
    const thr_sheet s = {window, location};
    *out = (thr_stubhead){0};
    size_t start, end = location->nheader;
    while (end > 0
           && (thr_sheet_text(&s, end - 1, field).len == 0
               || is_no_stubhead(thr_sheet_record(&s, end - 1))))
        end--;
    if (end == 0 || tells_columns(&s, end - 1))
        return THRESH_OK;
    thr_buf text = {0};
    for (start = end - 1; stubhead_goes_on(&s, start, field);)
        start = above(&s, start, field);
    for (size_t level = start; level < end; level++)
        if (thr_sheet_text(&s, level, field).len > 0)
            thr_broken_join(&text, thr_sheet_text(&s, level, field));
    out->place = thr_record_place(thr_sheet_record(&s, start), field);
    bool copied = !text.failed
                  && thr_header_label(table, thr_buf_view(&text),
                                      location->stub.letters, &out->label,
                                      &out->marks);
    thr_buf_free(&text);
    return copied ? THRESH_OK
                  : thr_arena_failure(&table->arena, out->place.line, err);
}

/* ## What stands left of headings */

/* The only field of labels with words at `level`; 0 if there are several. */
static size_t
only_stub_field(const thr_sheet *s, size_t level) {
    size_t only = 0;
    for (size_t field = 1; field <= s->location->stub.fields; field++) {
        if (thr_sheet_text(s, level, field).len == 0)
            continue;
        if (only > 0)
            return 0;
        only = field;
    }
    return only;
}

thresh_str
thr_stubhead_of_line(const thr_window *window, const thr_location *location,
                     size_t level) {
    const thr_sheet s = {window, location};
    const thresh_str none = {NULL, 0};
    size_t field = only_stub_field(&s, level);
    if (field == 0 || thr_sheet_record(&s, level)->aligned
        || heads_labels_alone(&s, level)
        || is_no_stubhead(thr_sheet_record(&s, level)))
        return none;
    thresh_str name = thr_sheet_text(&s, level, field);
    bool colon = name.ptr[name.len - 1] == ':';
    if (field > 1 && !colon)
        return none; /* it heads its own labels: "FIPS" above "Code" */
    for (size_t below = level + 1; below < location->nheader; below++)
        if (thr_sheet_text(&s, below, field).len > 0
            && !is_no_stubhead(thr_sheet_record(&s, below)))
            return colon ? thr_str_slice(name, 0, name.len - 1) : name;
    return none;
}
