/* Lines to records of cells. See grid.h. */
#include "grid/grid.h"

#include <stdlib.h>
#include <string.h>

#include "aligned/fixed.h"
#include "base/ascii.h"
#include "base/csv.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "grid/cells.h"
#include "grid/cut.h"
#include "grid/held.h"
#include "grid/queue.h"
#include "grid/skip.h"

/* A quoted cell may run over so many lines before its quote is taken for
 * text: more than any label or note needs, and few enough to bound the cost
 * of reading them again. */
enum { MOST_LINES = 64 }; /* a warning below says so */

struct thr_grid {
    thr_lines *lines;
    thr_grid_limits limits;
    const thresh_listener *listener;
    char given;
    bool skipped; /* the lines that the user leaves out */
    bool detected;
    thr_dialect dialect;
    thr_csv *csv;
    thr_queue queue;
    uint64_t records;
    thr_fixed fixed;
    thresh_str *held; /* the lines of the queue, while they are looked at */
    size_t cut;       /* of the lines that `fixed` settled, those handed out */
    bool ended;
};

thr_grid *
thr_grid_new(thr_lines *lines, const thr_grid_limits *limits, char delimiter,
             const thresh_listener *listener) {
    thr_grid *grid = calloc(1, sizeof *grid);
    if (grid == NULL)
        return NULL;
    grid->lines = lines;
    grid->limits = *limits;
    grid->listener = listener;
    grid->given = delimiter;
    return grid;
}

void
thr_grid_free(thr_grid *grid) {
    if (grid == NULL)
        return;
    thr_csv_free(grid->csv);
    thr_queue_free(&grid->queue);
    thr_fixed_free(&grid->fixed);
    free(grid->held);
    free(grid);
}

/* ## The dialect */

/* Where a printed page starts, a form feed stands before its first line. */
static thr_line
without_feed(thr_line line, bool *top) {
    while (thr_first(line.text) == '\f') {
        line.text = thr_str_from(line.text, 1);
        *top = true;
    }
    return line;
}

thresh_result
thr_grid_check_held(const thr_grid *grid, size_t more, uint64_t line,
                    thresh_error *err) {
    return thr_held_check(grid->queue.bytes + more, grid->limits.memory, line,
                          err);
}

/* Hold back one more line. */
static thresh_result
queue_line(thr_grid *grid, thresh_error *err) {
    thr_line line;
    THR_TRY(thr_lines_next(grid->lines, &line, err));
    if (!thr_queue_push(&grid->queue, &line))
        return thr_fail_memory(err);
    return thr_grid_check_held(grid, 0, line.number, err);
}

/* Hold back up to `count` lines, and lend them in `held`. */
static thresh_result
hold(thr_grid *grid, size_t count, thresh_error *err) {
    while (grid->queue.count < count && !grid->ended) {
        thresh_result result = queue_line(grid, err);
        grid->ended = result == THRESH_END;
        if (!grid->ended)
            THR_TRY(result);
    }
    if (grid->held == NULL) {
        size_t room = count > THR_FIXED_LINES ? count : THR_FIXED_LINES;
        grid->held = calloc(room, sizeof *grid->held);
    }
    if (grid->held == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < grid->queue.count && i < count; i++)
        grid->held[i] = thr_queue_at(&grid->queue, i).text;
    return THRESH_OK;
}

static bool
all_blank(const thr_grid *grid) {
    for (size_t i = 0; i < grid->queue.count; i++)
        if (thr_str_trim(grid->held[i]).len > 0)
            return false;
    return true;
}

/* Detect the dialect, unless nothing but blank lines is there yet. */
static thresh_result
detect(thr_grid *grid, thresh_error *err) {
    if (!grid->skipped)
        THR_TRY(thr_skip_lines(grid->lines, grid->limits.skip, grid->listener,
                               err));
    grid->skipped = true;
    THR_TRY(hold(grid, grid->limits.window, err));
    if (!grid->ended && all_blank(grid))
        return THRESH_OK;
    if (!thr_dialect_detect(&grid->dialect, grid->held, grid->queue.count,
                            grid->given))
        return thr_fail_memory(err);
    if (grid->dialect.quoted)
        grid->csv = thr_csv_new(grid->dialect.delimiter);
    grid->detected = !grid->dialect.quoted || grid->csv != NULL;
    return grid->detected ? THRESH_OK : thr_fail_memory(err);
}

thresh_result
thr_grid_dialect(thr_grid *grid, const thr_dialect **out, thresh_error *err) {
    if (!grid->detected)
        THR_TRY(detect(grid, err));
    *out = &grid->dialect;
    return THRESH_OK;
}

