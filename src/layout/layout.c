/* Records of cells to tables of rows. See layout.h. */
#include "layout/layout.h"

#include <stdlib.h>

#include "base/error.h"
#include "frame/ambiguous.h"
#include "frame/cut_ins.h"
#include "frame/frame.h"
#include "frame/hanging.h"
#include "frame/shifted.h"
#include "frame/wrap.h"
#include "layout/absent.h"
#include "layout/beside.h"
#include "layout/body.h"
#include "layout/plain_load.h"
#include "layout/plain_row.h"
#include "layout/repeat.h"
#include "layout/rows.h"
#include "layout/use.h"
#include "scan/centred.h"
#include "scan/margin.h"
#include "scan/notes.h"

struct thr_layout {
    thr_grid *grid;
    size_t max_memory;
    thr_decimal decimal;
    thr_given given;
    thr_shape shape;
    thr_renames *renames;
    thr_report report;
    thr_window window;
    size_t ntables;
    bool started;        /* the dialect was told */
    thresh_table *table; /* the current one, or NULL */
    bool taken;          /* it belongs to the caller now */
    bool in_rows;        /* its rows have not ended */
    thr_stray stray;     /* lines of no table, not told yet */
    bool lent;           /* the first record of the window is a lent row */
    thr_hanging hanging; /* ... and what its label goes on in */
    thr_beside beside;   /* the rows that it holds */
    thr_body body;
    thr_rows rows;
    thr_plain plain; /* the rows that can be read by themselves */
    thr_plain_load load;
    thr_meanings meanings;
    thr_notes notes;
    thresh_row row;
};

thr_layout *
thr_layout_new(thr_grid *grid, const thr_layout_options *options) {
    thr_layout *layout = calloc(1, sizeof *layout);
    if (layout == NULL)
        return NULL;
    *layout = (thr_layout){.grid = grid,
                           .max_memory = options->max_memory,
                           .decimal = {options->decimal, '\0'},
                           .given = options->symbols,
                           .shape = options->shape,
                           .renames = options->renames,
                           .report = {.listener = options->listener}};
    if (!thr_window_start(&layout->window, grid, options->window)) {
        free(layout);
        return NULL;
    }
    return layout;
}

static void
drop_table(thr_layout *layout) {
    if (!layout->taken)
        thresh_table_free(layout->table);
    layout->table = NULL;
    layout->taken = false;
    thr_body_free(&layout->body);
}

void
thr_layout_free(thr_layout *layout) {
    if (layout == NULL)
        return;
    drop_table(layout);
    thr_rows_free(&layout->rows);
    thr_plain_free(&layout->plain);
    thr_notes_free(&layout->notes);
    thr_window_free(&layout->window);
    thr_beside_free(&layout->beside);
    thr_buf_free(&layout->hanging.text);
    free(layout);
}

thresh_result
thr_layout_settle(thr_layout *layout, thresh_error *err) {
    if (!layout->rows.beside)
        THR_TRY(thr_ambiguous_rows(layout->table, &layout->report, err));
    return thr_meanings_settle(&layout->meanings, layout->table,
                               &layout->rows.style, &layout->report, err);
}

thresh_table *
thr_layout_take(thr_layout *layout) {
    layout->taken = true;
    return layout->table;
}

thresh_tally
thr_layout_tally(const thr_layout *layout) {
    return layout->report.tally;
}

/* Use up one record for `role`, unless it is blank. */
static void
use_up(thr_layout *layout, thresh_role role, const char *reason) {
    thr_use_record(&layout->window, &layout->report, role, reason);
}

/* ## Finding a table */

/* Locate the next table, and pass over what comes long before it. */
static thresh_result
locate(thr_layout *layout, thr_location *location, thresh_error *err) {
    thr_window *window = &layout->window;
    for (bool found;;) {
        THR_TRY(thr_window_fill(window, window->room, err));
        THR_TRY(thr_margin_settle(window, err));
        thr_window_lift(window, thr_centred_find(window));
        layout->shape.texts = layout->ntables == 0;
        THR_TRY(thr_shifted_locate(window, &layout->shape, &layout->report,
                                   location, &found, err));
        if (found)
            return THRESH_OK;
        if (window->ended) {
            bool empty = layout->report.tally.cells == 0
                         && thr_window_is_blank(window);
            thr_use_rejected(window, &layout->report, &layout->stray,
                             window->count);
            if (layout->ntables == 0)
                return thr_absent(layout->grid, empty, err);
            thr_stray_tell(&layout->stray, &layout->report);
            return THRESH_END;
        }
        thr_use_rejected(window, &layout->report, &layout->stray,
                         window->count / 2);
    }
}

