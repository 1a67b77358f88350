/* Which delimiter separates the cells. See dialect.h. */
#include "grid/dialect.h"

#include <stdio.h>
#include <string.h>

#include "aligned/bars.h"
#include "aligned/fixed.h"
#include "aligned/looks.h"
#include "base/ascii.h"
#include "base/str.h"
#include "grid/bid.h"
#include "grid/cut.h"
#include "grid/loose_comma.h"

/* In the order of trust: a comma also stands in prose and in numbers. */
static const char candidates[] = {'\t', ';', '|', ','};

enum { NAMES = 4 };

const char *
thr_dialect_name(char delimiter) {
    switch (delimiter) {
    case '\t': return "tab";
    case ';': return "semicolon";
    case '|': return "pipe";
    case ',': return "comma";
    case ' ': return "space";
    default: return "none";
    }
}

/* Whether the first quote of a line ends a cell that began on another. */
static bool
closes_quote(thresh_str line, const char *quote, char delimiter) {
    size_t at = (size_t)(quote - line.ptr);
    return at > 0 && line.ptr[at - 1] != delimiter
           && (at + 1 == line.len || line.ptr[at + 1] == delimiter);
}

/* Whether a cell of the line is within quotes. `*open`: the last one starts
 * with a quote that does not end on this line. */
static bool
has_quoted_cell(thresh_str line, char delimiter, bool *open) {
    thresh_str rest = line, cell;
    while (thr_cut(&rest, delimiter, &cell)) {
        if (thr_first(cell) != '"')
            continue;
        if (thr_cut_unquoted(cell).len < cell.len)
            return true;
        if (rest.len > 0 && memchr(rest.ptr, '"', rest.len) != NULL)
            return true;
        *open = rest.ptr == NULL;
    }
    return false;
}

/* Cells that start with a quote and end with one, before the next delimiter,
 * with one inside, or on a line below: the sign of quoting. */
static bool
has_quotes(const thresh_str *lines, size_t count, char delimiter) {
    bool open = false;
    for (size_t i = 0; i < count; i++) {
        const char *quote = lines[i].len
                                ? memchr(lines[i].ptr, '"', lines[i].len)
                                : NULL;
        if (quote == NULL)
            continue;
        if (open && closes_quote(lines[i], quote, delimiter))
            return true;
        open = false;
        if (has_quoted_cell(lines[i], delimiter, &open))
            return true;
    }
    return false;
}

/* Whether what `b` would cut is cut by a delimiter of more trust: in as many
 * lines or more, all alike, and into more cells. So is "1,5" between tabs. */
static bool
is_within(const thr_bid *b, const thr_bid *trusted) {
    return trusted->regular >= b->lines && trusted->cells > b->cells;
}

/* Whether the lines say nothing against `b`: it cuts as many as the best does,
 * the header too, all alike, and into more cells. Decimals do not, nor do
 * commas in labels; and a tab has no rival. */
static bool
is_rival(const thr_bid *b, const thr_bid *best) {
    return b->figures > 0 && b->cells > best->cells && b->regular == b->lines
           && best->regular == best->lines && b->lines == best->lines;
}

static void
tell(thr_dialect *dialect, const thr_bid *bid) {
    char cells[48] = "as many cells as those around them";
    if (bid->alike == bid->regular)
        (void)snprintf(cells, sizeof cells, "%zu cells%s", bid->cells,
                       bid->cells == THR_BID_CELLS ? " or more" : "");
    (void)snprintf(dialect->reason, sizeof dialect->reason,
                   "%zu of %zu lines with it have %s, %zu of them figures",
                   bid->alike, bid->lines, cells, bid->figures);
}

/* The best of the delimiters; returns how many lines it has that are alike. */
static size_t
choose(thr_dialect *dialect, const thresh_str *lines, size_t count) {
    thr_bid bids[NAMES], best = {0};
    for (size_t i = 0; i < NAMES; i++) {
        const thr_bid *b = &bids[i];
        bids[i] = thr_bid_of(lines, count, candidates[i]);
        if (thr_bid_worth(b, candidates[i]) * b->alike
                <= thr_bid_worth(&best, dialect->delimiter) * best.alike
            || is_within(b, &best))
            continue;
        best = *b;
        dialect->delimiter = candidates[i];
        tell(dialect, b);
    }
    for (size_t i = 0; i < NAMES && dialect->delimiter != '\t'; i++)
        if (is_rival(&bids[i], &best))
            dialect->rival = candidates[i];
    return best.alike;
}

/* Count the rows whose figures stand below each other. */
static bool
count_aligned(const thresh_str *lines, size_t count, size_t *rows,
              size_t *figures, size_t *guides) {
    thr_fixed fixed = {0};
    bool done = true;
    *rows = *figures = 0;
    for (size_t at = 0; at < count && done; at += fixed.settled) {
        size_t some = count - at < THR_FIXED_LINES ? count - at
                                                   : THR_FIXED_LINES;
        done = thr_fixed_cut(&fixed, lines + at, some, at + some == count);
        *rows += fixed.rows;
        *figures += fixed.figures;
    }
    *guides = fixed.page.tokens.guides;
    thr_fixed_free(&fixed);
    return done;
}