/* ## Cells */

/* Take the cells that libcsv found, over `nlines` lines. */
static thresh_result
take_quoted(thr_grid *grid, thr_record *record, size_t nlines,
            thresh_error *err) {
    const thresh_str *cells = NULL;
    size_t count = thr_csv_cells(grid->csv, &cells), size = 0;
    for (size_t i = 0; i < count; i++)
        size += cells[i].len;
    thr_buf_fill(&record->values, ' ', size);
    if (record->values.failed || cells == NULL)
        return thr_fail_memory(err);
    thr_buf_clear(&record->values);
    thresh_str rest = thr_buf_view(&record->text), printed;
    uint32_t column = 1;
    for (size_t i = 0; i < count; i++) {
        thresh_str copy = {record->values.ptr + record->values.len,
                           cells[i].len};
        thr_buf_str(&record->values, cells[i]);
        THR_TRY(thr_cells_add(record, grid->limits.max_fields, copy,
                              nlines > 1 ? 0 : column, err));
        if (thr_cut_quoted(&rest, grid->dialect.delimiter, &printed))
            column += (uint32_t)thr_utf8_length(printed) + 1;
    }
    return THRESH_OK;
}

/* ## Records */

static void
start_record(thr_grid *grid, thr_record *record, const thr_line *line) {
    record->line = line->number;
    record->offset = line->offset;
    record->number = ++grid->records;
    record->ncells = record->filled = record->furniture = 0;
    record->rule = record->top = record->aligned = false;
    record->heading = false;
    thr_buf_clear(&record->values);
}

static void
warn(thr_grid *grid, const thr_record *record, const char *message) {
    if (grid->listener == NULL || grid->listener->warning == NULL)
        return;
    thresh_error warning;
    thresh_place place = {.line = record->line, .column = 1};
    thr_fail_at(&warning, THRESH_OK, &place, "%s", message);
    warning.offset = record->offset;
    grid->listener->warning(grid->listener->ctx, &warning);
}

/* Give the lines of a record to libcsv, the first of the queue and as many
 * more as its quotes need; `*nlines` is how many, 0 if they do not close. */
static thresh_result
read_quoted(thr_grid *grid, thr_record *record, size_t *nlines,
            thresh_error *err) {
    bool complete = false;
    for (size_t i = 0; i < MOST_LINES; i++) {
        if (i == grid->queue.count) {
            thresh_result result = queue_line(grid, err);
            if (result == THRESH_END)
                break;
            THR_TRY(result);
        }
        bool top;
        thr_line line = without_feed(thr_queue_at(&grid->queue, i), &top);
        if (i > 0) {
            thr_buf_char(&record->text, '\n');
            thr_buf_str(&record->text, line.text);
        }
        THR_TRY(thr_csv_line(grid->csv, line.text, &complete, err));
        if (complete) {
            bool closes = i == 0
                          || thr_cells_close(thr_buf_view(&record->text),
                                             grid->dialect.delimiter);
            *nlines = closes ? i + 1 : 0;
            return THRESH_OK;
        }
    }
    thr_csv_reset(grid->csv);
    *nlines = 0;
    return THRESH_OK;
}

/* A record whose line holds a quote: the line is at the front of the queue. */
static thresh_result
fill_quoted(thr_grid *grid, thr_record *record, thresh_error *err) {
    size_t nlines;
    THR_TRY(read_quoted(grid, record, &nlines, err));
    if (record->text.failed)
        return thr_fail_memory(err);
    if (nlines > 0) {
        THR_TRY(take_quoted(grid, record, nlines, err));
        thr_queue_pop(&grid->queue, nlines);
        return THRESH_OK;
    }
    bool top;
    record->text.len =
        without_feed(thr_queue_at(&grid->queue, 0), &top).text.len;
    warn(grid, record,
         "a quote opens on this line and does not close within 64 lines; it "
         "is read as plain text");
    thr_queue_pop(&grid->queue, 1);
    return thr_cells_cut(record, grid->limits.max_fields,
                         grid->dialect.delimiter, err);
}

/* ## Aligned columns */

/* Have the next lines cut, if all that were are handed out. */
static thresh_result
settle(thr_grid *grid, thresh_error *err) {
    if (grid->cut < grid->fixed.settled)
        return THRESH_OK;
    THR_TRY(hold(grid, THR_FIXED_LINES, err));
    size_t count = grid->queue.count;
    if (count == 0)
        return THRESH_END;
    bool ended = grid->ended && count <= THR_FIXED_LINES;
    if (count > THR_FIXED_LINES)
        count = THR_FIXED_LINES;
    grid->cut = 0;
    bool done = thr_fixed_cut(&grid->fixed, grid->held, count, ended);
    return done ? THRESH_OK : thr_fail_memory(err);
}

