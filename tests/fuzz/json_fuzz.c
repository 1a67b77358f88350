/* JSON, as a document and as lines. What must hold:
 *
 * - it is one value, or each line is one object, and all of a table have the
 *   same keys;
 * - there is a record for each observation (long) or each row (wide). */
#include <stdio.h>

#include "base/str.h"
#include "json_check.h"
#include "written.h"

/* Check a document; how many records it has. */
static size_t
check_document(thresh_str text) {
    json_checked found = json_check(text);
    if (found.wrong != NULL) {
        (void)fprintf(stderr, "at byte %zu: ", found.at);
        fuzz_fail(found.wrong);
    }
    return found.data;
}

/* NDJSON: check each line; how many there are. */
static size_t
check_lines(thresh_str text, bool one_table) {
    size_t lines = 0, keys = 0;
    thresh_str line;
    fuzz_check(text.len == 0 || text.ptr[text.len - 1] == '\n',
               "the last line does not end");
    text.len -= text.len > 0;
    while (thr_str_next(&text, '\n', &line)) {
        json_checked found = json_check(line);
        if (found.wrong == NULL && line.ptr[0] != '{')
            found.wrong = "a line is no object";
        if (found.wrong != NULL) {
            (void)fprintf(stderr, "line %zu, byte %zu: ", lines + 1, found.at);
            fuzz_fail(found.wrong);
        }
        fuzz_check(lines == 0 || !one_table || keys == found.keys,
                   "a record has other keys than the first");
        keys = found.keys;
        lines++;
    }
    return lines;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const one_line[] = {"indent=0", NULL};
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    bool lined = (input.options[3] & 32) != 0;
    thresh_write_options opts = fuzz_write_options(&input,
                                                   lined ? NULL : one_line);
    opts.source_name = "a \"name\".txt";
    fuzz_written written;
    if (fuzz_write(&written, &input, lined ? "ndjson" : "json", &opts)) {
        thresh_str text = thr_buf_view(&written.bytes);
        size_t found = lined ? check_lines(text, written.ntables == 1)
                             : check_document(text);
        fuzz_check(found
                       == (opts.shape == THRESH_SHAPE_WIDE
                               ? written.rows
                               : written.observations),
                   "there is not a record for each observation or row");
    }
    fuzz_written_free(&written);
    return 0;
}
