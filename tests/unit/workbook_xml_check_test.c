/* Whether XML is whole: src/workbook/xml_check.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "workbook/xml_check.h"

static const char book[] =
    "<?xml version=\"1.0\"?>\n"
    "<sst xmlns=\"a/b\" count=\"9\" uniqueCount=\"2\">"
    "<si><t xml:space=\"preserve\"> a&amp;b</t></si>"
    "<si><r><rPr><sz val=\"8\"/></rPr><t>cd</t></r></si></sst>";

/* Feed `size` bytes, up to `step` more at a time. */
static void
feed(thr_xml *xml, const char *text, size_t size, size_t step) {
    size_t taken = 0;
    for (size_t end = 0; end < size;) {
        end = end + step < size ? end + step : size;
        taken += thr_xml_feed(xml, text + taken, end - taken);
        assert_true(taken <= end);
        assert_int_equal(xml->left, end - taken);
    }
}

/* Whether it is, which does not depend on the pieces it comes in. */
static bool
is_whole(const char *text) {
    bool whole = false;
    for (size_t step = 1; step <= strlen(text) + 1; step++) {
        thr_xml xml = {0};
        feed(&xml, text, strlen(text), step);
        if (step > 1)
            assert_int_equal(thr_xml_is_whole(&xml), whole);
        whole = thr_xml_is_whole(&xml);
    }
    return whole;
}

static void
test_whole(void **state) {
    (void)state;
    for (size_t step = 1; step < sizeof book; step++) {
        thr_xml xml = {.element = "si", .other = "t", .text_in = "t"};
        feed(&xml, book, sizeof book - 1, step);
        assert_true(thr_xml_is_whole(&xml));
        assert_int_equal(xml.elements, 2);
        assert_int_equal(xml.others, 2);
        assert_int_equal(xml.text, 6);
    }
    assert_true(is_whole("<a/>"));
    assert_true(is_whole("<a>\n<b c=\"&#10;\" />x&lt;</a>\n"));
    assert_true(is_whole("<a count=\"2\"><b/><c><d/></c></a>"));
}

static void
test_broken(void **state) {
    (void)state;
    const char *const broken[] = {
        "",
        "<a>",
        "<a></b>",
        "<a></a",
        "</a>",
        "<a/><b/>",
        "x<a/>",
        "<a b></a>",
        "<a b=c/>",
        "<a b=\"c/>",
        "<a b=\"<\"/>",
        "<a>&x</a>",
        "<a>&;</a>",
        "<a>&#x0010FFFF;</a>",
        "<a b=\"&;\"/>",
        "<a b=\"&x\"/>",
        "<a b=\"\x02\"/>",
        "<a b=\"1\"c=\"2\"/>",
        "<a b =\"1\"/>",
        "<a/ >",
        "< a/>",
        "<a></a >",
        "<?xml",
        "<a/><?xml ?",
        "<a count=\"x\"/>",
        "&lt;<a/>",
        "<a>\x01</a>",
        "<a count=\"1\"/>",
        "<a count=\"1\"><b/><b/></a>",
        "<a uniqueCount=\"1\" count=\"2\"/>",
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_false(is_whole(broken[i]));
    thr_xml xml = {0};
    (void)thr_xml_feed(&xml, "<a>\0</a>", 8);
    assert_false(thr_xml_is_whole(&xml));
}

static bool
is_as_written(size_t from, size_t to) {
    thr_xml xml = {.element = "si", .text_in = "t"};
    char rest[sizeof book];
    memcpy(rest, book, from);
    memcpy(rest + from, book + to, sizeof book - to);
    (void)thr_xml_feed(&xml, rest, strlen(rest));
    return thr_xml_is_whole(&xml) && xml.elements == 2 && xml.text == 6;
}

/* Whatever piece with a text, or with the start or the end of one, is lost:
 * it shows. */
static void
test_every_hole(void **state) {
    (void)state;
    assert_true(is_as_written(0, 0));
    for (size_t from = 0; from < sizeof book - 1; from++)
        for (size_t to = from + 1; to <= sizeof book - 1; to++) {
            const char *seen = strstr(book + from, "<t>");
            bool takes = seen != NULL && seen + 3 <= book + to;
            seen = strstr(book + from, "</t>");
            takes = takes || (seen != NULL && seen + 4 <= book + to);
            if (takes)
                assert_false(is_as_written(from, to));
        }
}

static void
test_pieces(void **state) {
    (void)state;
    assert_int_equal(thr_xml_text("<r><t>ab</t></r><r><t>&lt;</t></r>", "t"),
                     3);
    assert_int_equal(thr_xml_text("", "t"), 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_every_hole),
        cmocka_unit_test(test_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
