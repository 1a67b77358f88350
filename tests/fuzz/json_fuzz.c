/* JSON, as a document. What must hold: it is one value, and has a record for
 * each observation (long) or each row (wide). */
#include <stdio.h>

#include "base/str.h"
#include "json_check.h"
#include "written.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const columns[] = {NULL, "parent,level",
                                          "raw,line,field,table",
                                          "obs_status,unit,measure,implied"};
    static const char *const one_line[] = {"indent=0", NULL};
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    unsigned how = input.options[3];
    bool wide = how & 1;
    thresh_write_options opts = {
        .shape = wide ? THRESH_SHAPE_WIDE : THRESH_SHAPE_LONG,
        .names = how & 2 ? THRESH_NAMES_VERBATIM : THRESH_NAMES_SNAKE,
        .columns = columns[how >> 2 & 3],
        .set = how & 16 ? one_line : NULL,
        .source_name = "a \"name\".txt"};
    fuzz_written written;
    if (fuzz_write(&written, &input, "json", &opts)) {
        json_checked found = json_check(thr_buf_view(&written.bytes));
        if (found.wrong != NULL) {
            (void)fprintf(stderr, "at byte %zu: ", found.at);
            fuzz_fail(found.wrong);
        }
        fuzz_check(found.data == (wide ? written.rows : written.observations),
                   "there is not a record for each observation or row");
    }
    fuzz_written_free(&written);
    return 0;
}