static thresh_result
tell_dialect(thr_layout *layout, thresh_error *err) {
    const thr_dialect *dialect;
    THR_TRY(thr_grid_dialect(layout->grid, &dialect, err));
    if (layout->started)
        return THRESH_OK;
    layout->started = true;
    thr_report_dialect(&layout->report, dialect);
    thr_margin_tell(&layout->window, &layout->report);
    return THRESH_OK;
}

/* ## Starting a table */

static thresh_result
start_table(thr_layout *layout, thr_location location, thresh_error *err) {
    thresh_table *table = thr_table_new(layout->max_memory);
    if (table == NULL)
        return thr_fail_memory(err);
    layout->table = table;
    thr_stray_tell(&layout->stray, &layout->report);
    thr_number_style style;
    THR_TRY(thr_frame_read(table, &layout->window, &location, layout->renames,
                           &layout->report, &layout->decimal, &style, err));
    layout->beside.panels = location.panels;
    THR_TRY(
        thr_body_start(&layout->body, table, &layout->window, &location, err));
    thr_meanings_start(&layout->meanings, table, &layout->given,
                       &layout->report);
    THR_TRY(thr_rows_start(&layout->rows, table, &location.stub, style,
                           &layout->meanings, err));
    layout->rows.beside = location.panels.count > 0;
    layout->rows.flags = location.flags;
    layout->rows.texts = location.texts;
    layout->rows.margin = layout->window.margin;
    THR_TRY(thr_plain_start(&layout->plain, &layout->window, &layout->rows,
                            &layout->body, table, &layout->report, err));
    thr_plain_load_start(&layout->load, table);
    thr_use_header(&layout->window, &layout->report, &location);
    layout->in_rows = true;
    layout->ntables++;
    return THRESH_OK;
}

thresh_result
thr_layout_table(thr_layout *layout, thresh_table **out, thresh_error *err) {
    const thresh_row *row;
    thresh_result result = THRESH_OK;
    while (layout->in_rows && result == THRESH_OK)
        result = thr_layout_row(layout, &row, err);
    if (result < THRESH_OK)
        return result;
    drop_table(layout);
    thr_location location;
    result = locate(layout, &location, err);
    if (result == THRESH_END)
        THR_TRY(thr_renames_end(layout->renames, err));
    if (result >= THRESH_OK || layout->ntables == 0)
        THR_TRY(tell_dialect(layout, result < THRESH_OK ? NULL : err));
    THR_TRY(result);
    THR_TRY(start_table(layout, location, err));
    *out = layout->table;
    return THRESH_OK;
}

/* ## Rows */

static thresh_result
take_note(thr_layout *layout, thresh_error *err) {
    const thr_record *record = thr_window_at(&layout->window, 0);
    thresh_note_kind kind;
    const char *reason;
    thresh_str text;
    THR_TRY(thr_notes_text(&layout->notes, record, &text, err));
    THR_TRY(thr_notes_line(&layout->notes, layout->table, text,
                           thr_record_place(record, 1), &kind, &reason, err));
    layout->body.after_note = true;
    layout->body.after_blank = false;
    use_up(layout, thr_notes_role(kind), reason);
    return THRESH_OK;
}

/* All rows of the first record were lent. */
static void
leave_row(thr_layout *layout) {
    thr_window_pop(&layout->window);
    for (; layout->hanging.count > 0; layout->hanging.count--)
        use_up(layout, THRESH_ROLE_DATA, "goes on with the label above");
    thr_buf_clear(&layout->hanging.text);
}

/* Lend the next row that the first record holds, if there is one. */
static thresh_result
lend_row(thr_layout *layout, thresh_error *err) {
    const thr_window *window = &layout->window;
    THR_TRY(thr_beside_next(
        &layout->beside, &layout->rows, thr_window_at(window, 0),
        thr_buf_view(&layout->hanging.text), &layout->report, &layout->row,
        &layout->lent, err));
    if (!layout->lent)
        leave_row(layout);
    return THRESH_OK;
}

static thresh_result
take_row(thr_layout *layout, thresh_role role, const char *reason,
         thresh_error *err) {
    if (role == THRESH_ROLE_DATA)
        THR_TRY(thr_hanging_look(&layout->hanging, &layout->window,
                                 &layout->body.stub,
                                 thr_labels_holds(&layout->rows.labels), err));
    const thr_record *record = thr_window_at(&layout->window, 0);
    layout->body.after_blank = layout->body.after_note = false;
    layout->beside.next = 0;
    layout->body.rows++;
    layout->body.texts += thr_window_features(&layout->window, 0).figures == 0
                          && record->filled > layout->body.stub.fields;
    thr_report_line(&layout->report, record, role, reason);
    return lend_row(layout, err);
}

/* A label alone that is the first line of that of the row below. */
static thresh_result
hold_label(thr_layout *layout, thresh_error *err) {
    THR_TRY(thr_labels_hold(&layout->rows.labels,
                            thr_window_at(&layout->window, 0), err));
    layout->body.after_blank = layout->body.after_note = false;
    use_up(layout, THRESH_ROLE_DATA, "its label goes on below");
    return THRESH_OK;
}

