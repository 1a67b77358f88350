/* What each page is headed with. See banner.h. */
#include "scan/banner.h"

#include "base/str.h"
#include "scan/again.h"
#include "scan/features.h"
#include "value/table_number.h"

/* Lines above the table of a page. */
enum { MOST_LINES = 8 };

/* Where the number of a page starts, "Page 3", at the end of `text` and apart
 * from other words; or the length of `text`. */
static size_t
find_number(thresh_str text) {
    enum { LONGEST = 24 };
    size_t start = text.len > LONGEST ? text.len - LONGEST : 2;
    for (size_t i = start; i < text.len; i++)
        if (text.ptr[i - 1] == ' ' && text.ptr[i - 2] == ' '
            && thr_again_has_page_word(thr_str_from(text, i))
            && thr_again_is_page(thr_str_from(text, i)))
            return i;
    return text.len;
}

/* The "1" in the first place that made a printer start a page. */
static void
cut_control(thresh_str *text) {
    if (text->len > 3 && strchr("01", text->ptr[0]) != NULL
        && text->ptr[1] == ' ' && text->ptr[2] == ' ')
        *text = thr_str_trim(thr_str_from(*text, 1));
}

bool
thr_banner_cut(thresh_str *text) {
    size_t at = find_number(*text);
    if (at == text->len)
        return false;
    *text = thr_str_trim(thr_str_slice(*text, 0, at));
    cut_control(text);
    return true;
}

/* Put a line into `out`, each run of blanks as one. */
static void
put_plain(thr_buf *out, thresh_str text) {
    bool gap = false;
    while (text.len > 0) {
        size_t blank = thr_blank_at_start(text);
        size_t len = blank > 0 ? blank : 1;
        if (blank == 0 && gap)
            thr_buf_char(out, ' ');
        if (blank == 0)
            thr_buf_char(out, text.ptr[0]);
        gap = blank > 0;
        text = thr_str_from(text, len);
    }
    thr_buf_char(out, '\n');
}

/* The line of the first page that the page at hand is to go on with. */
static bool
is_same(const thr_banner *banner) {
    thresh_str rest = thr_str_from(thr_buf_view(&banner->lines), banner->at);
    return rest.len > 0 && thr_str_starts(rest, thr_buf_view(&banner->line));
}

static void
hide(thr_record *record) {
    record->furniture = record->filled;
    record->filled = record->ncells = 0;
}

/* Whether a line may be one of the heading of a page. */
static bool
may_head(const thr_record *record, thresh_str text) {
    thresh_str number;
    return thr_features_of(record).figures == 0
           && !thr_table_number_cut(&text, &number);
}

/* Whether a page starts with a line; `text` is what else it says. */
static bool
is_numbered(const thr_record *record, thresh_str *text) {
    bool bare = record->top && thr_again_has_page_word(*text)
                && thr_again_is_page(*text);
    if (bare)
        text->len = 0;
    return (bare || thr_banner_cut(text))
           && thr_features_of(record).figures == 0;
}

/* Keep a line of the first page. */
static void
keep(thr_banner *banner) {
    thr_buf_str(&banner->lines, thr_buf_view(&banner->line));
    banner->count++;
    banner->open = banner->count < MOST_LINES;
}

/* Keep a line, or hide it, or leave it as it is: then the heading ends. */
static void
take(thr_banner *banner, thr_record *record) {
    if (banner->open) {
        keep(banner);
    } else if (banner->same && is_same(banner)) {
        banner->at += banner->line.len;
        hide(record);
    } else {
        banner->same = false;
    }
}

bool
thr_banner_see(thr_banner *banner, thr_record *record) {
    thresh_str text = thr_str_trim(thr_buf_view(&record->text));
    bool numbered = record->filled > 0 && is_numbered(record, &text);
    if (numbered) {
        banner->open = !banner->started;
        banner->same = banner->started;
        banner->started = true;
        banner->at = 0;
    }
    if (!banner->open && !banner->same)
        return true;
    if (!numbered && (record->filled == 0 || !may_head(record, text))) {
        banner->open = banner->same = false;
        return true;
    }
    thr_buf_clear(&banner->line);
    put_plain(&banner->line, text);
    take(banner, record);
    return !banner->line.failed && !banner->lines.failed;
}

void
thr_banner_free(thr_banner *banner) {
    thr_buf_free(&banner->lines);
    thr_buf_free(&banner->line);
    *banner = (thr_banner){0};
}
