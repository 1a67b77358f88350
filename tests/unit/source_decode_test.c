/* Bytes in any encoding to UTF-8: src/source/decode.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "read_text.h"
#include "source/decode.h"

/* What a decoder gave, and what became of it. */
typedef struct outcome {
    thr_buf text;
    char encoding[32];
    uint64_t news_at;
    size_t news;
    bool guessed;
    bool stuck;
    thresh_result result;
    thresh_error err;
} outcome;

static void
decode(outcome *out, thresh_str bytes, const char *given, size_t chunk,
       size_t room) {
    text_bytes from = {.rest = bytes, .chunk = chunk};
    thresh_source callers = text_source(&from);
    thr_source source;
    thr_decoder decoder;
    static char buf[70000];
    size_t got;
    thr_buf_clear(&out->text);
    *out = (outcome){.text = out->text};
    assert_int_equal(thr_source_open(&source, &callers, NULL), THRESH_OK);
    thr_decoder_start(&decoder, &source);
    if (given != NULL)
        assert_int_equal(thr_decoder_give(&decoder, given, NULL), THRESH_OK);
    do {
        got = 0;
        out->result = thr_decoder_read(&decoder, buf, room, &got, &out->err);
        if (decoder.news) {
            decoder.news = false;
            out->news++;
            out->guessed = decoder.encoding.guessed;
            out->news_at = decoder.news_at;
            strcpy(out->encoding, decoder.encoding.name);
        }
        thr_buf_add(&out->text, buf, got);
    } while (got > 0);
    const thresh_place place = {.line = 1};
    out->stuck = decoder.stuck;
    if (out->stuck)
        assert_int_equal(thr_decoder_refuse(&decoder, &place, 0, &out->err),
                         THRESH_E_ENCODING);
    assert_int_equal(out->text.len, decoder.decoded);
    thr_decoder_free(&decoder);
    thr_source_close(&source);
}

static const struct {
    thresh_str bytes;
    const char *given;
    const char *text;
    const char *encoding; /* settled on */
    const char *stuck;    /* part of the message, or NULL */
} encoded[] = {
    {{"", 0}, NULL, "", "UTF-8", NULL},
    {{"abc\n", 4}, NULL, "abc\n", "UTF-8", NULL},
    {{"a\xC3\xB8", 3}, NULL, "a\xC3\xB8", "UTF-8", NULL},
    {{"a\xF8\x80", 3}, NULL, "a\xC3\xB8\xE2\x82\xAC", "Windows-1252", NULL},
    {{"a\xF8", 2}, "UTF-8", "a\xF8", "UTF-8", NULL},
    {{"\xEF\xBB\xBF\xF8", 4}, NULL, "\xEF\xBB\xBF\xF8", "UTF-8", NULL},
    {{"\xFF\xFE"
      "a\0\xF8\0",
      6},
     NULL,
     "\xEF\xBB\xBF"
     "a\xC3\xB8",
     "UTF-16LE",
     NULL},
    {{"\xFE\xFF\xD8\x3D\xDE\x00", 6},
     NULL,
     "\xEF\xBB\xBF\xF0\x9F\x98\x80",
     "UTF-16BE",
     NULL},
    {{"\0a\0\n", 4}, NULL, "a\n", "UTF-16BE", NULL},
    {{"\0a\0\n", 4}, "UTF-16", "a\n", "UTF-16BE", NULL},
    {{"a\0", 2}, "utf16", "a", "UTF-16LE", NULL},
    {{"\xFF\xFE\0\0\xF8\0\0\0", 8},
     NULL,
     "\xEF\xBB\xBF\xC3\xB8",
     "UTF-32LE",
     NULL},
    {{"a\xB3", 2}, "ISO-8859-2", "a\xC5\x82", "ISO-8859-2", NULL},
    {{"a\x90\x5F", 3}, "Shift_JIS", "a\xE7\xA5\x9E", "Shift_JIS", NULL},
    {{"a\x81z", 3}, "Windows-1252", "a", "Windows-1252", "byte 1 of"},
    {{"\xFF\xFE"
      "a\0b",
      5},
     NULL,
     "\xEF\xBB\xBF"
     "a",
     "UTF-16LE",
     "ends inside"},
    {{"\xFF\xFE\0\xD8"
      "a\0",
      6},
     NULL,
     "\xEF\xBB\xBF",
     "UTF-16LE",
     "byte 2 of"},
    /* held back until it is known that no accent follows */
    {{"a\xE2", 2}, "CP1258", "a\xC3\xA2", "CP1258", NULL},
};

/* Each gives this text, however its bytes come, and however few are asked for
 * at once. */
static void
test_encodings(void **state) {
    (void)state;
    outcome out = {0};
    for (size_t i = 0; i < sizeof encoded / sizeof *encoded; i++) {
        for (size_t chunk = 1; chunk <= encoded[i].bytes.len + 1; chunk++) {
            decode(&out, encoded[i].bytes, encoded[i].given, chunk, 16);
            assert_int_equal(out.result, THRESH_OK);
            assert_true(thr_str_equal(thr_buf_view(&out.text),
                                      thr_str(encoded[i].text)));
            assert_string_equal(out.encoding, encoded[i].encoding);
            assert_int_equal(out.news, 1);
            assert_int_equal(out.stuck, encoded[i].stuck != NULL);
            if (out.stuck)
                assert_non_null(strstr(out.err.message, encoded[i].stuck));
        }
    }
    thr_buf_free(&out.text);
}

