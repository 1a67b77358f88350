/* A small checker of JSON. See json_check.h. */
#include "json_check.h"

#include "base/str.h"
#include "base/utf8.h"

enum { MOST_DEPTH = 64, MOST_KEYS = 512 };

typedef struct checker {
    thresh_str text;
    size_t at;
    size_t depth;
    json_checked out;
} checker;

static bool value(checker *it, bool data);

static bool
wrong(checker *it, const char *what) {
    if (it->out.wrong == NULL) {
        it->out.wrong = what;
        it->out.at = it->at;
    }
    return false;
}

static int
peek(const checker *it) {
    return it->at < it->text.len ? (unsigned char)it->text.ptr[it->at] : -1;
}

static bool
accept(checker *it, char c) {
    if (peek(it) != (unsigned char)c)
        return false;
    it->at++;
    return true;
}

static void
blanks(checker *it) {
    while (peek(it) == ' ' || peek(it) == '\n')
        it->at++;
}

static bool
escape(checker *it) {
    if (!accept(it, 'u')) {
        if (peek(it) < 0 || strchr("\"\\/bfnrt", peek(it)) == NULL)
            return wrong(it, "no such escape");
        it->at++;
        return true;
    }
    for (int i = 0; i < 4; i++, it->at++)
        if (peek(it) < 0 || strchr("0123456789abcdefABCDEF", peek(it)) == NULL)
            return wrong(it, "no four hexadecimal digits");
    return true;
}

/* A string; `inside` becomes what stands between its quotes. */
static bool
string(checker *it, thresh_str *inside) {
    if (!accept(it, '"'))
        return wrong(it, "no string");
    size_t from = it->at;
    while (peek(it) != '"') {
        if (peek(it) < 0x20)
            return wrong(it, "a string is not closed, or holds a control");
        if (accept(it, '\\')) {
            if (!escape(it))
                return false;
        } else {
            it->at++;
        }
    }
    *inside = thr_str_slice(it->text, from, it->at++);
    return true;
}

static bool
digits(checker *it) {
    size_t from = it->at;
    while (peek(it) >= '0' && peek(it) <= '9')
        it->at++;
    return it->at > from ? true : wrong(it, "no digit");
}

/* A number without an exponent: exact as printed. */
static bool
number(checker *it) {
    (void)accept(it, '-');
    if (!accept(it, '0') && !digits(it))
        return false;
    return !accept(it, '.') || digits(it);
}

static bool
literal(checker *it, thresh_str word) {
    if (!thr_str_starts(thr_str_from(it->text, it->at), word))
        return wrong(it, "no value");
    it->at += word.len;
    return true;
}

static bool
is_new(thresh_str key, const thresh_str *keys, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (thr_str_equal(keys[i], key))
            return false;
    return true;
}

static bool
member(checker *it, thresh_str *keys, size_t *count) {
    thresh_str key;
    blanks(it);
    if (!string(it, &key))
        return false;
    if (!is_new(key, keys, *count))
        return wrong(it, "a key twice");
    if (*count < MOST_KEYS)
        keys[(*count)++] = key;
    blanks(it);
    return accept(it, ':') ? value(it, thr_str_equal(key, THR_LIT("data")))
                           : wrong(it, "no colon");
}

static bool
object(checker *it) {
    thresh_str keys[MOST_KEYS];
    size_t count = 0;
    blanks(it);
    if (accept(it, '}'))
        return true;
    do
        if (!member(it, keys, &count))
            return false;
    while (accept(it, ','));
    if (it->depth == 1)
        it->out.keys = count;
    return accept(it, '}') ? true : wrong(it, "an object is not closed");
}

static bool
array(checker *it, bool data) {
    blanks(it);
    if (accept(it, ']'))
        return true;
    do {
        if (!value(it, false))
            return false;
        it->out.data += data;
    } while (accept(it, ','));
    return accept(it, ']') ? true : wrong(it, "an array is not closed");
}

/* A value, with blanks on both sides; `data` if its key is that. */
static bool
value(checker *it, bool data) {
    thresh_str inside;
    bool right;
    blanks(it);
    if (++it->depth > MOST_DEPTH)
        return wrong(it, "too deep");
    switch (peek(it)) {
    case '{':
        it->at++;
        right = object(it);
        break;
    case '[':
        it->at++;
        right = array(it, data);
        break;
    case '"': right = string(it, &inside); break;
    case 't': right = literal(it, THR_LIT("true")); break;
    case 'f': right = literal(it, THR_LIT("false")); break;
    case 'n': right = literal(it, THR_LIT("null")); break;
    default: right = number(it); break;
    }
    it->depth--;
    blanks(it);
    return right;
}

json_checked
json_check(thresh_str text) {
    checker it = {.text = text, .at = thr_utf8_valid(text)};
    if (it.at < text.len)
        (void)wrong(&it, "no UTF-8");
    it.at = 0;
    if (value(&it, false) && it.at < text.len)
        (void)wrong(&it, "something behind the value");
    return it.out;
}
