/* Which encoding text is in. See encoding.h. */
#include "source/encoding.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/eight.h"
#include "base/str.h"
#include "base/utf8.h"

#define SAY(encoding, ...) \
    (void)snprintf((encoding)->reason, sizeof(encoding)->reason, __VA_ARGS__)

/* ## By the first bytes */

static bool
by_mark(thr_encoding *encoding, thresh_str start) {
    static const struct {
        thresh_str mark;
        const char *name;
    } marks[] = {
        {{"\xEF\xBB\xBF", 3}, "UTF-8"},
        {{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, /* before the shorter one */
        {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
        {{"\xFF\xFE", 2}, "UTF-16LE"},
        {{"\xFE\xFF", 2}, "UTF-16BE"},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (thr_str_starts(start, marks[i].mark)) {
            *encoding = (thr_encoding){.name = marks[i].name};
            SAY(encoding, "by the byte order mark at its start");
            return true;
        }
    return false;
}

/* Whether this is a character that text of any language has. */
static bool
is_ascii_text(char c) {
    return (c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r';
}

/* Digits, delimiters and line ends are ASCII in any language, and in UTF-16
 * each has a NUL beside it, always on the same side. */
static bool
by_nuls(thr_encoding *encoding, thresh_str start) {
    size_t units = start.len / 2, little = 0, big = 0, nuls = 0;
    if (units == 0 || memchr(start.ptr, '\0', 2 * units) == NULL)
        return false;
    for (size_t i = 0; i < units; i++) {
        char first = start.ptr[2 * i], second = start.ptr[2 * i + 1];
        little += second == '\0' && is_ascii_text(first);
        big += first == '\0' && is_ascii_text(second);
        nuls += first == '\0' && second == '\0';
    }
    size_t most = little > big ? little : big;
    if (nuls > 0 || most <= units / 2)
        return false;
    *encoding = (thr_encoding){.name = little > big ? "UTF-16LE" : "UTF-16BE",
                               .guessed = true};
    SAY(encoding,
        "%zu of the first %zu pairs of bytes are an ASCII "
        "character and a NUL",
        most, units);
    return true;
}

bool
thr_encoding_by_start(thr_encoding *encoding, thresh_str start) {
    return by_mark(encoding, start) || by_nuls(encoding, start);
}

/* ## By the text */

/* What is beyond ASCII in a stretch of text, and what is beside it. */
typedef struct tally {
    size_t valid;   /* characters of UTF-8 beyond ASCII */
    size_t invalid; /* bytes that are not UTF-8 */
    size_t letters; /* ASCII letters */
    size_t high;    /* bytes that are letters in Windows-1252 */
    size_t inside;  /* those that are signs there, inside a word */
    size_t nuls;
    size_t undefined; /* where the first byte is that Windows-1252 does not
                         have, or THRESH_NONE */
} tally;

static void
count_byte(tally *counts, unsigned char byte) {
    counts->letters += thr_is_letter((char)byte);
    counts->high += byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
    counts->nuls += byte == 0;
}

/* Signs that in Windows-1252 never stand between two letters, as an apostrophe
 * or a dash does. Where DOS and the Mac have letters. */
static bool
is_sign(unsigned char byte) {
    return memchr("\x80\x82\x84\x86\x87\x88\x89\x8B\x94\x95\x98\x99\x9B", byte,
                  13)
           != NULL;
}

static bool
is_undefined(unsigned char byte) {
    return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90
           || byte == 0x9D;
}

/* What text that is not UTF-8 would be in Windows-1252. */
static void
count_bytes(tally *counts, thresh_str text) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        count_byte(counts, byte);
        counts->inside += i > 0 && i + 1 < text.len && is_sign(byte)
                          && thr_is_letter(text.ptr[i - 1])
                          && thr_is_letter(text.ptr[i + 1]);
        if (counts->undefined == THRESH_NONE && is_undefined(byte))
            counts->undefined = i;
    }
}

static tally
count(thresh_str text, bool whole) {
    tally counts = {.undefined = THRESH_NONE};
    thresh_str rest = text;
    for (;;) {
        rest = thr_str_from(rest, thr_encoding_ascii_length(rest));
        if (rest.len == 0)
            break;
        uint32_t point;
        size_t len = thr_utf8_next(rest, &point);
        if (len == 0 && !whole && rest.len < 4)
            break; /* perhaps cut */
        counts.valid += len > 1;
        counts.invalid += len == 0;
        rest = thr_str_from(rest, len > 0 ? len : 1);
    }
    if (counts.invalid > 0)
        count_bytes(&counts, text);
    return counts;
}

/* A few letters tell nothing; of more, the accented ones are the fewer in
 * every language that is written in Windows-1252. */
static bool
is_western(const tally *counts) {
    enum { FEW = 8 };
    return counts->high < FEW || counts->high <= counts->letters;
}

/* Words with signs inside, and more of them than accented letters. */
static bool
has_broken_words(const tally *counts) {
    return counts->inside > 0 && counts->inside >= counts->high;
}

/* Two bytes of Windows-1252 may be valid UTF-8 by chance, as the E with acute
 * and the no-break space of French capitals are, but not often. */
static bool
is_mixed(const tally *counts) {
    return counts->valid * 4 > counts->invalid;
}

void
thr_encoding_by_text(thr_encoding *encoding, thresh_str text, bool whole) {
    tally counts = count(text, whole);
    *encoding = (thr_encoding){.name = NULL};
    if (counts.invalid == 0) {
        encoding->name = "UTF-8";
        SAY(encoding, "%zu characters beyond ASCII were looked at, all valid",
            counts.valid);
    } else if (counts.nuls > 0) {
        SAY(encoding, "and NUL bytes are near, so this is no text");
    } else if (is_mixed(&counts)) {
        SAY(encoding, "though other text near it is: the file mixes "
                      "encodings, or is damaged");
    } else if (counts.undefined != THRESH_NONE) {
        SAY(encoding,
            "and byte 0x%02X, %zu bytes on, is not Windows-1252 "
            "either",
            (unsigned)(unsigned char)text.ptr[counts.undefined],
            counts.undefined);
    } else if (!is_western(&counts)) {
        SAY(encoding, "and the text is hardly Windows-1252, where most "
                      "letters have no accent");
    } else if (has_broken_words(&counts)) {
        SAY(encoding, "and as Windows-1252 words have signs inside: it may be "
                      "IBM850 or MACINTOSH");
    } else {
        encoding->name = "Windows-1252";
        encoding->guessed = true;
        SAY(encoding, "its bytes beyond ASCII are not UTF-8, and all are "
                      "defined in Windows-1252");
    }
}

/* In Windows-1252, a capital letter may stand before a no-break space, a
 * quote, a dash or a raised digit, but never before a currency, a fraction or
 * an accent by itself: those are the second bytes of most small letters. */
static bool
is_sure(thresh_str character) {
    static const char never[] =
        "\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xAA\xAC\xAE\xAF"
        "\xB1\xB5\xB6\xB7\xB8\xBC\xBD\xBE\xBF";
    return character.len == 2
           && memchr(never, character.ptr[1], sizeof never - 1) != NULL;
}

/* What follows the characters of ASCII at the start, which prove nothing. */
static thresh_str
skip_ascii(thresh_str text) {
    size_t at = 0;
    while (text.len - at >= 8
           && (thr_eight_load(text.ptr + at) & THR_EIGHT(0x80)) == 0)
        at += 8;
    while (at < text.len && (unsigned char)text.ptr[at] < 0x80)
        at++;
    return thr_str_from(text, at);
}

bool
thr_encoding_is_utf8(thresh_str text) {
    enum { MANY = 4 }; /* never chance */
    size_t count = 0;
    bool sure = false;
    while ((text = skip_ascii(text)).len > 0) {
        uint32_t point;
        size_t len = thr_utf8_next(text, &point);
        if (len == 0)
            return false;
        count++;
        sure |= is_sure(thr_str_slice(text, 0, len));
        text = thr_str_from(text, len);
    }
    return sure || count >= MANY;
}

void
thr_encoding_ascii(thr_encoding *encoding) {
    *encoding = (thr_encoding){.name = "UTF-8"};
    SAY(encoding, "nothing but ASCII so far");
}

size_t
thr_encoding_ascii_length(thresh_str text) {
    size_t at = 0;
    for (; at + 8 <= text.len; at += 8) {
        uint64_t bytes;
        memcpy(&bytes, text.ptr + at, sizeof bytes);
        if ((bytes & 0x8080808080808080u) != 0)
            break;
    }
    while (at < text.len && (unsigned char)text.ptr[at] < 0x80)
        at++;
    return at;
}
