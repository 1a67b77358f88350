/* A workbook, looked at from outside. See workbook.h. */
#include "workbook.h"

#include <expat.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/str.h"

enum { MOST_PART = 64 << 20, DIRECTORY = 46, LOCAL = 30, END = 22 };

/* ## XML */

typedef struct sheet {
    workbook *book;
    unsigned long row; /* the last one */
    unsigned long column;
} sheet;

static const char *
attribute(const char **attributes, const char *name) {
    for (; attributes[0] != NULL; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return "";
}

/* The column of a reference, "AB12" -> 28. */
static unsigned long
column_of(const char *reference) {
    unsigned long column = 0;
    for (; *reference >= 'A' && *reference <= 'Z'; reference++)
        column = column * 26 + (unsigned long)(*reference - 'A') + 1;
    return column;
}

static void XMLCALL
start_element(void *ctx, const char *name, const char **attributes) {
    sheet *it = ctx;
    if (strcmp(name, "row") == 0) {
        unsigned long row = strtoul(attribute(attributes, "r"), NULL, 10);
        if (row <= it->row)
            it->book->wrong = "rows are not in order";
        it->row = row;
        it->column = 0;
        it->book->rows++;
    } else if (strcmp(name, "c") == 0) {
        const char *reference = attribute(attributes, "r");
        unsigned long column = column_of(reference);
        if (column <= it->column
            || strtoul(reference + strcspn(reference, "0123456789"), NULL, 10)
                   != it->row)
            it->book->wrong = "cells are not in order";
        it->column = column;
        it->book->cells++;
    }
}

static void
check_xml(workbook *book, thresh_str xml, bool is_sheet) {
    sheet it = {.book = book};
    XML_Parser parser = XML_ParserCreate(NULL);
    if (parser == NULL)
        return;
    XML_SetUserData(parser, &it);
    if (is_sheet)
        XML_SetStartElementHandler(parser, start_element);
    if (XML_Parse(parser, xml.ptr, (int)xml.len, 1) != XML_STATUS_OK)
        book->wrong = "a part is no XML";
    XML_ParserFree(parser);
}

/* ## ZIP */

static size_t
number(const char *bytes, size_t count) {
    size_t out = 0;
    while (count-- > 0)
        out = out << 8 | (unsigned char)bytes[count];
    return out;
}

/* A part: what its entry in the directory says of it. */
typedef struct part {
    thresh_str name;
    size_t method, crc, packed, size, at;
} part;

static bool
inflate_part(const char *from, const part *it, char *to) {
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)from,
                       .avail_in = (uInt)it->packed,
                       .next_out = (Bytef *)to,
                       .avail_out = (uInt)it->size};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    bool done = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    (void)inflateEnd(&stream);
    return done && stream.avail_out == 0;
}

static void
check_part(workbook *book, thresh_str zip, const part *it) {
    if (it->size > MOST_PART || it->at + LOCAL > zip.len) {
        book->wrong = "a part is not where the directory says";
        return;
    }
    const char *local = zip.ptr + it->at;
    size_t from = it->at + LOCAL + number(local + 26, 2)
                  + number(local + 28, 2);
    char *bytes = malloc(it->size + 1);
    if (bytes == NULL)
        return;
    if (from + it->packed > zip.len)
        book->wrong = "a part goes past the end";
    else if (it->method == 0)
        memcpy(bytes, zip.ptr + from, it->size);
    else if (!inflate_part(zip.ptr + from, it, bytes))
        book->wrong = "a part cannot be inflated";
    bool is_sheet = thr_str_starts(it->name, THR_LIT("xl/worksheets/sheet"));
    book->sheets += is_sheet;
    if (book->wrong == NULL
        && crc32(0, (const Bytef *)bytes, (uInt)it->size) != it->crc)
        book->wrong = "a part has another checksum";
    if (book->wrong == NULL)
        check_xml(book, (thresh_str){bytes, it->size}, is_sheet);
    free(bytes);
}

workbook
workbook_check(thresh_str zip) {
    workbook book = {0};
    const char *end = zip.ptr + zip.len - END;
    if (zip.len < END || number(end, 4) != 0x06054B50) {
        book.wrong = "there is no directory at the end";
        return book;
    }
    size_t count = number(end + 10, 2), at = number(end + 16, 4);
    for (; count > 0 && book.wrong == NULL; count--) {
        const char *entry = zip.ptr + at;
        if (at + DIRECTORY > zip.len || number(entry, 4) != 0x02014B50) {
            book.wrong = "the directory is broken";
            break;
        }
        part it = {.name = {entry + DIRECTORY, number(entry + 28, 2)},
                   .method = number(entry + 10, 2),
                   .crc = number(entry + 16, 4),
                   .packed = number(entry + 20, 4),
                   .size = number(entry + 24, 4),
                   .at = number(entry + 42, 4)};
        check_part(&book, zip, &it);
        at += DIRECTORY + it.name.len + number(entry + 30, 2)
              + number(entry + 32, 2);
    }
    return book;
}
