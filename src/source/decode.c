/* Bytes in any encoding to UTF-8. See decode.h. */
#include "source/decode.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "source/binary.h"

/* So many bytes are looked at to settle the encoding, from the start, and from
 * the first byte beyond ASCII; or so many lines, which are waited for anyway
 * to find what separates cells. */
enum { EVIDENCE = 64 * 1024, LINES = 256, ROOM = 2 * EVIDENCE };

void
thr_decoder_start(thr_decoder *decoder, thr_source *source) {
    *decoder = (thr_decoder){.source = source};
}

void
thr_decoder_free(thr_decoder *decoder) {
    if (decoder->converts)
        (void)iconv_close(decoder->conversion);
    free(decoder->raw);
    *decoder = (thr_decoder){0};
}

static bool
is_utf8(const char *name) {
    return thr_str_equal_nocase(thr_str(name), THR_LIT("UTF-8"))
           || thr_str_equal_nocase(thr_str(name), THR_LIT("UTF8"));
}

/* UTF-16 without a word on the order of its bytes, which the text tells. */
static bool
is_utf16(const char *name) {
    return thr_str_equal_nocase(thr_str(name), THR_LIT("UTF-16"))
           || thr_str_equal_nocase(thr_str(name), THR_LIT("UTF16"));
}

/* ## Settling the encoding */

/* Open the conversion from `name`, or pass UTF-8 through. False, with errno,
 * if that cannot be. */
static bool
open_conversion(thr_decoder *decoder, const char *name) {
    if (is_utf8(name)) {
        decoder->state = THR_DECODE_PLAIN;
        return true;
    }
    iconv_t conversion = iconv_open("UTF-8", name);
    if (conversion == (iconv_t)-1)
        return false;
    decoder->conversion = conversion;
    decoder->converts = true;
    decoder->state = THR_DECODE_CONVERT;
    return true;
}

/* The same for what the text is in. */
static thresh_result
open_found(thr_decoder *decoder, const char *name, thresh_error *err) {
    if (open_conversion(decoder, name))
        return THRESH_OK;
    if (errno == ENOMEM)
        return thr_fail_memory(err);
    return thr_fail(err, THRESH_E_ENCODING,
                    "the text is %s, but this system cannot convert it: its "
                    "modules of iconv are missing",
                    name);
}

/* iconv takes "" for the encoding of the locale, and what follows a slash for
 * leave to drop what it cannot convert. */
static bool
is_name(const char *name, size_t room) {
    return *name != '\0' && strlen(name) < room && strchr(name, '/') == NULL;
}

thresh_result
thr_decoder_give(thr_decoder *decoder, const char *name, thresh_error *err) {
    if (!is_name(name, sizeof decoder->name))
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "'%.40s' is not the name of an encoding; `iconv -l` "
                        "lists them",
                        name);
    if (!is_utf16(name) && !open_conversion(decoder, name)) {
        if (errno == ENOMEM)
            return thr_fail_memory(err);
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "this system knows no encoding called %s; `iconv -l` "
                        "lists those it knows",
                        name);
    }
    (void)snprintf(decoder->name, sizeof decoder->name, "%s", name);
    return THRESH_OK;
}

static thresh_str
waiting(const thr_decoder *decoder) {
    return (thresh_str){decoder->raw + decoder->from,
                        decoder->to - decoder->from};
}

static void
make_room(thr_decoder *decoder) {
    memmove(decoder->raw, decoder->raw + decoder->from,
            decoder->to - decoder->from);
    decoder->to -= decoder->from;
    decoder->from = 0;
}

/* Read once, up to `size` bytes in all. */
static thresh_result
read_raw(thr_decoder *decoder, size_t size, thresh_error *err) {
    size_t got;
    THR_TRY(thr_source_read(decoder->source, decoder->raw + decoder->to,
                            size - decoder->to, &got, err));
    decoder->to += got;
    decoder->ended = got == 0;
    return THRESH_OK;
}

/* Read until `size` bytes wait, however they come. */
static thresh_result
gather(thr_decoder *decoder, size_t size, thresh_error *err) {
    make_room(decoder);
    while (decoder->to < size && !decoder->ended)
        THR_TRY(read_raw(decoder, size, err));
    return THRESH_OK;
}

/* Behind the last of LINES line ends from byte `at` of those that wait on, or
 * behind all that wait. `*lines` counts them. */
static size_t
skip_lines(const thr_decoder *decoder, size_t at, size_t *lines) {
    while (*lines < LINES && at < decoder->to) {
        const char *end = memchr(decoder->raw + at, '\n', decoder->to - at);
        if (end == NULL)
            return decoder->to;
        at = (size_t)(end - decoder->raw) + 1;
        ++*lines;
    }
    return at;
}

/* Read until there are lines enough behind byte `at` of those that wait, or
 * bytes enough, however they come. Returns the end of these in `*end`. */
