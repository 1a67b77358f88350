/* A located table to its frame. See frame.h. */
#include "frame/frame.h"

#include <stdio.h>

#include "base/error.h"
#include "base/str.h"
#include "frame/ambiguous.h"
#include "frame/caption.h"
#include "frame/compound.h"
#include "frame/dimensions.h"
#include "frame/enclosed.h"
#include "frame/header.h"
#include "frame/metadata.h"
#include "frame/shared_head.h"
#include "frame/structure.h"
#include "frame/stubhead.h"
#include "frame/times.h"
#include "scan/features.h"
#include "value/profile.h"
#include "value/value.h"

/* ## Numbers */

static void
tell_brackets(const thr_number_style *style, const thr_report *report) {
    if (style->brackets_plain)
        thr_report_decision(report, "parentheses", THR_LIT("no sign"),
                            "all numbers in them stand in columns whose "
                            "headings stand in parentheses too");
    else if (style->brackets_unsure)
        thr_report_decision(report, "parentheses", THR_LIT("text"),
                            "all of them are around small whole numbers, and "
                            "negative ones have a minus: they may be note "
                            "marks");
    else
        thr_report_decision(report, "parentheses", THR_LIT("negative"),
                            "numbers such as (5) are read as accountants "
                            "print them");
}

/* Whether the lines ahead name an office that marks decimals with a comma. */
static bool
names_comma_office(const thr_window *window) {
    for (size_t i = 0; i < window->count; i++) {
        thresh_str words;
        const thr_profile *profile = thr_profile_in(
            thr_record_text(thr_window_at(window, i)), &words);
        if (profile != NULL)
            return profile->comma;
    }
    return false;
}

/* Whether semicolons cut the lines: spreadsheets write them where the comma
 * marks decimals. */
static bool
has_semicolons(const thr_window *window) {
    const thr_dialect *dialect;
    thresh_error ignored;
    return thr_grid_dialect(window->grid, &dialect, &ignored) == THRESH_OK
           && dialect->delimiter == ';';
}

/* What may be known of a separator in doubt; what is left of it stays with the
 * table, where sums may settle it. */
static void
settle_doubt(thresh_table *table, const thr_window *window, thr_decimal known,
             thr_number_style *style) {
    const char *why = "";
    if (style->doubt == '.' && names_comma_office(window))
        *style = (thr_number_style){
            .decimal = ',',
            .group = '.',
            .reason = "every dot stands before three digits, and the office "
                      "that the text names marks decimals with a comma"};
    if (style->beside) {
        why = ", for whole numbers stand beside";
    } else if (known.before != '\0') {
        why = ", as those above show";
    } else if (style->doubt == '.' && has_semicolons(window)) {
        why = ", for semicolons part the cells";
        style->decimal = ',';
        style->group = '.';
    }
    if (style->doubt != '\0')
        table->doubt = (thr_doubt){style->doubt, style->doubt == style->group,
                                   style->place, why};
}

/* Settle the style of the numbers, from all rows in the window. */
static thr_number_style
settle_numbers(thresh_table *table, const thr_window *window,
               const thr_location *location, thr_decimal *known,
               const thr_report *report) {
    thr_number_evidence evidence = {0};
    for (size_t i = location->body; i < location->end; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_window_features(window, i);
        if (thr_features_is_years(&features))
            continue; /* a header again: years have no thousands */
        for (size_t field = 1; field <= record->ncells; field++)
            if (!thr_stub_covers(&location->stub, field)
                && !thr_panels_is_label(&location->panels, field))
                thr_value_learn(&evidence, thr_record_cell(record, field),
                                thr_record_place(record, field));
    }
    const thr_decimal before = *known;
    thr_number_style style = thr_number_settle(&evidence, known);
    settle_doubt(table, window, before, &style);
    style.brackets_plain = evidence.brackets > 0
                           && thr_enclosed_find(table, window, location);
    if (evidence.brackets > 0)
        tell_brackets(&style, report);
    if (evidence.brackets == 1 && !style.brackets_plain
        && !style.brackets_unsure)
        style.bracket = evidence.bracket;
    thr_report_decision(report, "decimal mark",
                        style.decimal == ',' ? THR_LIT("comma")
                                             : THR_LIT("dot"),
                        style.reason);
    return style;
}

/* ## Dimensions */

/* Of a dimension without a name of its own, the user may know one. */
static void
tell_dimensions(const thresh_table *table, const thr_report *report) {
    for (size_t i = 0; i < table->ndimensions; i++) {
        const thresh_dimension *dimension = &table->dimensions[i];
        char hint[64];
        bool nameless = thr_str_starts(dimension->reason,
                                       THR_LIT("nothing names"));
        (void)snprintf(hint, sizeof hint, "--name %.*s=NAME",
                       THR_STR(dimension->name));
        thr_report_doubt(report, "dimension", dimension->name,
                         dimension->reason.ptr,
                         thr_str(nameless ? hint : NULL));
    }
}

