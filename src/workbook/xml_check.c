/* Whether XML is whole. See xml_check.h. A piece, which is text or a tag, has
 * no effect before its end is there. */
#include "workbook/xml_check.h"

#include <string.h>

#include "base/ascii.h"

enum { LONGEST_ENTITY = 9 };

/* Bytes that are being taken. */
typedef struct cursor {
    const char *at;
    const char *end;
    bool broken; /* nothing that follows can make it whole */
} cursor;

/* A tag that opens an element, as it is read. */
typedef struct tag {
    thresh_str name;
    uint64_t count;
    bool has_count;
    bool unique; /* it is that of "uniqueCount": "count" is another thing */
    bool empty;  /* <c/> */
} tag;

/* What each byte may stand for. Bytes that may in a row are passed over by
 * looking here alone: there are as many of them as the sheets are long. */
enum {
    OF_NAME = 1,
    OF_TEXT = 2, /* for itself, in text */
    OF_VALUE = 4,
    OF_BLANKS = 8
};

/* clang-format off */
static const unsigned char kinds[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 14, 0, 0, 14, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    14, 6, 2, 6, 6, 6, 0, 6, 6, 6, 6, 6, 6, 7, 7, 6,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 6, 0, 6, 6, 6,
    6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 6, 6, 6, 6, 7,
    6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6,
};
/* clang-format on */

static inline const char *
past(const char *at, const char *end, int kind) {
    while (at < end && (kinds[(unsigned char)*at] & kind) != 0)
        at++;
    return at;
}

static bool
is_called(thresh_str name, const char *wanted) {
    return wanted != NULL && wanted[0] == name.ptr[0]
           && strncmp(wanted, name.ptr, name.len) == 0
           && wanted[name.len] == '\0';
}

/* ## What tags consist of
 *
 * Each takes what it is called after, or answers false: then the cursor is
 * broken, or the bytes end before it does. */

static bool
fail(cursor *c) {
    c->broken = true;
    return false;
}

static bool
take(cursor *c, char wanted) {
    if (c->at == c->end)
        return false;
    return *c->at++ == wanted || fail(c);
}

static bool
take_name(cursor *c, thresh_str *out) {
    const char *start = c->at;
    c->at = past(start, c->end, OF_NAME);
    size_t len = (size_t)(c->at - start);
    *out = (thresh_str){start, len < THR_XML_NAME ? len : THR_XML_NAME - 1};
    if (c->at == c->end)
        return false;
    return len > 0 || fail(c);
}

/* "&amp;" */
static bool
take_entity(cursor *c) {
    const char *at = c->at + 1;
    while (at < c->end && at - c->at <= LONGEST_ENTITY
           && ((kinds[(unsigned char)*at] & OF_NAME) != 0 || *at == '#'))
        at++;
    if (at == c->end && at - c->at <= LONGEST_ENTITY + 1)
        return false;
    if (at - c->at == 1 || *at != ';')
        return fail(c);
    c->at = at + 1;
    return true;
}

/* "..." in quotes; `out` is without them. */
static bool
take_value(cursor *c, thresh_str *out) {
    if (!take(c, '"'))
        return false;
    const char *start = c->at;
    for (;;) {
        c->at = past(c->at, c->end, OF_VALUE);
        if (c->at == c->end)
            return false;
        if (*c->at == '"')
            break;
        if (*c->at != '&')
            return fail(c);
        if (!take_entity(c))
            return false;
    }
    *out = (thresh_str){start, (size_t)(c->at++ - start)};
    return true;
}

/* Keep the number of an attribute that says how many elements are inside. */
static bool
keep_count(cursor *c, tag *one, thresh_str name, thresh_str value) {
    bool unique = is_called(name, "uniqueCount");
    if (!unique && (one->unique || !is_called(name, "count")))
        return true;
    one->unique = unique;
    one->has_count = true;
    one->count = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (!thr_is_digit(value.ptr[i]))
            return fail(c);
        one->count = one->count * 10 + (uint64_t)(value.ptr[i] - '0');
    }
    return true;
}

static bool
take_attribute(cursor *c, tag *one) {
    thresh_str name, value;
    return take_name(c, &name) && take(c, '=') && take_value(c, &value)
           && keep_count(c, one, name, value);
}