static thresh_result
gather_lines(thr_decoder *decoder, size_t at, size_t *end, thresh_error *err) {
    make_room(decoder);
    size_t lines = 0;
    for (*end = at;;) {
        *end = skip_lines(decoder, *end, &lines);
        if (lines == LINES || decoder->to >= at + EVIDENCE || decoder->ended)
            return THRESH_OK;
        THR_TRY(read_raw(decoder, at + EVIDENCE, err));
    }
}

/* Settle on what the evidence says. Where that is none, the text passes, and
 * its check will stop at the byte that is not UTF-8. */
static thresh_result
settle(thr_decoder *decoder, size_t at, thresh_error *err) {
    const char *name = decoder->encoding.name;
    bool told = decoder->told_ascii && name != NULL && is_utf8(name);
    decoder->news = name != NULL && !told;
    decoder->news_at = decoder->decoded + at;
    decoder->state = THR_DECODE_PLAIN;
    return name != NULL ? open_found(decoder, name, err) : THRESH_OK;
}

/* Settle by the first byte beyond ASCII, which is the `at`-th that waits. */
static thresh_result
settle_text(thr_decoder *decoder, size_t at, thresh_error *err) {
    size_t end;
    THR_TRY(gather_lines(decoder, at, &end, err));
    if (!thr_encoding_is_utf8(thr_str_slice(waiting(decoder), at, end))) {
        THR_TRY(gather(decoder, at + EVIDENCE, err));
        end = decoder->to;
    }
    thr_encoding_by_text(&decoder->encoding,
                         thr_str_slice(waiting(decoder), at, end),
                         decoder->ended && end == decoder->to);
    return settle(decoder, at, err);
}

/* The user's word stands. Only the order of bytes in UTF-16 is looked for, and
 * a mark that speaks against it is told. */
static thresh_result
settle_given(thr_decoder *decoder, thresh_error *err) {
    enum { MARK = 4 };
    thr_encoding found = {0};
    size_t end = MARK;
    THR_TRY(is_utf16(decoder->name) ? gather_lines(decoder, 0, &end, err)
                                    : gather(decoder, MARK, err));
    end = end < decoder->to ? end : decoder->to;
    bool known = thr_encoding_by_start(
        &found, thr_str_slice(waiting(decoder), 0, end));
    thr_encoding *encoding = &decoder->encoding;
    encoding->name = decoder->name;
    if (is_utf16(decoder->name)) {
        bool big = known && strcmp(found.name, "UTF-16BE") == 0;
        encoding->name = big ? "UTF-16BE" : "UTF-16LE";
        THR_TRY(open_found(decoder, encoding->name, err));
    }
    encoding->guessed = known && is_utf8(found.name)
                        && !is_utf8(encoding->name);
    (void)snprintf(encoding->reason, sizeof encoding->reason, "as asked for%s",
                   encoding->guessed ? ", though it has the byte order mark "
                                       "of UTF-8"
                                     : "");
    decoder->news = true;
    return THRESH_OK;
}

static thresh_result
start(thr_decoder *decoder, thresh_error *err) {
    thresh_place first = {.line = 1, .column = 1};
    size_t end;
    THR_TRY(gather_lines(decoder, 0, &end, err));
    thresh_str text = thr_str_slice(waiting(decoder), 0, end);
    const thr_binary *binary = thr_binary_of(text);
    if (binary != NULL)
        return thr_fail_at(err, THRESH_E_ENCODING, &first,
                           "this is %s, not text: %s", binary->name,
                           binary->advice);
    if (thr_encoding_by_start(&decoder->encoding, text))
        return settle(decoder, 0, err);
    decoder->ascii = thr_encoding_ascii_length(text);
    if (decoder->ascii < text.len)
        return settle_text(decoder, decoder->ascii, err);
    thr_encoding_ascii(&decoder->encoding);
    decoder->state = THR_DECODE_ASCII;
    decoder->news = true;
    decoder->told_ascii = true;
    return THRESH_OK;
}

/* ## Reading */

/* Hand out the first of `count` bytes that wait. */
static size_t
hand_out(thr_decoder *decoder, size_t count, char *buf, size_t size) {
    count = count < size ? count : size;
    if (count > 0)
        memcpy(buf, decoder->raw + decoder->from, count);
    decoder->from += count;
    decoder->taken += count;
    return count;
}

/* Hand out ASCII; where another byte comes first, settle by that. */
static thresh_result
read_ascii(thr_decoder *decoder, char *buf, size_t size, size_t *got,
           thresh_error *err) {
    if (decoder->ascii == 0 && decoder->from == decoder->to
        && !decoder->ended) {
        make_room(decoder);
        THR_TRY(read_raw(decoder, EVIDENCE, err));
    }
    if (decoder->ascii == 0)
        decoder->ascii = thr_encoding_ascii_length(waiting(decoder));
    if (decoder->ascii == 0 && decoder->from < decoder->to)
        return settle_text(decoder, 0, err);
    *got = hand_out(decoder, decoder->ascii, buf, size);
    decoder->ascii -= *got;
    return THRESH_OK;
}

