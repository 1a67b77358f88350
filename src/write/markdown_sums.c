/* What does not add up, in Markdown. See markdown_sums.h. */
#include "write/markdown_sums.h"

#include "write/markdown_text.h"
#include "write/sum_text.h"

/* Below a table to be read, no more than this. */
enum { MOST_FAILURES = 20 };

void
thr_markdown_sums_write(const thresh_table *table, thr_buf *out) {
    const thresh_failure *failures;
    size_t count = thresh_table_failures(table, &failures);
    thr_buf text = {0};
    if (count == 0)
        return;
    thr_buf_text(out, "\nDoes not add up:\n\n");
    for (size_t i = 0; i < count && i < MOST_FAILURES; i++) {
        thr_buf_clear(&text);
        thr_sum_failure_add(&text, table, &failures[i]);
        out->failed |= text.failed;
        thr_buf_text(out, "- ");
        thr_markdown_add_line(out, thr_buf_view(&text));
        thr_buf_char(out, '\n');
    }
    if (count > MOST_FAILURES) {
        thr_buf_text(out, "- and ");
        thr_buf_uint(out, count - MOST_FAILURES);
        thr_buf_text(out, " more\n");
    }
    thr_buf_free(&text);
}