static thresh_result
find_dimensions(thresh_table *table, const thr_window *window,
                const thr_location *location, const thr_title *title,
                thresh_place place, thresh_error *err) {
    const thr_stub *stub = &location->stub;
    thr_stubhead *heads = thr_arena_array(&table->arena, stub->fields,
                                          sizeof *heads);
    thresh_str *lines = thr_arena_array(&table->arena, location->nheader + 1,
                                        sizeof *lines);
    if (heads == NULL || lines == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    for (size_t i = 0; i < stub->fields; i++) {
        THR_TRY(
            thr_stubhead_read(table, window, location, i + 1, &heads[i], err));
        heads[i].times = thr_times_of(window, location->body, location->end,
                                      i + 1);
    }
    for (size_t i = 0; i < location->nheader; i++)
        lines[i] = thr_stubhead_of_line(window, location, i);
    table->caption.stubhead = heads[0].label;
    thr_shared_head_split(stub, heads);
    const char *alone = stub->cut_ins ? thr_times_alone(window, location->body,
                                                        location->end)
                                      : NULL;
    const thr_printed_names printed = {heads, lines, alone};
    return thr_dimensions_find(table, &printed, stub, title, place, err);
}

/* ## Panels */

/* Tell of them, and let the table know where each starts. */
static thresh_result
settle_panels(thresh_table *table, const thr_panels *panels, size_t margin,
              const thr_report *report, thresh_error *err) {
    static const char *const kinds[] = {
        [THR_PANELS_SAME] = "its rows go on at the right",
        [THR_PANELS_OTHER] = "each has columns of its own",
        [THR_PANELS_AGAIN] = "the row labels stand there again"};
    if (panels->count == 0)
        return THRESH_OK;
    thr_report_decision(report, "side by side", thr_str(kinds[panels->kind]),
                        panels->reason);
    if (panels->kind == THR_PANELS_AGAIN)
        return THRESH_OK;
    table->panels = thr_arena_array(&table->arena, panels->count,
                                    sizeof *table->panels);
    if (table->panels == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    for (size_t i = 0; i < panels->count; i++)
        table->panels[i] = (uint32_t)(panels->starts[i] + margin);
    table->npanels = panels->count;
    return THRESH_OK;
}

/* ## What is missing */

/* Where column `field` has its first value. */
static thresh_place
first_value(const thr_window *window, const thr_location *location,
            size_t field) {
    size_t at = location->body;
    while (thr_record_cell(thr_window_at(window, at), field).len == 0)
        at++;
    return thr_record_place(thr_window_at(window, at), field);
}

static void
tell_flags(const thr_location *location, const thr_report *report) {
    if (location->flags)
        thr_report_decision(report, "flags", THR_LIT("beside the values"),
                            "columns without a heading, or called flags, hold "
                            "nothing but letters such as p and b: they belong "
                            "to the values at their left");
}

/* Warn of a table without a figure. */
static void
warn_texts(const thr_window *window, const thr_location *location,
           const thr_report *report) {
    if (!location->texts)
        return;
    thresh_place body = thr_record_place(thr_window_at(window, location->body),
                                         1);
    thr_report_warning(report, &body,
                       "no cell of this table is a figure; its values are "
                       "texts, below the first line as their header");
}

/* Warn of values under no heading, or of no header at all. */
static void
warn_nameless(const thresh_table *table, const thr_window *window,
              const thr_location *location, const thr_report *report) {
    if (location->shape.header_rows == THRESH_NO_HEADER)
        return;
    if (location->nheader == 0) {
        thresh_place body = thr_record_place(
            thr_window_at(window, location->body), 1);
        thr_report_warning(report, &body,
                           "no header was found above these figures; their "
                           "columns have no names");
        return;
    }
    for (size_t i = 0; i < table->ncolumns; i++) {
        if (table->columns[i].leaf != NULL)
            continue;
        thresh_place place = first_value(
            window, location, table->columns[i].field - window->margin);
        thr_report_warning(report, &place,
                           "no heading stands above this cell; its column "
                           "has no name");
    }
}

/* The caption is used up, which gives room to look further: the more rows,
 * the better they settle the stub, the columns and the style of the numbers.
 */
static thresh_result
look_further(thr_window *window, thr_location *location, thresh_error *err) {
    location->body -= location->header;
    location->metadata -= location->header;
    location->end -= location->header;
    location->header = 0;
    size_t before = window->count;
    THR_TRY(thr_window_fill(window, window->room, err));
    if (window->count == before)
        return THRESH_OK; /* it was settled by all rows */
    thr_location again;
    bool found;
    THR_TRY(thr_locate(window, &location->shape, &again, &found, err));
    if (found && again.header == 0)
        *location = again;
    return THRESH_OK;
}

thresh_result
thr_frame_read(thresh_table *table, thr_window *window, thr_location *location,
               thr_renames *renames, thr_report *report, thr_decimal *known,
               thr_number_style *style, thresh_error *err) {
    thr_title title;
    thresh_place place;
    uint64_t above = thr_structure_above(window, location);
    THR_TRY(thr_caption_read(table, window, location->header, report, &title,
                             &place, err));
    THR_TRY(look_further(window, location, err));
    THR_TRY(thr_header_read(table, window, location, err));
    THR_TRY(thr_compound_split(table, report, err));
    THR_TRY(thr_metadata_read(table, window, location->metadata,
                              location->body, err));
    THR_TRY(find_dimensions(table, window, location, &title, place, err));
    const thresh_place top = thr_record_place(
        thr_window_at(window, location->header), 1);
    THR_TRY(thr_renames_apply(renames, table, &top, report, err));
    thr_structure_tell(window, location, above, report);
    tell_dimensions(table, report);
    THR_TRY(
        settle_panels(table, &location->panels, window->margin, report, err));
    tell_flags(location, report);
    *style = settle_numbers(table, window, location, known, report);
    warn_nameless(table, window, location, report);
    warn_texts(window, location, report);
    return thr_ambiguous_columns(table, report, err);
}
