/* Headings that name two things. See compound.h. */
#include "frame/compound.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "scan/features.h"
#include "scan/period.h"

/* One heading in two: what the outer level gets, and the inner. */
typedef struct halves {
    thresh_str outer;
    thresh_str inner;
} halves;

typedef bool cutter(thresh_str label, halves *out);

/* ## Separators */

static const thresh_str bangs = {"!!", 2};

/* What separates a year from words beside it is part of neither. */
static thresh_str
strip(thresh_str text) {
    text = thr_str_trim(text);
    while (text.len > 0 && strchr(" _,:;-", thr_last(text)) != NULL)
        text.len--;
    while (text.len > 0 && strchr(" _,:;-", text.ptr[0]) != NULL)
        text = thr_str_from(text, 1);
    return text;
}

/* A word beside a year that makes no period of the two: not "Jan 2018". */
static bool
is_beside_year(thresh_str text) {
    thresh_str rest = text, word;
    while (thr_str_next(&rest, ' ', &word))
        if (word.len > 0 && !thr_period_is_word(word))
            return true;
    return false;
}

/* "2018 Persons", "2018_pop". */
static bool
cut_year_first(thresh_str label, halves *out) {
    enum { YEAR = 4 };
    if (label.len < YEAR + 2 || strchr(" _,:(", label.ptr[YEAR]) == NULL
        || !thr_text_is_year(thr_str_slice(label, 0, YEAR)))
        return false;
    *out = (halves){thr_str_slice(label, 0, YEAR),
                    strip(thr_str_from(label, YEAR))};
    return is_beside_year(out->inner);
}

/* "Persons 2018", "Persons, 2018", "Persons (2018)". */
static bool
cut_year_last(thresh_str label, halves *out) {
    enum { YEAR = 4 };
    bool wrapped = label.len > 0 && thr_last(label) == ')';
    label.len -= wrapped;
    if (label.len < YEAR + 2)
        return false;
    size_t at = label.len - YEAR;
    if (strchr(wrapped ? "(" : " _,:", label.ptr[at - 1]) == NULL
        || !thr_text_is_year(thr_str_from(label, at)))
        return false;
    *out = (halves){thr_str_from(label, at),
                    strip(thr_str_slice(label, 0, at - wrapped))};
    return is_beside_year(out->inner);
}

/* The last place of "!!". */
static size_t
last_bangs(thresh_str label) {
    size_t found = THRESH_NONE, at = 0, next;
    while ((next = thr_str_find(thr_str_from(label, at), bangs))
           != THRESH_NONE) {
        found = at + next;
        at = found + bangs.len;
    }
    return found;
}

static bool
cut_bangs_first(thresh_str label, halves *out) {
    size_t at = thr_str_find(label, bangs);
    if (at == THRESH_NONE)
        return false;
    *out = (halves){strip(thr_str_slice(label, 0, at)),
                    strip(thr_str_from(label, at + bangs.len))};
    return out->outer.len > 0 && out->inner.len > 0;
}

static bool
cut_bangs_last(thresh_str label, halves *out) {
    size_t at = last_bangs(label);
    if (at == THRESH_NONE)
        return false;
    *out = (halves){strip(thr_str_slice(label, 0, at)),
                    strip(thr_str_from(label, at + bangs.len))};
    return out->outer.len > 0 && out->inner.len > 0;
}

/* ## The product */

/* Whether the text of column `i` stands over none of those before it. */
static bool
is_new(const halves *cut, size_t i, bool outer) {
    for (size_t k = 0; k < i; k++)
        if (outer ? thr_str_equal(cut[k].outer, cut[i].outer)
                  : thr_str_equal(cut[k].inner, cut[i].inner))
            return false;
    return true;
}

static bool
is_same(const halves *a, const halves *b) {
    return thr_str_equal(a->outer, b->outer)
           && thr_str_equal(a->inner, b->inner);
}

static bool
all_differ(const halves *cut, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (is_same(&cut[i], &cut[k]))
                return false;
    return true;
}

/* Cut all headings; whether each half of one kind stands with each of the
 * other once. `*outers` and `*inners` become how many kinds there are. */
static bool
cut_all(const thresh_table *table, cutter *by, halves *cut, size_t *outers,
        size_t *inners) {
    size_t count = table->ncolumns;
    *outers = *inners = 0;
    for (size_t i = 0; i < count; i++) {
        if (!by(table->columns[i].leaf->label, &cut[i]))
            return false;
        *outers += is_new(cut, i, true);
        *inners += is_new(cut, i, false);
    }
    return *outers * *inners == count && all_differ(cut, count);
}

/* Whether equal inner halves stand together: then they are the spanners. */
static bool
is_turned(const halves *cut) {
    return thr_str_equal(cut[0].inner, cut[1].inner);
}

/* ## The headings */

static bool
can_split(const thresh_table *table) {
    enum { MOST = 512 };
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_heading *leaf = table->columns[i].leaf;
        if (leaf == NULL || leaf->parent != NULL || leaf->span != 1)
            return false;
    }
    return table->nheadings == table->ncolumns && table->ncolumns > 1
           && table->ncolumns <= MOST;
}

