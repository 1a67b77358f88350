/* Whether a dash is zero. See nil.h. */
#include "proof/nil.h"

#include "base/buf.h"

/* A nil is exact: it has no unit of rounding. */
static bool
has_nil(const thr_plane *plane, const thr_claim *claim, size_t line) {
    for (size_t i = 0; i < claim->nparts; i++) {
        thr_value part = thr_plane_value(plane, claim->parts[i], line);
        if (part.state == THR_KNOWN && part.unit == 0)
            return true;
    }
    return false;
}

size_t
thr_nil_count(const thr_plane *plane, const thr_tree *tree,
              const thr_terms *terms) {
    size_t count = 0;
    for (size_t i = 0; plane->table->counts.nil > 0 && i < tree->nsums; i++)
        for (size_t line = 0; line < plane->nlines; line++) {
            const thr_claim *claim = &tree->sums[i].claim;
            count += has_nil(plane, claim, line)
                     && thr_match_line(plane, terms, claim, line).verdict
                            == THR_LINE_EXACT;
        }
    return count;
}

thresh_result
thr_nil_explain(thresh_table *table, size_t count, thresh_error *err) {
    thr_buf text = {0};
    thr_buf_text(&text, "zero: ");
    thr_buf_uint(&text, count);
    thr_buf_text(&text, count == 1 ? " sum that holds it adds up"
                                   : " sums that hold it add up");
    thresh_str reason;
    bool copied = !text.failed
                  && thr_arena_copy(&table->arena, thr_buf_view(&text),
                                    &reason);
    thr_buf_free(&text);
    if (!copied)
        return thr_arena_failure(&table->arena, 0, err);
    for (size_t i = 0; i < table->nsymbols; i++)
        if (table->symbols[i].status == THRESH_NIL)
            table->symbols[i].reason = reason;
    return THRESH_OK;
}
