/* One heading over several columns of labels: src/frame/shared_head.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/shared_head.h"

enum { MOST = 4 };

static const struct {
    const char *heads[MOST];
    const char *names[MOST];
} headings[] = {
    {{"Region / Sex", ""}, {"Region", "Sex"}},
    {{"Region/Sex", ""}, {"Region", "Sex"}},
    {{"Jahr | Merkmal", ""}, {"Jahr", "Merkmal"}},
    {{"Region by sex", ""}, {"Region", "sex"}},
    {{"Code", "Region / Sex", ""}, {"Code", "Region", "Sex"}},
    {{"Region / Sex / Age", "", ""}, {"Region", "Sex", "Age"}},
    {{"Region / Sex", "", "Age"}, {"Region", "Sex", "Age"}},
    /* one thing; a blank part; more fields than parts, or fewer */
    {{"Towns and villages", ""}, {"Towns and villages", ""}},
    {{"Region /", ""}, {"Region /", ""}},
    {{"Region / Sex", "", ""}, {"Region / Sex", "", ""}},
    {{"Region / Sex / Age", ""}, {"Region / Sex / Age", ""}},
    {{"Region / Sex", "Age"}, {"Region / Sex", "Age"}},
    {{"", "Region / Sex"}, {"", "Region / Sex"}},
};

static size_t
read_heads(const char *const *texts, thr_stubhead *heads) {
    size_t count = 0;
    for (; count < MOST && texts[count] != NULL; count++)
        heads[count] = (thr_stubhead){.label = thr_str(texts[count])};
    return count;
}

static void
fields_get_their_names(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        thr_stubhead heads[MOST];
        thr_stub stub = {.fields = read_heads(headings[i].heads, heads)};
        thr_shared_head_split(&stub, heads);
        for (size_t f = 0; f < stub.fields; f++)
            if (!thr_str_equal(heads[f].label, thr_str(headings[i].names[f])))
                fail_msg("\"%s\", \"%s\": not %s", headings[i].heads[0],
                         headings[i].heads[1], headings[i].names[f]);
    }
}

/* One dimension in several fields has one name. */
static void
staggered_labels_keep_it(void **state) {
    (void)state;
    thr_stubhead heads[MOST];
    thr_stub stub = {.fields = read_heads(headings[0].heads, heads),
                     .staggered = true};
    thr_shared_head_split(&stub, heads);
    assert_true(thr_str_equal(heads[0].label, THR_LIT("Region / Sex")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_get_their_names),
        cmocka_unit_test(staggered_labels_keep_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
