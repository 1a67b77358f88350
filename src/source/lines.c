/* Numbered lines of valid UTF-8. See lines.h. */
#include "source/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"
#include "base/utf8.h"
#include "source/text.h"

/* Bytes asked for at once, and bytes searched at once for a line end: an LF
 * far away is not looked for again and again behind many CRs. */
enum { CHUNK = 64 * 1024, SEARCH = 1024 };

void
thr_lines_start(thr_lines *lines, thr_source *source, size_t max_line) {
    *lines = (thr_lines){.max_line = max_line};
    thr_decoder_start(&lines->decoder, source);
}

void
thr_lines_tell(thr_lines *lines, const thresh_listener *listener) {
    lines->remarks.listener = listener;
}

thresh_result
thr_lines_encoding(thr_lines *lines, const char *name, thresh_error *err) {
    return thr_decoder_give(&lines->decoder, name, err);
}

void
thr_lines_free(thr_lines *lines) {
    thr_decoder_free(&lines->decoder);
    free(lines->bytes);
    *lines = (thr_lines){0};
}

static thresh_result
too_long(const thr_lines *lines, thresh_error *err) {
    thresh_place place = {.line = lines->number + 1, .column = 1};
    thr_fail_at(err, THRESH_E_LIMIT, &place,
                "this line is longer than %zu bytes; give its encoding "
                "(--encoding) if line ends were missed, else only the lines "
                "of the table; a program can raise max_line",
                lines->max_line);
    if (err != NULL)
        err->offset = lines->offset;
    return THRESH_E_LIMIT;
}

/* ## Bytes */

/* Tell of the encoding when it is first settled, which is before any line. A
 * guess is told with the line that it was made by, however far ahead of it
 * bytes were read; and so is a second decision, which always is one. */