/* A label alone that is a category of the rows below: as a cut-in, or in its
 * own field of the stub. */
static thresh_result
take_label(thr_layout *layout, thresh_error *err) {
    thr_labels *labels = &layout->rows.labels;
    const thr_record *record = thr_window_at(&layout->window, 0);
    bool outer = thr_cut_ins_follows(&layout->window);
    THR_TRY(labels->stub.cut_ins
                ? thr_labels_cut_in(labels, record, outer, err)
                : thr_labels_hold_field(labels, record, err));
    layout->body.after_blank = layout->body.after_note = false;
    use_up(layout, THRESH_ROLE_GROUP,
           "a label alone above rows that recur below others");
    return THRESH_OK;
}

static void
take_header(thr_layout *layout, const char *reason) {
    bool cut;
    size_t count = thr_repeat_count(&layout->body.repeat, &layout->window, 0,
                                    &cut);
    for (size_t i = 0; i < count; i++)
        use_up(layout, THRESH_ROLE_REPEATED_HEADER, reason);
    layout->body.after_blank = layout->body.after_note = false;
}

static thresh_result
end_rows(thr_layout *layout, thresh_error *err) {
    layout->in_rows = false;
    thr_rows_end(&layout->rows, &layout->report);
    THR_TRY(thr_notes_end(&layout->notes, layout->table, err));
    if (layout->table->streamed)
        thr_meanings_end(&layout->meanings, layout->table, &layout->report);
    return THRESH_END;
}

/* A label alone: a line of one, a category of what is below, or its parent. */
static thresh_result
take_group(thr_layout *layout, const char *reason, thresh_error *err) {
    const thr_stub *stub = &layout->rows.labels.stub;
    bool heads = stub->cut_ins || stub->alone;
    if (thr_wrap_holds(&layout->window, stub,
                       thr_labels_holds(&layout->rows.labels)))
        return hold_label(layout, err);
    return heads ? take_label(layout, err)
                 : take_row(layout, THRESH_ROLE_GROUP, reason, err);
}

/* Whether the next line may be read by itself. */
static bool
may_be_plain(const thr_layout *layout) {
    return layout->in_rows && !layout->lent && !layout->body.after_blank
           && !layout->body.after_note;
}

thresh_result
thr_layout_load(thr_layout *layout, thresh_error *err) {
    bool found = may_be_plain(layout);
    while (found) {
        THR_TRY(
            thr_plain_load_next(&layout->load, &layout->plain, &found, err));
        layout->body.rows += found;
    }
    return THRESH_OK;
}

/* Take the next line as a row, if it can be read by itself. */
static thresh_result
take_plain(thr_layout *layout, bool *found, thresh_error *err) {
    *found = false;
    if (may_be_plain(layout))
        THR_TRY(thr_plain_next(&layout->plain, &layout->row, found, err));
    layout->body.rows += *found;
    return THRESH_OK;
}

/* Use up one record, or lend it as a row (`layout->lent`). */
static thresh_result
step(thr_layout *layout, thresh_error *err) {
    THR_TRY(thr_window_fill(&layout->window, 1, err));
    if (layout->window.count == 0)
        return end_rows(layout, err);
    thr_verdict verdict;
    THR_TRY(thr_body_judge(&layout->body, &layout->window, &verdict, err));
    if (verdict.kind != THR_IS_NOTE)
        THR_TRY(thr_notes_end(&layout->notes, layout->table, err));
    switch (verdict.kind) {
    case THR_IS_BLANK:
        layout->body.after_blank = true;
        use_up(layout, THRESH_ROLE_BLANK, verdict.reason);
        return THRESH_OK;
    case THR_IS_ROW:
        return take_row(layout, THRESH_ROLE_DATA, verdict.reason, err);
    case THR_IS_GROUP: return take_group(layout, verdict.reason, err);
    case THR_IS_HEADER: take_header(layout, verdict.reason); return THRESH_OK;
    case THR_IS_NOTE: return take_note(layout, err);
    case THR_IS_FURNITURE:
        use_up(layout, THRESH_ROLE_PAGE_FURNITURE, verdict.reason);
        return THRESH_OK;
    case THR_IS_ELSEWHERE: break;
    }
    return end_rows(layout, err);
}

thresh_result
thr_layout_row(thr_layout *layout, const thresh_row **out, thresh_error *err) {
    if (layout->table == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "a row was asked for before a table");
    if (layout->lent)
        THR_TRY(lend_row(layout, err));
    bool plain = false;
    while (layout->in_rows && !layout->lent && !plain) {
        THR_TRY(take_plain(layout, &plain, err));
        if (!plain)
            THR_TRY(step(layout, err));
    }
    *out = &layout->row;
    return layout->lent || plain ? THRESH_OK : THRESH_END;
}
