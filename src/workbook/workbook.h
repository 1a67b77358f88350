/* A guarded door over libxlsxwriter: the only part of the project that knows
 * it. Whatever comes in, what goes out is a workbook that opens:
 *
 *     text      valid UTF-8, escaped, at most 32,767 UTF-16 units
 *     numbers   finite, at most 15 digits
 *     places    at most 1,048,576 rows and 16,384 columns
 *     locale    the "C" locale around each call, since the library prints
 *               numbers with the decimal sign of the thread's locale
 *     results   every return code becomes a thresh_result
 *
 * The file is written by thr_workbook_close(), all at once. A small sheet is
 * held in memory until then; a large one is streamed, so that memory does not
 * grow with it: its rows go to a temporary file one by one, and must come in
 * their order. Rows and columns count from 0. */
#ifndef THR_WORKBOOK_WORKBOOK_H
#define THR_WORKBOOK_WORKBOOK_H

#include "thresh/core.h"

enum {
    THR_SHEET_ROWS = 1048576,
    THR_SHEET_COLUMNS = 16384,
    THR_NUMBER_FORMAT_MAX = 120, /* bytes, with the NUL */
    THR_MAX_OUTLINE = 7
};

typedef struct thr_workbook thr_workbook;
typedef struct thr_sheet thr_sheet;

typedef enum thr_align {
    THR_ALIGN_AUTO = 0, /* numbers right, text left */
    THR_ALIGN_LEFT,
    THR_ALIGN_CENTER,
    THR_ALIGN_RIGHT
} thr_align;

/* How a cell looks. Zeroed, it looks plain. */
typedef struct thr_style {
    uint8_t align; /* a thr_align */
    uint8_t indent;
    uint8_t size; /* in points; 0 = 11 */
    bool bold;
    bool muted; /* grey */
    bool wrap;
    bool top;    /* at the top of the cell, not the bottom */
    bool middle; /* between them */
    bool fill;   /* the ground of headings */
    bool rule_above;
    bool rule_below;
    bool raised;                        /* superscript */
    char number[THR_NUMBER_FORMAT_MAX]; /* number format; "" = general */
} thr_style;

/* A cell of a sheet, and the place in the source that errors name. */
typedef struct thr_spot {
    uint64_t row;
    size_t column;
    const thresh_place *place; /* may be NULL */
} thr_spot;

/* What a document says of itself. */
typedef struct thr_properties {
    thresh_str title;
    thresh_str subject;
    thresh_str comments;
} thr_properties;

/* How a sheet is printed. */
typedef struct thr_printing {
    uint64_t first_repeated; /* rows that every page repeats */
    uint64_t nrepeated;      /* may be 0 */
    bool landscape;
} thr_printing;

/* A range with a header row that Excel treats as one table. */
typedef struct thr_list {
    char *name;    /* ASCII letters, digits and "_" */
    char **fields; /* names, unique but for their case; plain text */
    size_t nfields;
    uint64_t nrows; /* without the header row */
    const thr_style *header;
} thr_list;

/* Start a workbook that will be written to `path`. End it with
 * thr_workbook_close(). */
thresh_result thr_workbook_open(thr_workbook **out, const char *path,
                                thresh_error *err);

thresh_result thr_workbook_set_properties(thr_workbook *book,
                                          const thr_properties *properties,
                                          thresh_error *err);

/* Add a sheet, whose name is made valid and unique, for about `cells` cells:
 * by them it is held or streamed. Lends it until the workbook is closed. */
thresh_result thr_workbook_add_sheet(thr_workbook *book, thresh_str name,
                                     uint64_t cells, thr_sheet **out,
                                     thresh_error *err);

/* Write the file if `finish` is set, and free all in any case. NULL is
 * allowed. */
thresh_result thr_workbook_close(thr_workbook *book, bool finish,
                                 thresh_error *err);

/* The name that a sheet was given. */
const char *thr_sheet_name(const thr_sheet *sheet);

/* Fails with THRESH_E_LIMIT if the sheet cannot hold that many. */
thresh_result thr_sheet_check_size(uint64_t rows, uint64_t columns,
                                   const char *sheet, thresh_error *err);

/* Write a cell, in the last row that was written to or in one below it. An
 * empty text gives a blank cell of that style. */
thresh_result thr_sheet_text(thr_sheet *sheet, thr_spot spot, thresh_str text,
                             const thr_style *style, thresh_error *err);
/* Fails with THRESH_E_LIMIT for more than 15 digits: see thr_cell_number().
 */
thresh_result thr_sheet_number(thr_sheet *sheet, thr_spot spot, int64_t coef,
                               unsigned scale, const thr_style *style,
                               thresh_error *err);
/* The same as the result of `formula`, which starts with "=" and ends with
 * NUL. Programs recalculate it when they open the workbook. */
thresh_result thr_sheet_formula(thr_sheet *sheet, thr_spot spot,
                                const char *formula, int64_t coef,
                                unsigned scale, const thr_style *style,
                                thresh_error *err);
thresh_result thr_sheet_boolean(thr_sheet *sheet, thr_spot spot, bool value,
                                const thr_style *style, thresh_error *err);

/* Write a text with note marks raised after it: "Serbia" and "1". */
thresh_result thr_sheet_marked(thr_sheet *sheet, thr_spot spot,
                               thresh_str text, thresh_str marks,
                               const thr_style *style, thresh_error *err);

/* Write a note: its mark raised, a blank, its text. */
thresh_result thr_sheet_note(thr_sheet *sheet, thr_spot spot, thresh_str mark,
                             thresh_str text, const thr_style *style,
                             thresh_error *err);

/* Show `rows` x `columns` cells as one; nothing if that is one cell. The cells
 * are written apart: the upper left one with what is shown, the others blank,
 * of the same style. */
thresh_result thr_sheet_merge(thr_sheet *sheet, thr_spot spot, uint64_t rows,
                              size_t columns, const thr_style *style,
                              thresh_error *err);

/* The same for cells of one row, with the blank ones written. */
thresh_result thr_sheet_merge_line(thr_sheet *sheet, thr_spot spot,
                                   size_t columns, const thr_style *style,
                                   thresh_error *err);

/* Write the header row of a table object, before any other row. */
thresh_result thr_sheet_list_header(thr_sheet *sheet, const thr_list *list,
                                    thresh_error *err);

/* Make the cells into a table object, when all its rows are written. */
thresh_result thr_sheet_list(thr_sheet *sheet, const thr_list *list,
                             thresh_error *err);

/* Column widths in characters, row heights in points; 0 = as the program that
 * shows it decides. `outline` is the level of grouping. */
thresh_result thr_sheet_set_column(thr_sheet *sheet, size_t first,
                                   size_t count, double width,
                                   thresh_error *err);
thresh_result thr_sheet_set_row(thr_sheet *sheet, uint64_t row, double height,
                                unsigned outline, thresh_error *err);

/* Where the row that sums up a group stands: below its parts or above. */
thresh_result thr_sheet_set_outline(thr_sheet *sheet, bool totals_below,
                                    thresh_error *err);

/* Keep the first rows and columns in view. */
thresh_result thr_sheet_freeze(thr_sheet *sheet, uint64_t rows, size_t columns,
                               thresh_error *err);

/* A4, one page wide, with page numbers. */
thresh_result thr_sheet_set_printing(thr_sheet *sheet,
                                     const thr_printing *printing,
                                     thresh_error *err);

/* No lines between the cells. */
thresh_result thr_sheet_hide_grid(thr_sheet *sheet, thresh_error *err);

#endif