/* Whether the bars of a line rule its columns: one is first, and has a blank
 * behind it, or one is last too. A cell left empty may also be first. */
static bool
has_bar_first(thresh_str line) {
    line = thr_str_trim(line);
    return line.len > 1 && line.ptr[0] == '|' && line.ptr[1] != '|'
           && (line.ptr[1] == ' ' || line.ptr[line.len - 1] == '|');
}

/* Whether two texts in a line, or more, are set apart by two blanks. */
static bool
has_places(thresh_str line) {
    line = thr_str_trim(line);
    return thr_str_find(line, THR_LIT("  ")) != THRESH_NONE;
}

/* Whether bars that stand below each other are drawn as columns are: there are
 * rules, too, or headings of more than one line, or without bars. */
static bool
is_drawn(const thresh_str *lines, size_t count) {
    size_t headings = 0, bars = 0;
    bool rule = false, figures = false, bare = false;
    for (size_t i = 0; i < count; i++) {
        rule |= thr_looks_kind(thr_str_trim(lines[i])) == THR_RULE;
        bool barred = lines[i].len > 0
                      && memchr(lines[i].ptr, '|', lines[i].len) != NULL;
        bars += barred;
        bare |= bars == 0 && has_places(lines[i]);
        figures |= barred && thr_has_digit(lines[i]);
        headings += barred && !figures;
    }
    return (rule || bare || headings > 1) && thr_bars_line_up(lines, count);
}

/* How many of the lines that are alike count against aligned columns. A tab or
 * semicolon is seldom there by chance; a bar also rules columns, and a comma
 * also stands in prose and in numbers. */
static size_t
against(const thr_dialect *dialect, const thresh_str *lines, size_t count,
        size_t alike) {
    bool comma = dialect->delimiter == ',';
    if (!comma && dialect->delimiter != '|')
        return 2 * alike;
    size_t loose = 0;
    if (!comma && is_drawn(lines, count))
        return 0;
    for (size_t i = 0; i < count; i++) {
        if (!comma && thr_bars_is_rule(lines[i]))
            return 0;
        loose += comma ? thr_loose_comma_in(lines[i])
                       : has_bar_first(lines[i]);
    }
    return loose < alike ? alike - loose : 0;
}

static size_t
count_filled(const thresh_str *lines, size_t count) {
    size_t filled = 0;
    for (size_t i = 0; i < count; i++)
        filled += thr_str_trim(lines[i]).len > 0;
    return filled;
}

/* Where no figures tell: a delimiter that cuts all lines, three or more, into
 * one number of cells. */
static void
choose_texts(thr_dialect *dialect, const thresh_str *lines, size_t count) {
    enum { FEWEST = 3 };
    size_t filled = dialect->delimiter == 0 ? count_filled(lines, count) : 0;
    for (size_t i = 0; i < NAMES && dialect->delimiter == 0; i++) {
        thr_bid b = thr_bid_of(lines, count, candidates[i]);
        if (filled < FEWEST || b.regular != filled)
            continue;
        dialect->delimiter = candidates[i];
        (void)snprintf(dialect->reason, sizeof dialect->reason,
                       "all %zu lines have %zu cells with it, none of them "
                       "figures",
                       filled, b.cells);
    }
}

/* Let columns aligned with blanks bid against the best delimiter, unless there
 * are too few lines for them to win. */
static bool
choose_aligned(thr_dialect *dialect, const thresh_str *lines, size_t count,
               size_t regular) {
    size_t rows, figures, guides;
    size_t least = against(dialect, lines, count, regular);
    if (count_filled(lines, count) <= least)
        return true;
    if (!count_aligned(lines, count, &rows, &figures, &guides))
        return false;
    if (rows < 2 || rows <= least)
        return true;
    dialect->delimiter = ' ';
    dialect->rival = 0;
    (void)snprintf(dialect->reason, sizeof dialect->reason,
                   "%zu of %zu lines have figures that stand below each "
                   "other, %zu in all%s",
                   rows, count, figures,
                   guides > 0 ? "; leaders before them are left out" : "");
    return true;
}

bool
thr_dialect_detect(thr_dialect *dialect, const thresh_str *lines, size_t count,
                   char given) {
    *dialect = (thr_dialect){.delimiter = given};
    if (given != 0) {
        (void)snprintf(dialect->reason, sizeof dialect->reason,
                       "given as an option");
    } else {
        size_t regular = choose(dialect, lines, count);
        if (!choose_aligned(dialect, lines, count, regular))
            return false;
        choose_texts(dialect, lines, count);
    }
    if (dialect->delimiter != 0 && dialect->delimiter != ' ')
        dialect->quoted = dialect->delimiter != '\t'
                          || has_quotes(lines, count, '\t');
    return true;
}
