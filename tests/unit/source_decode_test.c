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

/* Random lines with what tells an encoding here and there: whatever the
 * chunks, the same comes out, and the same is told at the same byte. */
static void
test_chunks(void **state) {
    (void)state;
    static const char *const parts[] = {
        "\xC3\xB8", "\xC9\xA0", "\xE2\x80\x93", "\xF8", "\xE9t\xE9",
        "\xC2\xB9", "\x81",     "\x0B",         "\xC3"};
    static const size_t chunks[] = {1, 7, 1000, 4099, 65536};
    thr_buf bytes = {0};
    outcome whole = {0}, cut = {0};
    uint32_t seed = 1;
    for (size_t i = 0; i < 200; i++) {
        thr_buf_clear(&bytes);
        size_t rare = (size_t)1 << i % 16, lines = 100 + i * 7 % 1500;
        for (size_t line = 0; line < lines; line++) {
            seed = seed * 1664525 + 1013904223;
            thr_buf_fill(&bytes, 'a', seed >> 8 & 63);
            if ((seed >> 16) % rare == rare / 2)
                thr_buf_text(&bytes, parts[(seed >> 12) % (1 + i % 9)]);
            thr_buf_char(&bytes, '\n');
        }
        decode(&whole, thr_buf_view(&bytes), NULL, 0, 70000);
        for (size_t k = 0; k < sizeof chunks / sizeof *chunks; k++) {
            decode(&cut, thr_buf_view(&bytes), NULL, chunks[k],
                   k % 2 ? 70000 : 333);
            assert_int_equal(cut.result, whole.result);
            assert_true(thr_str_equal(thr_buf_view(&cut.text),
                                      thr_buf_view(&whole.text)));
            assert_int_equal(cut.news, whole.news);
            assert_int_equal(cut.guessed, whole.guessed);
            assert_int_equal(cut.stuck, whole.stuck);
            assert_int_equal(cut.news_at, whole.news_at);
            assert_string_equal(cut.encoding, whole.encoding);
        }
    }
    thr_buf_free(&bytes);
    thr_buf_free(&whole.text);
    thr_buf_free(&cut.text);
}

/* No more is waited for than 256 lines, unless what they say may be chance. */
static void
test_waits_for_lines(void **state) {
    (void)state;
    static const struct {
        const char *first;
        bool sure;
    } rows[] = {{"a", true},
                {"\xC3\xB8", true},
                {"\xC9\xA0\n\xC9\xA0 \xC9\xA0 \xC9\xA0", true},
                {"\xC9\xA0", false},
                {"\xF8", false}};
    enum { LINES = 256, ALL = 100000 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_buf bytes = {0};
        thr_buf_text(&bytes, rows[i].first);
        size_t least = bytes.len + LINES - 1;
        thr_buf_fill(&bytes, '\n', ALL);
        text_bytes from = {.rest = thr_buf_view(&bytes), .chunk = 1};
        thresh_source callers = text_source(&from);
        thr_source source;
        thr_decoder decoder;
        char buf[16];
        size_t got;
        assert_int_equal(thr_source_open(&source, &callers, NULL), THRESH_OK);
        thr_decoder_start(&decoder, &source);
        assert_int_equal(
            thr_decoder_read(&decoder, buf, sizeof buf, &got, NULL),
            THRESH_OK);
        assert_in_range(from.given, least,
                        rows[i].sure ? least + 1 : (size_t)ALL);
        assert_int_equal(from.given > least + 1, !rows[i].sure);
        thr_decoder_free(&decoder);
        thr_source_close(&source);
        thr_buf_free(&bytes);
    }
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
        cmocka_unit_test(test_chunks),
        cmocka_unit_test(test_waits_for_lines),
        cmocka_unit_test(test_never_changes),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_binary),
        cmocka_unit_test(test_mark_against),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
