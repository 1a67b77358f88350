/* Rows side by side. See beside.h. */
#include "layout/beside.h"

#include <stdlib.h>

#include "base/error.h"

thresh_result
thr_beside_next(thr_beside *beside, thr_rows *rows, const thr_record *record,
                thresh_str after, thr_report *report, thresh_row *row,
                bool *found, thresh_error *err) {
    const thr_panels *panels = &beside->panels;
    *found = false;
    while (beside->next < thr_panels_rows(panels) && !*found) {
        const thr_record *shown = record;
        bool first = beside->next == 0;
        size_t index = beside->next++;
        if (panels->count > 0) {
            if (!thr_panels_view(panels, index, record, &beside->view))
                return thr_fail_memory(err);
            shown = &beside->view;
        }
        if (shown->filled == 0)
            continue;
        THR_TRY(thr_rows_read(rows, shown,
                              first ? after : (thresh_str){NULL, 0}, report,
                              row, err));
        *found = true;
    }
    return THRESH_OK;
}

void
thr_beside_free(thr_beside *beside) {
    /* Its texts are those of the record that it shows. */
    free(beside->view.cells);
    *beside = (thr_beside){0};
}
