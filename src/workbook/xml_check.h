/* Whether XML is whole, in one pass over its bytes as they come.
 *
 *     <t a="1"><c/>x</t>    whole; 1 element "c", 1 byte of text in "t"
 *     <t a="1"><c/>x        not whole, nor with a byte left out of a tag
 *
 * It knows what a program writes that has no comments and no DTD. An
 * attribute "count" must be the number of elements inside. */
#ifndef THR_WORKBOOK_XML_CHECK_H
#define THR_WORKBOOK_XML_CHECK_H

#include "thresh/core.h"

enum { THR_XML_DEPTH = 32, THR_XML_NAME = 32 };

typedef struct thr_xml_open {
    char name[THR_XML_NAME]; /* cut to fit */
    size_t len;
    uint64_t count; /* what it says of itself */
    uint64_t inside;
    bool has_count;
    bool has_text; /* that is counted */
} thr_xml_open;

typedef struct thr_xml {
    const char *element; /* to count; may be NULL */
    const char *other;   /* the same */
    const char *text_in; /* the element whose text is counted; may be NULL */
    uint64_t elements;
    uint64_t others;
    uint64_t text; /* bytes; an entity is one */
    bool broken;
    bool ended;  /* the outermost element */
    size_t left; /* bytes fed last that were not taken */
    size_t depth;
    thr_xml_open open[THR_XML_DEPTH];
} thr_xml;

/* Zero one, set what to count, and feed it. Returns how many bytes were taken:
 * what is left is a piece that does not end there, such as half a tag, and has
 * to be fed again with what comes behind it. */
size_t thr_xml_feed(thr_xml *xml, const char *bytes, size_t size);
bool thr_xml_is_whole(const thr_xml *xml);

/* How much text is in `element` of a piece of XML: see thr_xml.text. */
uint64_t thr_xml_text(const char *piece, const char *element);

#endif