/* Blank cells, until there are `count` cells. */
static thresh_result
add_blanks(thr_grid *grid, thr_record *record, size_t count,
           thresh_error *err) {
    const thresh_str none = {NULL, 0};
    while (record->ncells < count)
        THR_TRY(thr_cells_add(record, grid->limits.max_fields, none, 0, err));
    return THRESH_OK;
}

/* Take the cells of one line; a column it passes over is a blank cell. */
static thresh_result
take_pieces(thr_grid *grid, thr_record *record, const thr_fixed_line *cut,
            thresh_error *err) {
    thresh_str line = thr_buf_view(&record->text);
    size_t at = 0, column = 1;
    for (size_t i = 0; i < cut->count; i++) {
        const thr_piece *piece = &grid->fixed.pieces.items[cut->first + i];
        column += thr_utf8_length(thr_str_slice(line, at, piece->from));
        at = piece->from;
        THR_TRY(add_blanks(grid, record, piece->column, err));
        thresh_str text = thr_str_slice(line, piece->from, piece->to);
        THR_TRY(thr_cells_add(record, grid->limits.max_fields, text,
                              (uint32_t)column, err));
        record->cells[record->ncells - 1].span = (uint32_t)piece->span;
    }
    return add_blanks(grid, record, cut->columns, err);
}

static void
warn_misfit(thr_grid *grid, const thr_record *record) {
    warn(grid, record,
         record->filled > 1
             ? "the cells of this line do not stand in the columns of the "
               "lines around it; they are read in their order"
             : "this line does not keep to the columns of the lines around "
               "it, and has not as many cells; it is read as text");
}

static thresh_result
next_aligned(thr_grid *grid, thr_record *record, thresh_error *err) {
    THR_TRY(settle(grid, err));
    thr_line line = thr_queue_at(&grid->queue, 0);
    const thr_fixed_line *cut = &grid->fixed.lines[grid->cut++];
    start_record(grid, record, &line);
    thr_held_copy(&record->text, line.text);
    thr_queue_pop(&grid->queue, 1);
    if (record->text.failed)
        return thr_fail_memory(err);
    record->rule = cut->rule;
    record->top = cut->top;
    record->heading = cut->heading;
    record->aligned = true;
    THR_TRY(take_pieces(grid, record, cut, err));
    if (cut->misfit)
        warn_misfit(grid, record);
    return THRESH_OK;
}

static bool
has_quote(const thr_grid *grid, thresh_str text) {
    return grid->dialect.quoted && text.len > 0
           && memchr(text.ptr, '"', text.len) != NULL;
}

thresh_result
thr_grid_next(thr_grid *grid, thr_record *record, thresh_error *err) {
    if (!grid->detected && grid->queue.count == 0)
        THR_TRY(detect(grid, err));
    if (grid->dialect.delimiter == ' ')
        return next_aligned(grid, record, err);
    bool queued = grid->queue.count > 0;
    thr_line line;
    if (queued)
        line = thr_queue_at(&grid->queue, 0);
    else
        THR_TRY(thr_lines_next(grid->lines, &line, err));
    bool top = false;
    line = without_feed(line, &top);
    start_record(grid, record, &line);
    record->top = top;
    if (has_quote(grid, line.text)) {
        thr_held_copy(&record->text, line.text);
        if (!queued && !thr_queue_push(&grid->queue, &line))
            return thr_fail_memory(err);
        return fill_quoted(grid, record, err);
    }
    if (!queued || top)
        thr_held_copy(&record->text, line.text);
    if (queued && top)
        thr_queue_pop(&grid->queue, 1);
    else if (queued)
        thr_queue_take(&grid->queue, &record->text);
    if (record->text.failed)
        return thr_fail_memory(err);
    return thr_cells_cut(record, grid->limits.max_fields,
                         grid->dialect.delimiter, err);
}

/* ## Lines that are looked at as they stand */

thresh_result
thr_grid_peek(thr_grid *grid, thr_line *out, uint64_t *number, bool *found,
              thresh_error *err) {
    *found = false;
    *number = grid->records + 1;
    if (!grid->detected || grid->queue.count > 0
        || grid->dialect.delimiter == ' ')
        return THRESH_OK;
    THR_TRY(thr_lines_peek(grid->lines, out, found, err));
    *found = *found && out->text.len > 0 && out->text.ptr[0] != '\f';
    return THRESH_OK;
}

void
thr_grid_pass(thr_grid *grid) {
    thr_lines_pass(grid->lines);
    grid->records++;
}
