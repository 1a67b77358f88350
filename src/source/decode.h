/* Bytes in any encoding to UTF-8.
 *
 *     54 72 F8 6E   ->   54 72 C3 B8 6E
 *
 * Valid UTF-8 passes through untouched. The encoding is settled by evidence at
 * the start, or where the first byte beyond ASCII stands: what is before that
 * is the same in UTF-8 and Windows-1252. As much as is needed to be sure is
 * held back there, 256 lines or 64 KiB, so that however the source cuts its
 * bytes into chunks, the decision is the same. It is never changed later: a
 * byte that does not fit ends the text.
 */
#ifndef THR_SOURCE_DECODE_H
#define THR_SOURCE_DECODE_H

#include <iconv.h>

#include "source/encoding.h"
#include "source/source.h"

typedef enum thr_decode_state {
    THR_DECODE_START = 0, /* nothing was read yet */
    THR_DECODE_ASCII,     /* nothing but ASCII was read */
    THR_DECODE_PLAIN,     /* UTF-8 */
    THR_DECODE_CONVERT    /* through iconv */
} thr_decode_state;

typedef struct thr_decoder {
    thr_source *source;
    thr_decode_state state;
    thr_encoding encoding;
    char name[32];    /* given by the user, or "" */
    bool news;        /* the encoding was settled; for the caller to clear */
    uint64_t news_at; /* by the byte at this offset of what is handed out */
    bool told_ascii;  /* settled on UTF-8 for want of evidence */
    bool converts;    /* `conversion` is open */
    iconv_t conversion;
    char *raw; /* what was read and not handed out: [from, to) */
    size_t from, to;
    size_t ascii;     /* so many of them are known to be ASCII */
    uint64_t taken;   /* bytes of the source before raw[from] */
    uint64_t decoded; /* bytes handed out */
    bool ended;       /* the source has no more */
    bool flushed;     /* and the conversion holds nothing back */
    bool stuck;       /* at a byte that cannot be decoded */
    bool cut;         /* since the source ends inside a character */
} thr_decoder;

void thr_decoder_start(thr_decoder *decoder, thr_source *source);

/* Do not look for evidence: the encoding is `name`. Fails with
 * THRESH_E_ARGUMENT if there is none of that name. */
thresh_result thr_decoder_give(thr_decoder *decoder, const char *name,
                               thresh_error *err);

/* Up to `size` bytes of UTF-8 into `buf`, at least 16; `*got` is 0 at the end,
 * and where a byte cannot be decoded: then `stuck` is set. What passes through
 * is not checked. Fails with THRESH_E_READ, E_MEMORY, and with E_ENCODING
 * where the source is no text at all. */
thresh_result thr_decoder_read(thr_decoder *decoder, char *buf, size_t size,
                               size_t *got, thresh_error *err);

/* Fail with THRESH_E_ENCODING: what stands at `place` is not text, and, unless
 * the decoder is stuck there, starts with `byte`. */
thresh_result thr_decoder_refuse(const thr_decoder *decoder,
                                 const thresh_place *place, char byte,
                                 thresh_error *err);

void thr_decoder_free(thr_decoder *decoder);

#endif
