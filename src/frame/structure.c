/* Telling how a table was found to be built. See structure.h. */
#include "frame/structure.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/ascii.h"
#include "base/str.h"
#include "frame/cut_ins.h"
#include "frame/pairs.h"
#include "scan/features.h"

typedef struct teller {
    const thr_window *window;
    const thr_location *location;
    const thr_report *report;
    char value[64];
    char reason[192];
    char hints[96]; /* a line each */
    size_t nhints;  /* bytes */
} teller;

static thr_features
features_at(const teller *t, size_t i) {
    return thr_window_features(t->window, i);
}

static void
begin(teller *t) {
    t->reason[0] = t->hints[0] = '\0';
    t->nhints = 0;
}

static void
tell(teller *t, const char *what) {
    thr_report_doubt(t->report, what, thr_str(t->value), t->reason,
                     thr_str(t->hints));
}

/* Another reading is near: `why`, and what gives it. */
static void
add_doubt(teller *t, const char *why, const char *option, size_t count) {
    size_t used = strlen(t->reason);
    (void)snprintf(t->reason + used, sizeof t->reason - used, "; but %s", why);
    int put = snprintf(t->hints + t->nhints, sizeof t->hints - t->nhints,
                       "%s--%s %zu", t->nhints > 0 ? "\n" : "", option, count);
    if (put > 0)
        t->nhints += (size_t)put;
}

/* ## The header */

/* Whether a blank stands behind a delimiter: "Ferries, by route" is prose that
 * a comma cuts. */
static bool
is_prose(const thr_record *record) {
    for (size_t i = 1; i < record->ncells; i++) {
        thresh_str cell = record->cells[i].text;
        if (cell.len > 1 && cell.ptr[0] == ' ')
            return true;
    }
    return false;
}

uint64_t
thr_structure_above(const thr_window *window, const thr_location *location) {
    size_t i = location->header;
    while (i > 0 && thr_window_at(window, i - 1)->filled == 0)
        i--;
    if (i == 0 || location->nheader == 0)
        return 0;
    const thr_record *above = thr_window_at(window, i - 1);
    thr_features features = thr_window_features(window, i - 1);
    bool columns = features.filled > 1 || features.first > 1;
    return columns && !is_prose(above) && !thr_pairs_is_one(window, i - 1)
               ? above->line
               : 0;
}

/* Whether the header with one line less would end, or start, elsewhere. */
static bool
gives_back(const teller *t, size_t rows, bool first) {
    const thr_location *at = t->location;
    const thr_shape less = {.header_rows = (uint32_t)rows - 1};
    size_t start = at->header, end = at->header + at->nheader, body = at->body;
    if (rows < 2
        || thr_shape_header(&less, t->window, &start, &end, &body, NULL)
               != THRESH_OK)
        return false;
    return first == (start > at->header);
}

/* Why the last line of the header could be a row, or NULL: numbers head those
 * below, but there are others like them right above or below. */
static const char *
row_in_header(const teller *t) {
    size_t last = t->location->header + t->location->nheader - 1;
    thr_features row = features_at(t, t->location->body);
    if (features_at(t, last).figures == 0)
        return NULL;
    if (thr_features_is_years(&row))
        return "the first row holds nothing but such numbers too";
    if (t->location->nheader < 2)
        return NULL;
    thr_features above = features_at(t, last - 1);
    return thr_features_is_years(&above) ? "two lines of it hold years" : NULL;
}

/* Doubts of where the header of `rows` lines starts and ends. */
static void
doubt_header(teller *t, size_t rows, uint64_t above) {
    char why[96];
    const thr_location *at = t->location;
    thr_features first = features_at(t, at->header);
    thr_features row = features_at(t, at->body);
    const char *is_row = row_in_header(t);
    (void)snprintf(why, sizeof why, "line %" PRIu64 " above has several cells",
                   above);
    if (above > 0)
        add_doubt(t, why, "header-rows", rows + 1);
    if (is_row != NULL && gives_back(t, rows, false))
        add_doubt(t, is_row, "header-rows", rows - 1);
    else if (first.first == 1 && first.filled == 2 && first.figures == 0
             && gives_back(t, rows, true))
        add_doubt(t, "its first line could be a title in two cells",
                  "header-rows", rows - 1);
    if (above == 0 && row.first > 1 && row.figures > 0 && at->stub.fields == 1)
        add_doubt(t, "the first row has no label", "header-rows", rows + 1);
}

static void
tell_header(teller *t, uint64_t above) {
    const thr_location *at = t->location;
    bool given = at->shape.header_rows > 0;
    size_t rows = 0;
    for (size_t i = at->header; i < at->header + at->nheader; i++)
        rows += thr_window_at(t->window, i)->filled > 0;
    begin(t);
    (void)snprintf(t->value, sizeof t->value, "none");
    (void)snprintf(t->reason, sizeof t->reason, "%s", at->reason);
    if (rows == 0 && given)
        (void)snprintf(t->reason, sizeof t->reason, "as the user says");
    if (rows == 0 && !given) {
        (void)snprintf(t->reason, sizeof t->reason,
                       "no headings stand above the figures");
        add_doubt(t, "nothing names the columns then", "header-rows", 1);
    }
    if (rows > 0) {
        uint64_t first = thr_window_at(t->window, at->header)->line;
        uint64_t last =
            thr_window_at(t->window, at->header + at->nheader - 1)->line;
        (void)snprintf(t->value, sizeof t->value,
                       first == last ? "line %" PRIu64
                                     : "lines %" PRIu64 " to %" PRIu64,
                       first, last);
        if (!given)
            doubt_header(t, rows, above);
    }
    tell(t, "header");
}

