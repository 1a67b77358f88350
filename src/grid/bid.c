/* What lines look like when cut at one delimiter. See bid.h. */
#include "grid/bid.h"

#include <string.h>

#include "base/str.h"
#include "grid/cut.h"
#include "value/value.h"

/* Count the cells of one line, and look at what they hold. */
static size_t
look_at(thresh_str line, char delimiter, thr_bid *out) {
    thresh_str rest = line, cell;
    size_t cells = 0;
    while (thr_cut_quoted(&rest, delimiter, &cell)) {
        cell = thr_str_trim(thr_cut_unquoted(cell));
        if (++cells == 1 || cell.len == 0)
            continue;
        if (thr_value_is_figure(cell))
            out->figures++;
        else
            out->texts++;
    }
    return cells;
}

/* Lines that follow each other and have as many cells. */
typedef struct run {
    size_t lines, cells;
} run;

/* A run is over. Several tables may stand in one text, each with a length of
 * its own; two lines that are alike by chance are not enough for one. */
static void
end_run(thr_bid *out, run *r) {
    enum { FEWEST = 3 };
    if (r->lines >= FEWEST) {
        out->alike += r->lines;
        out->even += r->lines * (r->cells - 1);
    }
    r->lines = 0;
}

static void
add_line(thr_bid *out, run *r, size_t cells) {
    if (cells != r->cells)
        end_run(out, r);
    r->cells = cells;
    r->lines++;
    out->lines++;
    out->cuts += cells - 1;
}

thr_bid
thr_bid_of(const thresh_str *lines, size_t count, char delimiter) {
    size_t seen[THR_BID_CELLS + 1] = {0};
    thr_bid out = {0};
    run r = {0};
    for (size_t i = 0; i < count; i++) {
        if (lines[i].len == 0
            || memchr(lines[i].ptr, delimiter, lines[i].len) == NULL) {
            end_run(&out, &r);
            continue;
        }
        size_t cells = look_at(lines[i], delimiter, &out);
        if (cells == 1) { /* it stands within quotes */
            end_run(&out, &r);
            continue;
        }
        cells = cells < THR_BID_CELLS ? cells : THR_BID_CELLS;
        add_line(&out, &r, cells);
        seen[cells]++;
    }
    end_run(&out, &r);
    for (size_t cells = 2; cells <= THR_BID_CELLS; cells++)
        if (seen[cells] > 0 && seen[cells] >= out.regular) {
            out.regular = seen[cells];
            out.cells = cells;
        }
    if (out.regular >= out.alike) {
        out.alike = out.regular;
        out.even = out.regular * (out.cells - 1);
    }
    return out;
}

/* The share of the lines that are alike, in percent: of the lines, or of the
 * cuts, for a line of prose beside the table may hold a delimiter too, but
 * few. */
static size_t
evenness(const thr_bid *bid) {
    size_t lines = 100 * bid->alike / bid->lines;
    size_t cuts = bid->cuts > 0 ? 100 * bid->even / bid->cuts : 0;
    return lines > cuts ? lines : cuts;
}

size_t
thr_bid_worth(const thr_bid *bid, char delimiter) {
    size_t alike = delimiter == '\t' ? bid->lines : bid->alike;
    if (alike < 2 || bid->figures == 0)
        return 0;
    size_t even = evenness(bid);
    size_t figures = 100 * bid->figures / (bid->figures + bid->texts);
    return even < 50 ? 0 : even + figures;
}
