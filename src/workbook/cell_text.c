/* Text and numbers as a workbook can hold them. See cell_text.h. */
#include "workbook/cell_text.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"

static const int64_t max_coef = INT64_C(999999999999999);

static bool
is_hex(char c) {
    return thr_is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* Whether `text` starts with what Excel would read as an escape: _x000D_. */
static bool
starts_escape(thresh_str text) {
    if (text.len < 7 || memcmp(text.ptr, "_x", 2) != 0 || text.ptr[6] != '_')
        return false;
    return is_hex(text.ptr[2]) && is_hex(text.ptr[3]) && is_hex(text.ptr[4])
           && is_hex(text.ptr[5]);
}

/* Not to be written as it is. A carriage return would be read back as a line
 * feed; the others are no characters of XML. */
static bool
needs_escape(uint32_t point) {
    return (point < 0x20 && point != '\t' && point != '\n') || point == 0xFFFE
           || point == 0xFFFF;
}

static void
add_escape(thr_buf *buf, uint32_t point) {
    static const char digits[] = "0123456789ABCDEF";
    thr_buf_text(buf, "_x");
    for (unsigned shift = 16; shift > 0; shift -= 4)
        thr_buf_char(buf, digits[(point >> (shift - 4)) & 15]);
    thr_buf_char(buf, '_');
}

/* How many bytes stand at the start that need no look at characters. */
static size_t
plain_start(thresh_str text) {
    size_t len = 0;
    while (len < text.len && text.ptr[len] >= 0x20 && text.ptr[len] < 0x7F
           && text.ptr[len] != '_')
        len++;
    return len;
}

bool
thr_cell_text_add(thr_buf *buf, thresh_str text) {
    size_t plain = plain_start(text);
    thr_buf_add(buf, text.ptr, plain);
    text = thr_str_from(text, plain);
    while (text.len > 0) {
        uint32_t point;
        size_t len = thr_utf8_next(text, &point);
        if (len == 0)
            return false;
        if (needs_escape(point) || (point == '_' && starts_escape(text)))
            add_escape(buf, point);
        else
            thr_buf_add(buf, text.ptr, len);
        text = thr_str_from(text, len);
    }
    return true;
}

static size_t
point_units(uint32_t point) {
    return point > 0xFFFF ? 2 : 1;
}

size_t
thr_utf16_length(thresh_str text) {
    size_t units = 0;
    while (text.len > 0) {
        uint32_t point;
        size_t len = thr_utf8_next(text, &point);
        if (len == 0)
            break;
        units += point_units(point);
        text = thr_str_from(text, len);
    }
    return units;
}

bool
thr_plain_text_add(thr_buf *buf, thresh_str text, size_t units) {
    bool whole = true;
    while (text.len > 0) {
        uint32_t point;
        size_t len = thr_utf8_next(text, &point);
        if (len == 0 || point_units(point) > units)
            return false;
        bool line_end = point == 0x7F || point == '\t' || point == '\n';
        if (needs_escape(point) || line_end) {
            thr_buf_char(buf, ' ');
            whole = false;
        } else {
            thr_buf_add(buf, text.ptr, len);
        }
        units -= point_units(point);
        text = thr_str_from(text, len);
    }
    return whole;
}

static bool
is_barred_from_sheet(uint32_t point) {
    if (point < 0x80 && point >= 0x20)
        return strchr("[]:*?/\\", (int)point) != NULL;
    return point == '\t' || point == '\n' || needs_escape(point);
}

static bool
ends_with_any(const thr_buf *buf, size_t start, const char *characters) {
    return buf->len > start && strchr(characters, buf->ptr[buf->len - 1]);
}

/* Append `name` with blanks for what the name of a sheet may not hold, and
 * without blanks or apostrophes at its ends. */
static void
add_sheet_words(thr_buf *buf, thresh_str name, size_t units) {
    size_t start = buf->len;
    while (name.len > 0) {
        uint32_t point;
        size_t len = thr_utf8_next(name, &point);
        if (len == 0 || point_units(point) > units)
            break;
        bool barred = is_barred_from_sheet(point);
        bool edge = barred || point == ' ' || point == '\'';
        if (!barred && (!edge || buf->len > start))
            thr_buf_add(buf, name.ptr, len);
        else if (buf->len > start && !ends_with_any(buf, start, " "))
            thr_buf_char(buf, ' ');
        units -= point_units(point);
        name = thr_str_from(name, len);
    }
    while (ends_with_any(buf, start, " '"))
        buf->len--;
}

void
thr_sheet_name_add(thr_buf *buf, thresh_str name, size_t number) {
    thr_buf ending = {0};
    if (number > 1) {
        thr_buf_text(&ending, " (");
        thr_buf_uint(&ending, number);
        thr_buf_char(&ending, ')');
    }
    size_t start = buf->len;
    add_sheet_words(buf, name, THR_SHEET_NAME_UNITS - ending.len);
    thresh_str made = thr_str_from(thr_buf_view(buf), start);
    if (made.len == 0)
        thr_buf_text(buf, "Sheet");
    else if (thr_str_equal_nocase(made, THR_LIT("History")))
        thr_buf_char(buf, '_'); /* a name that Excel keeps for itself */
    thr_buf_str(buf, thr_buf_view(&ending));
    buf->failed |= ending.failed;
    thr_buf_free(&ending);
}

/* The raised form of one ASCII character of a mark; NULL if there is none.
 * "*" and the daggers are drawn raised as they are. */
static const char *
raised_char(char c) {
    static const char *const digits[] = {
        "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
        "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
        "\xE2\x81\xB8", "\xE2\x81\xB9"};
    if (thr_is_digit(c))
        return digits[c - '0'];
    return c == '*' ? "*" : c == ';' ? " " : NULL;
}

bool
thr_raised_marks_add(thr_buf *buf, thresh_str marks) {
    size_t start = buf->len;
    for (size_t i = 0; i < marks.len; i++) {
        thresh_str rest = thr_str_from(marks, i);
        const char *raised = raised_char(marks.ptr[i]);
        bool dagger = thr_str_starts(rest, THR_LIT("\xE2\x80\xA0"))
                      || thr_str_starts(rest, THR_LIT("\xE2\x80\xA1"));
        if (raised == NULL && !dagger) {
            buf->len = start;
            return false;
        }
        if (dagger) {
            thr_buf_add(buf, rest.ptr, 3);
            i += 2;
        } else {
            thr_buf_text(buf, raised);
        }
    }
    return true;
}

void
thr_plain_marks_add(thr_buf *buf, thresh_str marks) {
    for (size_t i = 0; i < marks.len; i++) {
        if (marks.ptr[i] == ';')
            thr_buf_text(buf, ", ");
        else
            thr_buf_char(buf, marks.ptr[i]);
    }
}

bool
thr_cell_number(int64_t coef, unsigned scale, double *value) {
    int64_t digits = coef;
    while (digits != 0 && digits % 10 == 0)
        digits /= 10;
    if (digits > max_coef || digits < -max_coef || scale > 22)
        return false;
    while (scale > 0 && coef % 10 == 0) {
        coef /= 10;
        scale--;
    }
    /* Both are exact as doubles, or there is no division: one rounding. */
    double power = 1;
    for (unsigned i = 0; i < scale; i++)
        power *= 10;
    *value = (double)coef / power;
    return true;
}

bool
thr_decimal_read(thresh_str text, int64_t *coef, unsigned *scale) {
    bool negative = thr_first(text) == '-';
    size_t at = negative ? 1 : 0;
    int64_t number = 0;
    size_t ndigits = 0;
    size_t point = THRESH_NONE;
    for (; at < text.len; at++) {
        char c = text.ptr[at];
        if (c == '.' && point == THRESH_NONE) {
            point = at;
            continue;
        }
        if (!thr_is_digit(c) || number > (INT64_MAX - (c - '0')) / 10)
            return false;
        number = number * 10 + (c - '0');
        ndigits++;
    }
    if (ndigits == 0)
        return false;
    *coef = negative ? -number : number;
    *scale = point == THRESH_NONE ? 0 : (unsigned)(text.len - point - 1);
    return true;
}

bool
thr_same_name(thresh_str a, thresh_str b) {
    while (a.len > 0 && b.len > 0) {
        uint32_t point_a;
        uint32_t point_b;
        size_t len_a = thr_utf8_next(a, &point_a);
        size_t len_b = thr_utf8_next(b, &point_b);
        if (len_a == 0 || len_b == 0
            || thr_utf8_lower(point_a) != thr_utf8_lower(point_b))
            return false;
        a = thr_str_from(a, len_a);
        b = thr_str_from(b, len_b);
    }
    return a.len == b.len;
}
