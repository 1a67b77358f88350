/* Numbered lines of valid UTF-8. See lines.h. */
#include "source/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"
#include "base/utf8.h"

/* Bytes asked for at once, and bytes searched at once for a line end: an LF
 * far away is not looked for again and again behind many CRs. */
enum { CHUNK = 64 * 1024, SEARCH = 1024 };

void
thr_lines_start(thr_lines *lines, thr_source *source, size_t max_line) {
    *lines = (thr_lines){.source = source, .max_line = max_line};
}

void
thr_lines_free(thr_lines *lines) {
    free(lines->bytes);
    *lines = (thr_lines){0};
}

static thresh_result
too_long(const thr_lines *lines, thresh_error *err) {
    thresh_place place = {.line = lines->number + 1, .column = 1};
    thr_fail_at(err, THRESH_E_LIMIT, &place,
                "this line is longer than %zu bytes; if it is a table, raise "
                "max_line",
                lines->max_line);
    if (err != NULL)
        err->offset = lines->offset;
    return THRESH_E_LIMIT;
}

/* Read more bytes behind those that wait. */
static thresh_result
fill(thr_lines *lines, thresh_error *err) {
    if (lines->from > 0) {
        memmove(lines->bytes, lines->bytes + lines->from,
                lines->to - lines->from);
        lines->scanned -= lines->from;
        lines->to -= lines->from;
        lines->from = 0;
    }
    char *bytes = thr_grow(lines->bytes, &lines->room, lines->to + CHUNK, 1);
    if (bytes == NULL)
        return thr_fail_memory(err);
    lines->bytes = bytes;
    size_t got;
    THR_TRY(thr_source_read(lines->source, bytes + lines->to,
                            lines->room - lines->to, &got, err));
    lines->to += got;
    lines->ended = got == 0;
    return THRESH_OK;
}

/* Where the first CR or LF stands in what was not scanned yet. */
static const char *
find_end(thr_lines *lines) {
    for (size_t at = lines->scanned; at < lines->to; at += SEARCH) {
        const char *from = lines->bytes + at;
        size_t size = lines->to - at < SEARCH ? lines->to - at : SEARCH;
        const char *lf = memchr(from, '\n', size);
        size_t before = lf ? (size_t)(lf - from) : size;
        const char *cr = memchr(from, '\r', before);
        if (cr != NULL || lf != NULL)
            return cr ? cr : lf;
    }
    return NULL;
}

static void
drop(thr_lines *lines, size_t count) {
    lines->from += count;
    lines->offset += count;
    if (lines->scanned < lines->from)
        lines->scanned = lines->from;
}

/* Pass over the LF of a CRLF, and over a byte order mark. */
static thresh_result
skip_marks(thr_lines *lines, thresh_error *err) {
    size_t need = lines->offset == 0 ? 3 : 1;
    while (lines->to - lines->from < need && !lines->ended)
        THR_TRY(fill(lines, err));
    size_t waiting = lines->to - lines->from;
    const char *bytes = lines->bytes + lines->from;
    if (lines->offset == 0 && waiting >= 3
        && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        drop(lines, 3);
    else if (lines->after_cr && waiting > 0 && bytes[0] == '\n')
        drop(lines, 1);
    lines->after_cr = false;
    return THRESH_OK;
}

/* Refuse what is not text: invalid UTF-8, or a NUL. */
static thresh_result
check_text(const thr_line *line, thresh_error *err) {
    thresh_str text = line->text;
    const char *nul = text.len ? memchr(text.ptr, '\0', text.len) : NULL;
    size_t valid = thr_utf8_valid(text);
    if (nul == NULL && valid == text.len)
        return THRESH_OK;
    size_t at = nul && (size_t)(nul - text.ptr) < valid
                    ? (size_t)(nul - text.ptr)
                    : valid;
    thresh_str before = {text.ptr, at};
    thresh_place place = {.line = line->number,
                          .column = (uint32_t)thr_utf8_length(before) + 1};
    thr_fail_at(err, THRESH_E_ENCODING, &place,
                "byte 0x%02X is not UTF-8 text; if this is a table, convert "
                "it first, for example with: iconv -f %s -t UTF-8",
                (unsigned)(unsigned char)text.ptr[at],
                text.ptr[at] == '\0' ? "UTF-16" : "WINDOWS-1252");
    if (err != NULL)
        err->offset = line->offset + at;
    return THRESH_E_ENCODING;
}

thresh_result
thr_lines_next(thr_lines *lines, thr_line *out, thresh_error *err) {
    if (lines->after_cr || lines->offset == 0)
        THR_TRY(skip_marks(lines, err));
    const char *end;
    while ((end = find_end(lines)) == NULL && !lines->ended) {
        lines->scanned = lines->to;
        if (lines->to - lines->from > lines->max_line)
            return too_long(lines, err);
        THR_TRY(fill(lines, err));
    }
    if (end == NULL && lines->from == lines->to)
        return THRESH_END;
    const char *start = lines->bytes + lines->from;
    size_t len = end ? (size_t)(end - start) : lines->to - lines->from;
    if (len > lines->max_line)
        return too_long(lines, err);
    *out = (thr_line){.text = {start, len},
                      .number = ++lines->number,
                      .offset = lines->offset};
    lines->after_cr = end != NULL && *end == '\r';
    drop(lines, len + (end ? 1 : 0));
    return check_text(out, err);
}