/* The name of an element and what follows, up to ">". */
static bool
take_opening(cursor *c, tag *one) {
    if (!take_name(c, &one->name))
        return false;
    for (;;) {
        const char *start = c->at;
        c->at = past(start, c->end, OF_BLANKS);
        if (c->at == c->end)
            return false;
        if (*c->at == '>') {
            c->at++;
            return true;
        }
        if (*c->at == '/') {
            c->at++;
            one->empty = true;
            return take(c, '>');
        }
        if (c->at == start)
            return fail(c);
        if (!take_attribute(c, one))
            return false;
    }
}

/* "<?xml ... ?>" */
static bool
take_head(cursor *c) {
    while (c->at < c->end && *c->at != '>')
        if ((kinds[(unsigned char)*c->at++] & OF_TEXT) == 0)
            return fail(c);
    return take(c, '>');
}

/* ## Elements */

/* Names are short: a loop is quicker than a call. */
static bool
is_open(const thr_xml_open *one, thresh_str name) {
    size_t same = 0;
    while (same < name.len && one->name[same] == name.ptr[same])
        same++;
    return same == name.len && same == one->len;
}

static bool
open_element(thr_xml *xml, cursor *c, const tag *made) {
    if (xml->depth == THR_XML_DEPTH || xml->ended)
        return fail(c);
    if (xml->depth > 0)
        xml->open[xml->depth - 1].inside++;
    thr_xml_open *one = &xml->open[xml->depth++];
    one->len = made->name.len;
    for (size_t i = 0; i < one->len; i++)
        one->name[i] = made->name.ptr[i];
    one->has_count = made->has_count;
    one->count = made->count;
    one->inside = 0;
    one->has_text = is_called(made->name, xml->text_in);
    xml->elements += is_called(made->name, xml->element);
    xml->others += is_called(made->name, xml->other);
    return true;
}

static bool
close_element(thr_xml *xml, cursor *c, thresh_str name) {
    if (xml->depth == 0)
        return fail(c);
    const thr_xml_open *one = &xml->open[xml->depth - 1];
    if (!is_open(one, name) || (one->has_count && one->count != one->inside))
        return fail(c);
    xml->depth--;
    xml->ended = xml->depth == 0;
    return true;
}

static bool
take_tag(thr_xml *xml, cursor *c) {
    tag one = {.has_count = false};
    thresh_str name;
    if (++c->at == c->end)
        return false;
    if (*c->at == '?' && xml->depth == 0)
        return take_head(c);
    if (*c->at == '/') {
        c->at++;
        return take_name(c, &name) && take(c, '>')
               && close_element(xml, c, name);
    }
    return take_opening(c, &one) && open_element(xml, c, &one)
           && (!one.empty || close_element(xml, c, one.name));
}

/* Text up to a tag, or as much of it as is there. */
static bool
take_text(thr_xml *xml, cursor *c) {
    const char *start = c->at;
    uint64_t text = 0;
    bool more = true;
    while (more && c->at < c->end && *c->at != '<') {
        const char *from = c->at;
        c->at = past(from, c->end, OF_TEXT);
        text += (uint64_t)(c->at - from);
        if (c->at == c->end || *c->at == '<')
            break;
        more = *c->at == '&' ? take_entity(c) : fail(c);
        text += more;
    }
    bool counted = xml->depth > 0 && xml->open[xml->depth - 1].has_text;
    xml->text += counted ? text : 0;
    if (xml->depth == 0 && past(start, c->at, OF_BLANKS) != c->at)
        return fail(c);
    return !c->broken && c->at > start;
}

size_t
thr_xml_feed(thr_xml *xml, const char *bytes, size_t size) {
    cursor c = {bytes, bytes + size, xml->broken};
    const char *taken = bytes;
    while (taken < c.end && !c.broken) {
        bool whole = *taken == '<' ? take_tag(xml, &c) : take_text(xml, &c);
        if (!whole)
            break;
        taken = c.at;
    }
    xml->broken = c.broken;
    xml->left = (size_t)(c.end - taken);
    return size - xml->left;
}

bool
thr_xml_is_whole(const thr_xml *xml) {
    return !xml->broken && xml->ended && xml->left == 0;
}

uint64_t
thr_xml_text(const char *piece, const char *element) {
    thr_xml xml = {.text_in = element};
    (void)thr_xml_feed(&xml, "<piece>", 7);
    (void)thr_xml_feed(&xml, piece, strlen(piece));
    return xml.text;
}
