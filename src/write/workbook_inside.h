/* The inside of a workbook, for the three files that are the door over
 * libxlsxwriter, and the one include of that library in the project:
 *
 *     workbook.c        opening, closing, sheets, formats, results
 *     workbook_cells.c  what stands in a cell
 *     workbook_page.c   widths, heights, panes, printing, table objects
 */
#ifndef THR_WRITE_WORKBOOK_INSIDE_H
#define THR_WRITE_WORKBOOK_INSIDE_H

#include <locale.h>
#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/buf.h"
#include "write/workbook.h"

typedef struct thr_style_format {
    thr_style style;
    lxw_format *format;
} thr_style_format;

struct thr_sheet {
    lxw_worksheet *worksheet;
    thr_workbook *book;
    const char *name;
    bool streamed; /* its rows go to a temporary file, one by one */
    thr_sheet *previous;
};

struct thr_workbook {
    lxw_workbook *workbook;
    locale_t c_locale;
    thr_arena arena; /* holds the sheets */
    thr_sheet *newest;
    thr_style_format *styles;
    size_t nstyles;
    size_t styles_room;
    size_t last_style; /* the one used last: most cells look alike */
    uint64_t held;     /* cells of the sheets that are not streamed, about */
    size_t nstreamed;
    thr_buf first; /* the text of a cell, or its first run */
    thr_buf second;
};

/* Every call of the library stands between these two. */
static inline locale_t
thr_workbook_enter(const thr_workbook *book) {
    return uselocale(book->c_locale);
}

static inline void
thr_workbook_leave(locale_t callers) {
    (void)uselocale(callers);
}

/* Let what is written next stay beside the rows of a streamed sheet, and go
 * on with them. The library refuses a table object while it streams, and makes
 * the cells of a merged range at once, also those of rows that come later;
 * both are only descriptions here, as the cells are written apart. */
static inline void
thr_sheet_halt(thr_sheet *sheet) {
    sheet->worksheet->optimize = LXW_FALSE;
}

static inline void
thr_sheet_go_on(thr_sheet *sheet) {
    sheet->worksheet->optimize = sheet->streamed;
}

/* What a code of the library means to our caller. */
thresh_result thr_workbook_check(lxw_error code, const thresh_place *place,
                                 thresh_error *err);

/* The library's format for a style; NULL for none. */
thresh_result thr_workbook_format(thr_workbook *book, const thr_style *style,
                                  lxw_format **out, thresh_error *err);

#endif
