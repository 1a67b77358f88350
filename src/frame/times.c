/* Whether labels of rows are times. See times.h. */
#include "frame/times.h"

#include "base/ascii.h"
#include "base/str.h"
#include "frame/cut_ins.h"
#include "scan/features.h"
#include "scan/months.h"
#include "scan/period.h"

/* What the labels of one field are. */
typedef struct count {
    size_t labels;
    size_t years;
    size_t periods; /* with a year */
    size_t months;
    size_t quarters;
    size_t parts; /* of a year: these and others */
    size_t last;  /* year */
} count;

/* No more than this many years lie between two labels of times: codes such as
 * 1804 and 1911 are none. */
enum { MOST_STEP = 10, YEAR = 4 };

static size_t
number_of(thresh_str year) {
    size_t number = 0;
    for (size_t i = 0; i < year.len; i++)
        number = 10 * number + (size_t)(year.ptr[i] - '0');
    return number;
}

/* Whether a year is near the one above. */
static bool
is_near(size_t year, size_t last) {
    return last == 0 || (year > last ? year - last : last - year) <= MOST_STEP;
}

static void
count_label(count *out, thresh_str label) {
    thresh_str year;
    bool heads = thr_text_heads_year(label, &year);
    out->labels++;
    if (heads) {
        out->years += is_near(number_of(year), out->last);
        out->last = number_of(year);
    } else if (thr_period_in_year(label)) {
        bool month = thr_month_is(label);
        out->months += month;
        out->quarters += thr_period_is_quarter(label);
        out->parts++;
    } else {
        out->periods += thr_has_digit(label) && thr_period_is(label);
    }
}

/* What a spreadsheet adds to a whole number. */
static const thresh_str point = {".0", 2};

static size_t
times_of(const count *at) {
    return at->years + at->periods + at->parts;
}

/* Whether too few of the labels are times for a name, whatever the others of
 * `lines` are. */
static bool
are_few(const count *at, size_t lines) {
    return 5 * (at->labels - times_of(at)) > lines;
}

static const char *
name_of(const count *at) {
    size_t times = times_of(at);
    if (times < 2 || 5 * times < 4 * at->labels)
        return NULL;
    if (at->years == times)
        return "year";
    if (at->months == times)
        return "month";
    return at->quarters == times ? "quarter" : "period";
}

const char *
thr_times_of(const thr_window *window, size_t body, size_t end, size_t field) {
    count at = {0};
    for (size_t i = body; i < end && !are_few(&at, end - body); i++) {
        const thr_record *record = thr_window_at(window, i);
        thresh_str label = thr_record_cell(record, field);
        if (label.len > 0 && record->filled > 1)
            count_label(&at, label);
    }
    return name_of(&at);
}

const char *
thr_times_alone(const thr_window *window, size_t body, size_t end) {
    count at = {0};
    for (size_t i = body; i < end; i++)
        if (thr_cut_ins_is_one(window, i, end, 1))
            count_label(&at, thr_record_cell(thr_window_at(window, i), 1));
    return name_of(&at);
}

bool
thr_times_are_numbers(const thr_window *window, size_t body, size_t end,
                      size_t fields) {
    for (size_t field = 1; field <= fields; field++) {
        const char *time = thr_times_of(window, body, end, field);
        size_t points = 0, labels = 0;
        for (size_t i = body; i < end && time != NULL; i++) {
            thresh_str label = thr_record_cell(thr_window_at(window, i),
                                               field);
            labels += label.len >= YEAR
                      && thr_text_is_year(thr_str_slice(label, 0, YEAR));
            points += label.len == YEAR + point.len
                      && thr_str_equal(thr_str_from(label, YEAR), point);
        }
        if (points > 1 && points == labels)
            return true;
    }
    return false;
}
