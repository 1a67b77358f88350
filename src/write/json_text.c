/* JSON under construction. See json_text.h. */
#include "write/json_text.h"

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"

/* Append "\u" and four hexadecimal digits. */
static void
add_unit(thr_buf *buf, uint32_t unit) {
    static const char digits[] = "0123456789abcdef";
    thr_buf_text(buf, "\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        thr_buf_char(buf, digits[(unit >> shift) & 0xF]);
}

/* Beyond U+FFFF, JSON takes two escapes: those of the UTF-16 surrogates. */
static void
add_escaped_point(thr_buf *buf, uint32_t point) {
    if (point > 0xFFFF) {
        add_unit(buf, 0xD800 + ((point - 0x10000) >> 10));
        add_unit(buf, 0xDC00 + ((point - 0x10000) & 0x3FF));
    } else {
        add_unit(buf, point);
    }
}

static void
add_point(thr_buf *buf, uint32_t point) {
    switch (point) {
    case '"': thr_buf_text(buf, "\\\""); break;
    case '\\': thr_buf_text(buf, "\\\\"); break;
    case '\n': thr_buf_text(buf, "\\n"); break;
    case '\r': thr_buf_text(buf, "\\r"); break;
    case '\t': thr_buf_text(buf, "\\t"); break;
    default:
        if (thr_utf8_is_printable(point))
            thr_utf8_add(buf, point);
        else
            add_escaped_point(buf, point);
    }
}

/* Characters of a text that stand for themselves, up to the first that may
 * not: what is beyond ASCII is looked at one by one. */
static size_t
plain_length(thresh_str text) {
    size_t len = 0;
    while (len < text.len && text.ptr[len] >= ' ' && text.ptr[len] <= '~'
           && text.ptr[len] != '"' && text.ptr[len] != '\\')
        len++;
    return len;
}

void
thr_json_string_add(thr_buf *buf, thresh_str text) {
    thr_buf_char(buf, '"');
    for (;;) {
        uint32_t point;
        size_t plain = plain_length(text);
        thr_buf_add(buf, text.ptr, plain);
        text = thr_str_from(text, plain);
        if (text.len == 0)
            break;
        size_t len = thr_utf8_next(text, &point);
        if (len == 0) {
            point = 0xFFFD;
            len = 1;
        }
        add_point(buf, point);
        text = thr_str_from(text, len);
    }
    thr_buf_char(buf, '"');
}

static void
new_line(thr_json *json) {
    thr_buf_char(&json->text, '\n');
    thr_buf_fill(&json->text, ' ', json->indent * json->depth);
}

/* What comes before a value or a key: nothing after a key or at the top. */
static void
separate(thr_json *json) {
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->filled)
        thr_buf_char(&json->text, ',');
    if (json->depth > 0 && json->indent > 0 && json->on_line == 0)
        new_line(json);
    else if (json->filled && json->indent > 0)
        thr_buf_char(&json->text, ' ');
    json->filled = true;
}

void
thr_json_open(thr_json *json, char bracket) {
    separate(json);
    thr_buf_char(&json->text, bracket);
    json->depth++;
    json->on_line += json->on_line > 0;
    json->filled = false;
}

void
thr_json_open_line(thr_json *json, char bracket) {
    thr_json_open(json, bracket);
    if (json->on_line == 0)
        json->on_line = 1;
}

void
thr_json_close(thr_json *json, char bracket) {
    json->depth--;
    if (json->filled && json->indent > 0 && json->on_line == 0)
        new_line(json);
    json->on_line -= json->on_line > 0;
    thr_buf_char(&json->text, bracket);
    json->filled = true;
}

void
thr_json_key(thr_json *json, thresh_str key) {
    separate(json);
    thr_json_string_add(&json->text, key);
    thr_buf_text(&json->text, json->indent > 0 ? ": " : ":");
    json->after_key = true;
}

void
thr_json_text(thr_json *json, thresh_str text) {
    separate(json);
    thr_json_string_add(&json->text, text);
}

void
thr_json_text_or_null(thr_json *json, thresh_str text) {
    if (text.len > 0)
        thr_json_text(json, text);
    else
        thr_json_literal(json, THR_LIT("null"));
}

void
thr_json_uint(thr_json *json, uint64_t number) {
    separate(json);
    thr_buf_uint(&json->text, number);
}

void
thr_json_uint_or_null(thr_json *json, uint64_t number) {
    if (number > 0)
        thr_json_uint(json, number);
    else
        thr_json_literal(json, THR_LIT("null"));
}

void
thr_json_name(thr_json *json, const char *name) {
    thr_json_key(json, thr_str(name));
}

void
thr_json_put_text(thr_json *json, const char *name, thresh_str text) {
    thr_json_name(json, name);
    thr_json_text_or_null(json, text);
}

void
thr_json_put_uint(thr_json *json, const char *name, uint64_t number) {
    thr_json_name(json, name);
    thr_json_uint(json, number);
}

void
thr_json_literal(thr_json *json, thresh_str literal) {
    separate(json);
    thr_buf_str(&json->text, literal);
}

/* Take one or more digits off the start of `text`. */
static bool
take_digits(thresh_str *text) {
    size_t len = 0;
    while (len < text->len && thr_is_digit(text->ptr[len]))
        len++;
    *text = thr_str_from(*text, len);
    return len > 0;
}

void
thr_json_hand_on(thr_json *json) {
    enum { MUCH = 64 * 1024 };
    if (json->take != NULL && !json->text.failed && json->text.len >= MUCH)
        json->take(json->ctx, &json->text);
}

bool
thr_json_is_number(thresh_str text) {
    if (thr_first(text) == '-')
        text = thr_str_from(text, 1);
    if (text.len > 1 && text.ptr[0] == '0' && text.ptr[1] != '.')
        return false;
    if (!take_digits(&text))
        return false;
    if (text.len == 0)
        return true;
    if (text.ptr[0] != '.')
        return false;
    text = thr_str_from(text, 1);
    return take_digits(&text) && text.len == 0;
}
