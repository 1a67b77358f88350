/* Text in aligned columns, cut into lines. See aligned_text.h. */
#include "aligned_text.h"

#include "aligned/read.h"
#include "base/str.h"

void
aligned_open(aligned_text *aligned, const char *text) {
    thresh_str rest = thr_str(text);
    *aligned = (aligned_text){0};
    while (rest.len > 0 && aligned->count < ALIGNED_LINES) {
        size_t end = thr_str_find(rest, THR_LIT("\n"));
        if (end == THRESH_NONE)
            end = rest.len;
        aligned->lines[aligned->count++] = thr_str_slice(rest, 0, end);
        rest = thr_str_from(rest, end < rest.len ? end + 1 : end);
    }
    if (!thr_page_read(&aligned->page, aligned->lines, aligned->count))
        aligned->page.count = 0;
}

void
aligned_close(aligned_text *aligned) {
    thr_page_free(&aligned->page);
}