/* The byte that decides comes late: what is before it is ASCII, and what was
 * decided does not depend on the chunks. */
static void
test_late(void **state) {
    (void)state;
    static const size_t before[] = {0,     1,      65535,  65536,
                                    65537, 131072, 200000, 262143};
    static const struct {
        thresh_str bytes;
        const char *text;
        const char *encoding;
        size_t news; /* where the first was made from ASCII alone */
    } ends[] = {
        {{"\xC3\xB8", 2}, "\xC3\xB8", "UTF-8", 1},
        {{"\xF8 z", 3}, "\xC3\xB8 z", "Windows-1252", 2},
        {{"\xC3\xB8\xF8", 3}, "\xC3\xB8\xF8", "UTF-8", 1},
    };
    static const size_t chunks[] = {0, 1000, 4099, 65536};
    thr_buf bytes = {0};
    outcome out = {0};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        for (size_t j = 0; j < sizeof ends / sizeof *ends; j++) {
            bool late = before[i] >= 65536;
            thr_buf_clear(&bytes);
            thr_buf_fill(&bytes, 'a', before[i]);
            thr_buf_str(&bytes, ends[j].bytes);
            for (size_t k = 0; k < sizeof chunks / sizeof *chunks; k++) {
                decode(&out, thr_buf_view(&bytes), NULL, chunks[k], 70000);
                assert_int_equal(out.result, THRESH_OK);
                thresh_str tail = thr_str_from(thr_buf_view(&out.text),
                                               before[i]);
                assert_true(thr_str_equal(tail, thr_str(ends[j].text)));
                bool mixed = j == 2;
                assert_int_equal(out.news, late    ? ends[j].news
                                           : mixed ? 0
                                                   : 1);
                if (out.news > 0)
                    assert_string_equal(out.encoding, ends[j].encoding);
                if (out.news > 1)
                    assert_int_equal(out.news_at, before[i]);
            }
        }
    thr_buf_free(&bytes);
    thr_buf_free(&out.text);
}

/* UTF-8 stays UTF-8 when a byte that does not fit comes later than anything
 * that was looked at: the line's check refuses it. */
static void
test_never_changes(void **state) {
    (void)state;
    thr_buf bytes = {0};
    outcome out = {0};
    thr_buf_text(&bytes, "\xC3\xB8");
    thr_buf_fill(&bytes, 'a', 100000);
    thr_buf_text(&bytes, "\xF8\xF8\xF8");
    decode(&out, thr_buf_view(&bytes), NULL, 0, 70000);
    assert_string_equal(out.encoding, "UTF-8");
    assert_int_equal(out.news, 1);
    assert_true(thr_str_equal(thr_buf_view(&out.text), thr_buf_view(&bytes)));
    thr_buf_free(&bytes);
    thr_buf_free(&out.text);
}

/* More than iconv is given at once. */
static void
test_long(void **state) {
    (void)state;
    thr_buf bytes = {0};
    outcome out = {0};
    for (size_t i = 0; i < 200001; i++)
        thr_buf_add(&bytes, i % 2 ? "\0" : "\xE9", 1);
    thr_buf_add(&bytes, "\0", 1);
    for (size_t chunk = 0; chunk < 1000; chunk += 333) {
        decode(&out, thr_buf_view(&bytes), "UTF-16LE", chunk, 1000);
        assert_int_equal(out.result, THRESH_OK);
        assert_false(out.stuck);
        assert_int_equal(out.text.len, 200002);
    }
    thr_buf_free(&bytes);
    thr_buf_free(&out.text);
}

static void
test_binary(void **state) {
    (void)state;
    outcome out = {0};
    decode(&out, THR_LIT("PK\3\4abc"), NULL, 2, 100);
    assert_int_equal(out.result, THRESH_E_ENCODING);
    assert_int_equal(out.err.line, 1);
    assert_int_equal(out.err.column, 1);
    assert_non_null(strstr(out.err.message, "xlsx"));
    decode(&out, THR_LIT("PK\3\4abc"), "UTF-8", 2, 100);
    assert_int_equal(out.result, THRESH_OK); /* the user knows better */
    thr_buf_free(&out.text);
}

/* The user's word stands against a mark, which is told. */
static void
test_mark_against(void **state) {
    (void)state;
    outcome out = {0};
    decode(&out, THR_LIT("\xEF\xBB\xBF"), "Windows-1252", 0, 100);
    assert_true(out.guessed);
    assert_int_equal(out.text.len, 6);
    decode(&out, THR_LIT("\xEF\xBB\xBF"), "utf8", 0, 100);
    assert_false(out.guessed);
    decode(&out, THR_LIT("abc"), "Windows-1252", 0, 100);
    assert_false(out.guessed);
    thr_buf_free(&out.text);
}

static void
test_names(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "", "UTF-9", "ASCII//IGNORE",
        "a-name-that-is-longer-than-that-of-any-encoding"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        thresh_error err = {0};
        thr_decoder decoder;
        thr_decoder_start(&decoder, NULL);
        assert_int_equal(thr_decoder_give(&decoder, wrong[i], &err),
                         THRESH_E_ARGUMENT);
        assert_non_null(strstr(err.message, "iconv -l"));
        thr_decoder_free(&decoder);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_late),
        cmocka_unit_test(test_never_changes),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_binary),
        cmocka_unit_test(test_mark_against),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