static bool
keep(thresh_table *table, thresh_str text, thresh_str *out) {
    return thr_arena_copy(&table->arena, text, out);
}

/* Add the spanners of `cut` to `made`; returns how many there are, or NONE if
 * memory is exhausted. */
static size_t
add_spanners(thresh_table *table, const halves *cut, thresh_heading *made) {
    size_t used = 0;
    for (size_t i = 0; i < table->ncolumns; i++) {
        if (i == 0 || !thr_str_equal(cut[i].outer, cut[i - 1].outer)) {
            made[used] = *table->columns[i].leaf;
            made[used].marks.len = made[used].span = 0;
            if (!keep(table, cut[i].outer, &made[used++].label))
                return THRESH_NONE;
        }
        made[used - 1].span++;
    }
    return used;
}

/* Write the headings of `cut` anew, on two levels. */
static bool
write_levels(thresh_table *table, const halves *cut) {
    thresh_heading *made = thr_arena_array(&table->arena, 2 * table->ncolumns,
                                           sizeof *made);
    size_t used = made != NULL ? add_spanners(table, cut, made) : THRESH_NONE;
    if (used == THRESH_NONE)
        return false;
    const thresh_heading *spanner = made;
    for (size_t i = 0; i < table->ncolumns; i++) {
        spanner += i >= spanner->first + spanner->span;
        thresh_heading *leaf = &made[used++];
        *leaf = *table->columns[i].leaf;
        leaf->parent = spanner;
        leaf->level = 1;
        if (!keep(table, cut[i].inner, &leaf->label))
            return false;
        table->columns[i].leaf = leaf;
    }
    table->headings = made;
    table->nheadings = used;
    table->header_rows = 2;
    return true;
}

/* "2019 (number)", "2020 (number)": years, and the unit of all. */
static bool
write_years(thresh_table *table, const halves *cut) {
    thresh_str unit = thr_str_slice(cut[0].inner, 1, cut[0].inner.len - 1);
    for (size_t i = 0; i < table->ncolumns; i++)
        if (!keep(table, cut[i].outer, &table->headings[i].label))
            return false;
    return table->caption.unit.len > 0
           || keep(table, unit, &table->caption.unit);
}

static bool
is_wrapped(thresh_str text) {
    return text.len > 2 && text.ptr[0] == '(' && thr_last(text) == ')';
}

/* A level without a text is none. */
static void
add_level(thr_buf *text, thresh_str level) {
    level = strip(level);
    if (text->len > 0 && level.len > 0)
        thr_buf_text(text, ": ");
    thr_buf_str(text, level);
}

/* What is left of "!!" is read as spanners are. */
static bool
write_bangs(thresh_table *table) {
    for (size_t i = 0; i < table->nheadings; i++) {
        thresh_str *label = &table->headings[i].label;
        thr_buf text = {0};
        thresh_str rest = *label;
        size_t at;
        while ((at = thr_str_find(rest, bangs)) != THRESH_NONE) {
            add_level(&text, thr_str_slice(rest, 0, at));
            rest = thr_str_from(rest, at + bangs.len);
        }
        add_level(&text, rest);
        bool done = rest.len == label->len
                    || (!text.failed
                        && keep(table, thr_buf_view(&text), label));
        thr_buf_free(&text);
        if (!done)
            return false;
    }
    return true;
}

/* Split by the first cutter that fits. */
static bool
split(thresh_table *table, halves *cut, const char **what) {
    static const struct {
        cutter *by;
        const char *what;
    } ways[] = {{cut_year_last, "a year and what it is of"},
                {cut_year_first, "a year and what it is of"},
                {cut_bangs_first, "two levels with \"!!\" between"},
                {cut_bangs_last, "two levels with \"!!\" between"}};
    size_t count = table->ncolumns, outers, inners;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!cut_all(table, ways[i].by, cut, &outers, &inners))
            continue;
        if (ways[i].by == cut_year_first && inners == 1
            && is_wrapped(cut[0].inner))
            return write_years(table, cut);
        if (outers < 2 || (inners < 2 && ways[i].by != cut_year_last))
            continue;
        *what = ways[i].what;
        bool turned = inners > 1 && is_turned(cut);
        for (size_t k = 0; turned && k < count; k++)
            cut[k] = (halves){cut[k].inner, cut[k].outer};
        return write_levels(table, cut);
    }
    return true;
}

thresh_result
thr_compound_split(thresh_table *table, thr_report *report,
                   thresh_error *err) {
    if (!can_split(table))
        return THRESH_OK;
    const char *what = NULL;
    halves *cut = thr_arena_array(&table->arena, table->ncolumns, sizeof *cut);
    if (cut == NULL || !split(table, cut, &what) || !write_bangs(table))
        return thr_arena_failure(&table->arena, 0, err);
    if (what != NULL)
        thr_report_decision(report, "headings", THR_LIT("two levels"), what);
    return THRESH_OK;
}
