/* Whether XML is whole. See xml_check.h. */
#include "write/xml_check.h"

#include <string.h>

enum {
    IN_TEXT,
    AT_OPEN,  /* behind "<" */
    IN_HEAD,  /* <?...?> */
    IN_NAME,  /* of an element that begins */
    IN_TAG,   /* between attributes */
    AT_SPACE, /* behind an attribute */
    IN_ATTRIBUTE,
    AT_QUOTE, /* behind "=" */
    IN_VALUE,
    IN_COUNT, /* the value of "count" */
    AT_END,   /* behind the "/" of "<c/>" */
    IN_CLOSE, /* the name in "</c>" */
    IN_ENTITY,
};

static bool
is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-'
           || c == '.';
}

static bool
is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static bool
is_called(const char *name, const char *wanted) {
    return wanted != NULL && strcmp(name, wanted) == 0;
}

static thr_xml_open *
innermost(thr_xml *xml) {
    return &xml->open[xml->depth - 1];
}

static int
start_name(thr_xml *xml, char c, int state) {
    xml->name[0] = c;
    xml->name_len = 1;
    return state;
}

static void
add_to_name(thr_xml *xml, char c) {
    if (xml->name_len < THR_XML_NAME - 1)
        xml->name[xml->name_len++] = c;
}

/* An element begins, whose name was read. */
static void
push(thr_xml *xml) {
    if (xml->depth == THR_XML_DEPTH || xml->ended) {
        xml->broken = true;
        return;
    }
    xml->name[xml->name_len] = '\0';
    if (xml->depth > 0)
        innermost(xml)->inside++;
    thr_xml_open *one = &xml->open[xml->depth++];
    *one = (thr_xml_open){0};
    memcpy(one->name, xml->name, xml->name_len + 1);
    one->has_text = is_called(one->name, xml->text_in);
    if (is_called(one->name, xml->element))
        xml->elements++;
    if (is_called(one->name, xml->other))
        xml->others++;
    xml->unique = false;
}

/* The innermost element ends. */
static int
pop(thr_xml *xml) {
    const thr_xml_open *one = innermost(xml);
    if (one->has_count && one->count != one->inside)
        xml->broken = true;
    xml->depth--;
    xml->ended = xml->depth == 0;
    return IN_TEXT;
}

static int
end_close(thr_xml *xml) {
    xml->name[xml->name_len] = '\0';
    if (xml->depth == 0 || strcmp(innermost(xml)->name, xml->name) != 0) {
        xml->broken = true;
        return IN_TEXT;
    }
    return pop(xml);
}

/* The value of an attribute begins: is it one that counts? */
static int
start_value(thr_xml *xml) {
    thr_xml_open *one = innermost(xml);
    xml->name[xml->name_len] = '\0';
    bool unique = is_called(xml->name, "uniqueCount");
    if (!unique && (xml->unique || !is_called(xml->name, "count")))
        return IN_VALUE;
    xml->unique = unique;
    one->has_count = true;
    one->count = 0;
    return IN_COUNT;
}

static int
fail(thr_xml *xml) {
    xml->broken = true;
    return IN_TEXT;
}

static int
enter_entity(thr_xml *xml) {
    xml->before = xml->state;
    xml->name_len = 0;
    return IN_ENTITY;
}

static int
step_text(thr_xml *xml, char c) {
    if (c == '<')
        return AT_OPEN;
    if (xml->depth == 0)
        return is_blank(c) ? IN_TEXT : fail(xml);
    if (c == '&')
        return enter_entity(xml);
    xml->text += innermost(xml)->has_text;
    return IN_TEXT;
}

static int
step_entity(thr_xml *xml, char c) {
    if (c == ';' && xml->name_len > 0) {
        if (xml->before == IN_TEXT)
            xml->text += innermost(xml)->has_text;
        return xml->before;
    }
    if ((!is_name(c) && c != '#') || xml->name_len++ > 8)
        return fail(xml);
    return IN_ENTITY;
}

/* Behind a name or an attribute of an element that begins. */
static int
step_tag(thr_xml *xml, char c) {
    if (is_blank(c))
        return IN_TAG;
    if (c == '>')
        return IN_TEXT;
    return c == '/' ? AT_END : fail(xml);
}

static int
step_name(thr_xml *xml, char c) {
    if (is_name(c)) {
        add_to_name(xml, c);
        return xml->state;
    }
    if (xml->state == IN_CLOSE)
        return c == '>' ? end_close(xml) : fail(xml);
    if (xml->state == IN_ATTRIBUTE)
        return c == '=' ? AT_QUOTE : fail(xml);
    push(xml);
    return step_tag(xml, c);
}

static int
step_count(thr_xml *xml, char c) {
    if (c == '"')
        return AT_SPACE;
    if (c < '0' || c > '9')
        return fail(xml);
    innermost(xml)->count = innermost(xml)->count * 10 + (uint64_t)(c - '0');
    return IN_COUNT;
}

static int
step_value(thr_xml *xml, char c) {
    if (c == '"')
        return AT_SPACE;
    if (c == '<')
        return fail(xml);
    return c == '&' ? enter_entity(xml) : IN_VALUE;
}

static int
step_open(thr_xml *xml, char c) {
    if (c == '?' && xml->depth == 0)
        return IN_HEAD;
    if (c == '/') {
        xml->name_len = 0;
        return IN_CLOSE;
    }
    return is_name(c) ? start_name(xml, c, IN_NAME) : fail(xml);
}

/* Within an element that begins, but for its name and those of attributes. */
static int
step_inside(thr_xml *xml, char c) {
    switch (xml->state) {
    case IN_TAG:
        return is_name(c) ? start_name(xml, c, IN_ATTRIBUTE)
                          : step_tag(xml, c);
    case AT_SPACE: return step_tag(xml, c);
    case AT_QUOTE: return c == '"' ? start_value(xml) : fail(xml);
    case IN_VALUE: return step_value(xml, c);
    case IN_COUNT: return step_count(xml, c);
    default: return c == '>' ? pop(xml) : fail(xml);
    }
}

static int
step(thr_xml *xml, char c) {
    switch (xml->state) {
    case IN_TEXT: return step_text(xml, c);
    case AT_OPEN: return step_open(xml, c);
    case IN_HEAD: return c == '>' ? IN_TEXT : IN_HEAD;
    case IN_NAME:
    case IN_CLOSE:
    case IN_ATTRIBUTE: return step_name(xml, c);
    case IN_ENTITY: return step_entity(xml, c);
    default: return step_inside(xml, c);
    }
}

void
thr_xml_feed(thr_xml *xml, const char *bytes, size_t size) {
    for (size_t i = 0; i < size && !xml->broken; i++) {
        if ((unsigned char)bytes[i] < ' ' && !is_blank(bytes[i]))
            xml->broken = true;
        else
            xml->state = step(xml, bytes[i]);
    }
}

bool
thr_xml_is_whole(const thr_xml *xml) {
    return !xml->broken && xml->ended && xml->state == IN_TEXT;
}

uint64_t
thr_xml_text(const char *piece, const char *element) {
    thr_xml xml = {.text_in = element};
    thr_xml_feed(&xml, "<piece>", 7);
    thr_xml_feed(&xml, piece, strlen(piece));
    return xml.text;
}
