/* NDJSON. What must hold: each line is one object, there is a line for each
 * observation (long) or each row (wide), and all of a table have the same
 * keys. */
#include <stdio.h>

#include "base/str.h"
#include "json_check.h"
#include "written.h"

/* Check each line; how many there are. */
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const columns[] = {NULL, "parent,level",
                                          "raw,line,field,table",
                                          "obs_status,unit,measure,implied"};
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    unsigned how = input.options[3];
    bool wide = how & 1;
    thresh_write_options opts = {
        .shape = wide ? THRESH_SHAPE_WIDE : THRESH_SHAPE_LONG,
        .names = how & 2 ? THRESH_NAMES_VERBATIM : THRESH_NAMES_SNAKE,
        .columns = columns[how >> 2 & 3]};
    fuzz_written written;
    if (fuzz_write(&written, &input, "ndjson", &opts)) {
        size_t lines = check_lines(thr_buf_view(&written.bytes),
                                   written.ntables == 1);
        fuzz_check(lines == (wide ? written.rows : written.observations),
                   "there is not a line for each observation or row");
    }
    fuzz_written_free(&written);
    return 0;
}
