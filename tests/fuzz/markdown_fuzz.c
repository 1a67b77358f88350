/* Markdown. What must hold:
 *
 * - every line of a table has as many cells as its first;
 * - there is a line for each row (wide) or each observation (long);
 * - what refers to a footnote finds it, and no footnote stands there twice. */
#include "base/str.h"
#include "base/utf8.h"
#include "written.h"

/* How often `|` parts cells in a line. */
static size_t
count_pipes(thresh_str line) {
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '\\')
            i++;
        else
            count += line.ptr[i] == '|';
    }
    return count;
}

/* Check the lines of tables; how many there are that hold records. */
static size_t
check_tables(thresh_str text) {
    size_t records = 0, pipes = 0, inside = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && text.ptr[end] != '\n')
            end++;
        thresh_str line = thr_str_slice(text, at, end);
        at = end + 1;
        bool table = line.len > 0 && line.ptr[0] == '|';
        inside = table ? inside + 1 : 0;
        if (inside == 1)
            pipes = count_pipes(line);
        if (inside > 1)
            fuzz_check(count_pipes(line) == pipes,
                       "a line has another number of cells than the first");
        if (inside == 2)
            for (size_t i = 0; i < line.len; i++)
                fuzz_check(strchr("|-: ", line.ptr[i]) != NULL,
                           "a header without a line below it");
        records += inside > 2;
    }
    return records;
}

/* How often a line starts with "[^id]: ". */
static size_t
count_notes(thresh_str text, thresh_str id) {
    size_t count = 0;
    for (size_t at = 0; at < text.len; at++) {
        if (at > 0 && text.ptr[at - 1] != '\n')
            continue;
        thresh_str rest = thr_str_from(text, at);
        if (!thr_str_starts(rest, THR_LIT("[^")))
            continue;
        rest = thr_str_from(rest, 2);
        if (thr_str_starts(rest, id))
            count += thr_str_starts(thr_str_from(rest, id.len),
                                    THR_LIT("]: "));
    }
    return count;
}

static void
check_notes(thresh_str text) {
    for (size_t at = 0; at + 2 < text.len; at++) {
        if (text.ptr[at] == '\\') {
            at++;
            continue;
        }
        if (!thr_str_starts(thr_str_from(text, at), THR_LIT("[^")))
            continue;
        size_t from = at + 2, to = from;
        while (to < text.len && text.ptr[to] != ']')
            to++;
        fuzz_check(count_notes(text, thr_str_slice(text, from, to)) == 1,
                   "a footnote is not there, or there twice");
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const plain[] = {"footnotes=plain", "heading=2", NULL};
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    thresh_write_options opts = fuzz_write_options(&input, plain);
    bool tall = opts.shape == THRESH_SHAPE_LONG;
    if (!tall)
        opts.columns = NULL;
    opts.source_name = "a|b*c.txt";
    fuzz_written written;
    if (fuzz_write(&written, &input, "markdown", &opts)) {
        thresh_str text = thr_buf_view(&written.bytes);
        fuzz_check(thr_utf8_valid(text) == text.len, "the output is no UTF-8");
        fuzz_check(check_tables(text)
                       == (tall ? written.observations : written.rows),
                   "there is not a line for each row or observation");
        check_notes(text);
    }
    fuzz_written_free(&written);
    return 0;
}