/* ## The stub */

/* Whether field `field` of all rows is a whole number of the same length, two
 * digits or more, as codes and years are. */
static bool
is_like_codes(const teller *t, size_t field) {
    size_t rows = 0, len = 0;
    for (size_t i = t->location->body; i < t->location->end; i++) {
        thresh_str cell = thr_record_cell(thr_window_at(t->window, i), field);
        if (features_at(t, i).figures == 0)
            continue;
        for (size_t k = 0; k < cell.len; k++)
            if (!thr_is_digit(cell.ptr[k]))
                return false;
        len = rows++ == 0 ? cell.len : len;
        if (cell.len < 2 || cell.len != len)
            return false;
    }
    return rows > 2;
}

/* The field behind the stub holds codes or years, and no other does. */
static bool
is_code_beside(const teller *t) {
    size_t field = t->location->stub.fields + 1;
    if (field >= t->location->fields || t->location->panels.count > 0
        || !is_like_codes(t, field))
        return false;
    for (size_t i = field + 1; i <= t->location->fields; i++)
        if (is_like_codes(t, i))
            return false;
    return true;
}

static void
tell_stub(teller *t) {
    const thr_stub *stub = &t->location->stub;
    begin(t);
    (void)snprintf(t->value, sizeof t->value, "%zu",
                   stub->fields - (stub->value > 0));
    bool given = t->location->shape.stub_fields > 0;
    (void)snprintf(t->reason, sizeof t->reason, "%s",
                   given ? "as many as the user says"
                   : stub->valued
                       ? "a heading calls the only other column the value"
                   : stub->fields == 1
                       ? "values stand in most rows right of it"
                       : "what stands left of texts in most rows is a label");
    char why[96];
    (void)snprintf(why, sizeof why, "column %zu holds whole numbers%s",
                   t->window->margin
                       + (stub->codes > 0 ? stub->codes : stub->fields + 1),
                   stub->codes > 0 ? ", taken for codes"
                                   : " of one length, as codes and years do");
    if (!given && stub->codes > 1)
        add_doubt(t, why, "stub-columns", stub->codes - 1);
    else if (!given && is_code_beside(t))
        add_doubt(t, why, "stub-columns", stub->fields + 1);
    tell(t, "label columns");
}

/* Which fields are filled down, or that one label stands in each row. */
static void
tell_blanks(teller *t) {
    const thr_stub *stub = &t->location->stub;
    begin(t);
    if (stub->staggered) {
        (void)snprintf(t->value, sizeof t->value, "staggered");
        (void)snprintf(t->reason, sizeof t->reason,
                       "nearly every row has one of them alone: its column "
                       "shows how deep it stands");
        tell(t, "labels");
    }
    if (stub->alone) {
        (void)snprintf(t->value, sizeof t->value, "held");
        (void)snprintf(t->reason, sizeof t->reason,
                       "those that stand alone in their column hold for the "
                       "rows below");
        tell(t, "labels");
    }
    for (size_t i = 0; i + 1 < stub->fields; i++) {
        if ((stub->filled >> i & 1) == 0)
            continue;
        begin(t);
        (void)snprintf(t->value, sizeof t->value, "column %zu",
                       t->window->margin + i + 1);
        (void)snprintf(t->reason, sizeof t->reason,
                       "half as many blanks as labels or more: each repeats "
                       "the label above");
        tell(t, "filled down");
    }
}

/* ## Cut-ins */

static size_t
count_cut_ins(const teller *t) {
    const thr_location *at = t->location;
    size_t count = 0;
    thresh_str year;
    for (size_t i = at->body; i < at->end; i++) {
        thresh_str label = thr_record_cell(thr_window_at(t->window, i), 1);
        count += thr_cut_ins_is_one(t->window, i, at->end, at->stub.fields)
                 && !thr_text_heads_year(label, &year);
    }
    return count;
}

static void
tell_cut_ins(teller *t) {
    const thr_stub *stub = &t->location->stub;
    bool one = stub->fields == 1 || stub->cut_ins;
    size_t count = one ? count_cut_ins(t) : 0;
    if (count == 0)
        return;
    begin(t);
    (void)snprintf(t->value, sizeof t->value, "%s",
                   stub->cut_ins ? "a dimension" : "categories");
    (void)snprintf(t->reason, sizeof t->reason,
                   "labels that stand alone: %zu; those below them %s", count,
                   stub->cut_ins ? "recur, for the most part"
                                 : "do not recur");
    tell(t, "cut-ins");
}

void
thr_structure_tell(const thr_window *window, const thr_location *location,
                   uint64_t above, const thr_report *report) {
    if (report->listener == NULL || report->listener->decision == NULL)
        return;
    teller t = {.window = window, .location = location, .report = report};
    tell_header(&t, above);
    tell_stub(&t);
    tell_blanks(&t);
    tell_cut_ins(&t);
}