static void
tell_encoding(thr_lines *lines) {
    thr_decoder *decoder = &lines->decoder;
    if (!decoder->news)
        return;
    decoder->news = false;
    if (!lines->told)
        thr_remark_encoding(&lines->remarks, &decoder->encoding);
    lines->late = lines->told;
    lines->told = true;
    lines->guessed = decoder->encoding.guessed;
    lines->guessed_at = decoder->news_at;
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
    char *bytes = thr_grow(lines->bytes, &lines->room,
                           lines->to + CHUNK + THR_LINES_BEYOND, 1);
    if (bytes == NULL)
        return thr_fail_memory(err);
    lines->bytes = bytes;
    if (lines->before_read.tell != NULL)
        lines->before_read.tell(lines->before_read.ctx);
    size_t got;
    THR_TRY(thr_decoder_read(&lines->decoder, bytes + lines->to,
                             lines->room - lines->to - THR_LINES_BEYOND, &got,
                             err));
    tell_encoding(lines);
    lines->to += got;
    memset(bytes + lines->to, 0, THR_LINES_BEYOND);
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

/* See that `count` bytes wait, if there are so many. */
static thresh_result
need(thr_lines *lines, size_t count, thresh_error *err) {
    while (lines->to - lines->from < count && !lines->ended)
        THR_TRY(fill(lines, err));
    return THRESH_OK;
}

static bool
waits(const thr_lines *lines, thresh_str bytes) {
    return lines->to - lines->from >= bytes.len
           && memcmp(lines->bytes + lines->from, bytes.ptr, bytes.len) == 0;
}

/* ## Marks and line ends */

/* Pass over the byte order mark. */
static thresh_result
start(thr_lines *lines, thresh_error *err) {
    const thresh_str mark = THR_LIT("\xEF\xBB\xBF");
    const thresh_place first = {.line = 1, .column = 1};
    size_t marks = 0;
    for (;; marks++) {
        THR_TRY(need(lines, mark.len, err));
        if (!waits(lines, mark))
            break;
        drop(lines, mark.len);
    }
    if (marks > 1)
        thr_remark_warn(&lines->remarks, THR_REMARK_MARKS, &first, 0,
                        "%zu byte order marks are at the start; none is part "
                        "of the text",
                        marks);
    lines->started = true;
    return THRESH_OK;
}

/* Lines that end with CR alone are those of an old Mac. Among others, such a
 * CR may have been meant as a blank. */
static void
check_ends(thr_lines *lines) {
    thresh_place place = {.line = lines->number};
    if (lines->lone_cr && lines->lf)
        thr_remark_warn(&lines->remarks, THR_REMARK_ENDS, &place,
                        lines->offset,
                        "some lines end with CR alone and some with LF, as "
                        "of this line; each is taken for the end of a line");
}

/* Pass over what belongs to the CR that ended a line: a LF, or the CR LF that
 * follows where a CRLF was written in text mode. */
static thresh_result
finish_cr(thr_lines *lines, thresh_error *err) {
    THR_TRY(need(lines, 1, err));
    if (waits(lines, THR_LIT("\r")))
        THR_TRY(need(lines, 2, err));
    thresh_place place = {.line = lines->number};
    bool twice = waits(lines, THR_LIT("\r\n"));
    if (twice)
        thr_remark_warn(&lines->remarks, THR_REMARK_DOUBLE_CR, &place,
                        lines->offset,
                        "lines end with CR CR LF, as of this line; that is "
                        "taken for one end of a line");
    bool lf = twice || waits(lines, THR_LIT("\n"));
    drop(lines, (size_t)twice + lf);
    lines->lf |= lf;
    lines->lone_cr |= !lf;
    lines->after_cr = false;
    check_ends(lines);
    return THRESH_OK;
}

/* Take the Ctrl-Z off with which DOS programs end a text. */
static void
strip_ctrl_z(thr_lines *lines, size_t *len) {
    size_t before = *len;
    while (*len > 0 && lines->bytes[lines->from + *len - 1] == '\x1A')
        --*len;
    thresh_str text = {lines->bytes + lines->from, *len};
    thresh_place place = {.line = lines->number + 1,
                          .column = (uint32_t)thr_utf8_length(text) + 1};
    if (*len < before)
        thr_remark_warn(&lines->remarks, THR_REMARK_CTRL_Z, &place,
                        lines->offset + *len,
                        "the file ends with a Ctrl-Z of DOS; it is no part of "
                        "the text");
}

/* ## Text */

/* Where byte `at` of a line stands. */
static thresh_place
place_of(const thr_line *line, size_t at) {
    thresh_str before = {line->text.ptr, at};
    return (thresh_place){.line = line->number,
                          .column = (uint32_t)thr_utf8_length(before) + 1};
}

static thresh_result
refuse(const thr_lines *lines, const thr_line *line, size_t at,
       thresh_error *err) {
    thresh_place place = place_of(line, at);
    char byte = at < line->text.len ? line->text.ptr[at] : '\0';
    thr_decoder_refuse(&lines->decoder, &place, byte, err);
    if (err != NULL)
        err->offset = line->offset + at;
    return THRESH_E_ENCODING;
}

static void
warn_guessed(thr_lines *lines, const thr_line *line) {
    const thr_encoding *encoding = &lines->decoder.encoding;
    uint64_t end = line->offset + line->text.len;
    if (!lines->guessed || lines->guessed_at >= end)
        return;
    bool here = lines->guessed_at >= line->offset;
    size_t at = here ? (size_t)(lines->guessed_at - line->offset) : 0;
    thresh_place place = place_of(line, at);
    lines->guessed = false;
    if (lines->late)
        thr_remark_encoding(&lines->remarks, encoding);
    thr_remark_warn(&lines->remarks, THR_REMARK_GUESSED, &place,
                    line->offset + at,
                    "the text is read as %s: %s; if that is wrong, name its "
                    "encoding with --encoding",
                    encoding->name, encoding->reason);
}

/* Refuse what is not text, and tell what is odd about it. */
static thresh_result
check_text(thr_lines *lines, const thr_line *line, thresh_error *err) {
    thr_text text = thr_text_check(line->text);
    if (text.valid < line->text.len)
        return refuse(lines, line, text.valid, err);
    warn_guessed(lines, line);
    if (text.odd == THRESH_NONE)
        return THRESH_OK;
    thresh_place place = place_of(line, text.odd);
    thr_remark_warn(&lines->remarks, THR_REMARK_ODD, &place,
                    line->offset + text.odd,
                    "U+%04X is here, a character that does not show; it is "
                    "kept, and a number that holds it stays text",
                    (unsigned)text.point);
    return THRESH_OK;
}

/* The text behind the last line end: a line without one, or nothing. */
static thresh_result
last_line(thr_lines *lines, size_t *len, thresh_error *err) {
    *len = lines->to - lines->from;
    if (lines->decoder.stuck) {
        thr_line line = {.text = {lines->bytes + lines->from, *len},
                         .number = lines->number + 1,
                         .offset = lines->offset};
        return refuse(lines, &line, *len, err);
    }
    if (*len > 0 && lines->bytes[lines->to - 1] == '\x1A')
        strip_ctrl_z(lines, len);
    return *len > 0 ? THRESH_OK : THRESH_END;
}

thresh_result
thr_lines_next(thr_lines *lines, thr_line *out, thresh_error *err) {
    if (!lines->started)
        THR_TRY(start(lines, err));
    if (lines->after_cr)
        THR_TRY(finish_cr(lines, err));
    const char *end;
    while ((end = find_end(lines)) == NULL && !lines->ended) {
        lines->scanned = lines->to;
        if (lines->to - lines->from > lines->max_line)
            return too_long(lines, err);
        THR_TRY(fill(lines, err));
    }
    const char *start = lines->bytes + lines->from;
    size_t len;
    if (end != NULL)
        len = (size_t)(end - start);
    else
        THR_TRY(last_line(lines, &len, err));
    if (len > lines->max_line)
        return too_long(lines, err);
    *out = (thr_line){.text = {start, len},
                      .number = ++lines->number,
                      .offset = lines->offset};
    if (end == NULL) {
        drop(lines, lines->to - lines->from);
        return check_text(lines, out, err);
    }
    lines->after_cr = *end == '\r';
    drop(lines, len + 1);
    if (!lines->after_cr && !lines->lf) {
        lines->lf = true;
        check_ends(lines);
    }
    return check_text(lines, out, err);
}

/* ## Lines of which nothing is to be told */

/* Bytes of the line end at `end`, if lines ended so before; 0 if it is none,
 * or the next call has to look at it. */
static size_t
known_end(const thr_lines *lines, const char *end) {
    if (!lines->lf || lines->lone_cr)
        return 0;
    if (*end != '\r')
        return *end == '\n';
    size_t behind = (size_t)(lines->bytes + lines->to - end);
    return behind > 1 && end[1] == '\n' ? 2 : 0;
}

thresh_result
thr_lines_peek(thr_lines *lines, thr_line *out, bool *found,
               thresh_error *err) {
    *found = false;
    if (!lines->started)
        return THRESH_OK;
    if (lines->after_cr)
        THR_TRY(finish_cr(lines, err));
    for (;;) {
        thresh_str read = {lines->bytes, lines->to};
        lines->scanned = thr_text_calm(read, lines->scanned);
        if (lines->scanned < lines->to)
            break;
        if (lines->ended || lines->to - lines->from > lines->max_line)
            return THRESH_OK;
        THR_TRY(fill(lines, err));
    }
    thresh_str text = {lines->bytes + lines->from,
                       lines->scanned - lines->from};
    size_t known = known_end(lines, text.ptr + text.len);
    if (known == 0 || text.len > lines->max_line || lines->guessed)
        return THRESH_OK;
    lines->peeked = text.len + known;
    *out = (thr_line){
        .text = text, .number = lines->number + 1, .offset = lines->offset};
    *found = true;
    return THRESH_OK;
}

void
thr_lines_pass(thr_lines *lines) {
    lines->number++;
    drop(lines, lines->peeked);
    lines->peeked = 0;
}