static thresh_result
read_plain(thr_decoder *decoder, char *buf, size_t size, size_t *got,
           thresh_error *err) {
    *got = hand_out(decoder, decoder->to - decoder->from, buf, size);
    if (*got > 0 || decoder->ended)
        return THRESH_OK;
    THR_TRY(thr_source_read(decoder->source, buf, size, got, err));
    decoder->ended = *got == 0;
    return THRESH_OK;
}

/* Convert what waits. Returns errno, 0 if all of it was taken. */
static int
convert(thr_decoder *decoder, char **out, size_t *left) {
    char *in = decoder->raw + decoder->from;
    size_t size = decoder->to - decoder->from;
    size_t done = iconv(decoder->conversion, &in, &size, out, left);
    int why = done == (size_t)-1 ? errno : 0;
    size_t from = (size_t)(in - decoder->raw);
    decoder->taken += from - decoder->from;
    decoder->from = from;
    return why;
}

/* At the end, some conversions still hold a character that might have been
 * combined with the next. */
static void
flush(thr_decoder *decoder, char **out, size_t *left) {
    (void)iconv(decoder->conversion, NULL, NULL, out, left);
    decoder->flushed = true;
}

static thresh_result
read_converted(thr_decoder *decoder, char *buf, size_t size, size_t *got,
               thresh_error *err) {
    char *out = buf;
    size_t left = size;
    while (left == size && !decoder->stuck && !decoder->flushed) {
        int why = convert(decoder, &out, &left);
        if (left < size)
            break;
        bool more = why == 0 || why == EINVAL;
        if (more && !decoder->ended) {
            make_room(decoder);
            THR_TRY(read_raw(decoder, ROOM, err));
        } else if (why == 0) {
            flush(decoder, &out, &left);
        } else {
            decoder->stuck = true;
            decoder->cut = why == EINVAL;
        }
    }
    *got = size - left;
    return THRESH_OK;
}

thresh_result
thr_decoder_read(thr_decoder *decoder, char *buf, size_t size, size_t *got,
                 thresh_error *err) {
    if (decoder->raw == NULL) {
        decoder->raw = malloc(ROOM);
        if (decoder->raw == NULL)
            return thr_fail_memory(err);
        THR_TRY(*decoder->name ? settle_given(decoder, err)
                               : start(decoder, err));
    }
    *got = 0;
    if (decoder->state == THR_DECODE_ASCII)
        THR_TRY(read_ascii(decoder, buf, size, got, err));
    if (*got == 0 && decoder->state == THR_DECODE_PLAIN)
        THR_TRY(read_plain(decoder, buf, size, got, err));
    if (*got == 0 && decoder->state == THR_DECODE_CONVERT)
        THR_TRY(read_converted(decoder, buf, size, got, err));
    decoder->decoded += *got;
    return THRESH_OK;
}

/* ## Refusing */

static thresh_result
refuse_stuck(const thr_decoder *decoder, const thresh_place *place,
             thresh_error *err) {
    const char *name = decoder->encoding.name;
    thresh_str rest = waiting(decoder);
    if (decoder->cut)
        return thr_fail_at(err, THRESH_E_ENCODING, place,
                           "the text ends inside a character: byte %" PRIu64
                           " of the file, 0x%02X, is not whole as %s",
                           decoder->taken, (unsigned char)rest.ptr[0], name);
    return thr_fail_at(err, THRESH_E_ENCODING, place,
                       "byte %" PRIu64 " of the file, 0x%02X, is not %s; "
                       "repair it, or name another encoding with --encoding",
                       decoder->taken, (unsigned char)rest.ptr[0], name);
}

thresh_result
thr_decoder_refuse(const thr_decoder *decoder, const thresh_place *place,
                   char byte, thresh_error *err) {
    const thr_encoding *encoding = &decoder->encoding;
    if (decoder->stuck)
        return refuse_stuck(decoder, place, err);
    if (byte == '\0')
        return thr_fail_at(err, THRESH_E_ENCODING, place,
                           "byte 0x00 is not text: this is no text file, or "
                           "its encoding is one to name with --encoding, "
                           "such as UTF-16LE");
    const char *why = encoding->name == NULL ? encoding->reason
                      : *decoder->name       ? "as was asked for"
                                             : "unlike the text before it";
    return thr_fail_at(err, THRESH_E_ENCODING, place,
                       "byte 0x%02X is not UTF-8, %s; repair it, or name the "
                       "encoding of the file with --encoding",
                       (unsigned char)byte, why);
}
