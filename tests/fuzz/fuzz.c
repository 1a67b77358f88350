/* What all fuzz targets share. See fuzz.h. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"

bool
fuzz_open(fuzz_input *input, const uint8_t *data, size_t size) {
    if (size < FUZZ_OPTIONS)
        return false;
    memcpy(input->options, data, FUZZ_OPTIONS);
    input->text = (thresh_str){(const char *)data + FUZZ_OPTIONS,
                               size - FUZZ_OPTIONS};
    return true;
}

thresh_read_options
fuzz_read_options(const fuzz_input *input) {
    static const char delimiters[] = {0, '\t', ',', ';', '|', ' ', 0, 0};
    static const char decimals[] = {0, '.', ',', 0};
    unsigned how = input->options[1], shape = input->options[2];
    unsigned rows = shape & 3;
    return (thresh_read_options){
        .delimiter = delimiters[how & 7],
        .decimal = decimals[how >> 3 & 3],
        .nil = (thresh_nil)((how >> 5 & 3) % 3),
        .header_rows = rows == 3 ? THRESH_NO_HEADER : rows,
        .stub_columns = shape >> 2 & 3,
        .skip = (shape & 15) == 15,
        .max_window = shape & 16 ? 16 : 0,
        .max_fields = shape & 32 ? 16 : 0,
        .max_line = shape & 64 ? 64 : 0,
        .max_memory = FUZZ_MAX_MEMORY,
    };
}

static ptrdiff_t
give(void *ctx, void *buf, size_t size) {
    fuzz_pieces *pieces = ctx;
    size_t most = pieces->sizes[pieces->given++ % 2];
    if (size > most)
        size = most;
    if (size > pieces->rest.len)
        size = pieces->rest.len;
    if (size > 0)
        memcpy(buf, pieces->rest.ptr, size);
    pieces->rest = thr_str_from(pieces->rest, size);
    return (ptrdiff_t)size;
}

thresh_source
fuzz_source(fuzz_pieces *pieces, const fuzz_input *input) {
    unsigned how = input->options[0];
    *pieces = (fuzz_pieces){
        .rest = input->text,
        .sizes = {1 + (how & 15), 1 + (how >> 4) * 17},
    };
    return (thresh_source){.read = give, .ctx = pieces};
}

void
fuzz_fail(const char *what) {
    (void)fprintf(stderr, "WRONG: %s\n", what);
    abort();
}

void
fuzz_check(bool holds, const char *what) {
    if (!holds)
        fuzz_fail(what);
}

static void
show_line(const thr_buf *text, size_t from) {
    size_t to = from;
    while (to < text->len && text->ptr[to] != '\n')
        to++;
    (void)fprintf(stderr, "  %.*s\n", (int)(to - from), text->ptr + from);
}

void
fuzz_same(const thr_buf *one, const thr_buf *other, const char *what) {
    if (one->failed || other->failed
        || thr_str_equal(thr_buf_view(one), thr_buf_view(other)))
        return;
    size_t at = 0, start = 0;
    while (at < one->len && at < other->len && one->ptr[at] == other->ptr[at])
        if (one->ptr[at++] == '\n')
            start = at;
    show_line(one, start);
    show_line(other, start);
    fuzz_fail(what);
}
