/* Workbooks: their sheets and styles, and what is ordered. See workbook.h. */
#include "workbook/workbook.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"
#include "workbook/cell_text.h"
#include "workbook/workbook_inside.h"

enum { MAX_STYLES = 4000 };

/* The library holds a cell in some 150 bytes. A streamed sheet costs an open
 * file instead, and its texts are not shared: so up to so many cells are held
 * by all sheets together, and a sheet of few cells in any case. */
enum { MAX_HELD = 131072, FEW_CELLS = 8192, MAX_STREAMED = 128 };

/* Bytes of orders that are held in memory. */
enum { MAX_ORDERS = 1 << 20 };

thresh_result
thr_workbook_open(thr_workbook **out, const char *path, thresh_error *err) {
    thr_workbook *book = calloc(1, sizeof *book);
    if (book == NULL)
        return thr_fail_memory(err);
    book->path = path;
    book->spill = (thr_temporary){.fd = -1, .litter = -1};
    *out = book;
    return THRESH_OK;
}

thresh_result
thr_workbook_close(thr_workbook *book, bool finish, thresh_error *err) {
    if (book == NULL)
        return THRESH_OK;
    thresh_result result = finish ? thr_workbook_make(book, err) : THRESH_OK;
    free(book->styles);
    thr_buf_free(&book->first);
    thr_buf_free(&book->second);
    thr_buf_free(&book->orders);
    thr_temporary_free(&book->spill);
    thr_arena_free(&book->arena);
    free(book);
    return result;
}

/* Take the orders in memory to a temporary file, when they are many. */
static thresh_result
spill(thr_workbook *book, thresh_error *err) {
    if (book->orders.failed)
        return thr_fail_memory(err);
    if (book->orders.len < MAX_ORDERS)
        return THRESH_OK;
    if (book->spill.fd < 0)
        THR_TRY(thr_temporary_elsewhere(&book->spill, err));
    for (size_t at = 0; at < book->orders.len;) {
        ssize_t done = write(book->spill.fd, book->orders.ptr + at,
                             book->orders.len - at);
        if (done < 0 && errno != EINTR)
            return thr_place_fail("the workbook",
                                  "cannot be written: there is no room for "
                                  "its temporary files",
                                  errno, err);
        at += done > 0 ? (size_t)done : 0;
    }
    book->nspilled += book->orders.len;
    thr_buf_clear(&book->orders);
    return THRESH_OK;
}

static void
write_down(thr_buf *orders, const thr_order *order, const char *texts) {
    thr_buf_add(orders, order, sizeof *order);
    thr_buf_add(orders, texts, order->texts);
}

thresh_result
thr_workbook_order(thr_workbook *book, thr_sheet *sheet, thr_order order,
                   const char *texts, size_t size, thresh_error *err) {
    if (size > UINT32_MAX)
        return thr_fail_memory(err);
    if (sheet != NULL && sheet != book->current) {
        thr_order turn = {.kind = THR_ORDER_TURN, .row = sheet->index};
        write_down(&book->orders, &turn, NULL);
        book->current = sheet;
    }
    order.texts = (uint32_t)size;
    write_down(&book->orders, &order, texts);
    return spill(book, err);
}

/* Put a property in `buf` and end it. */
static void
put_property(thr_buf *buf, thresh_str text) {
    (void)thr_plain_text_add(buf, text, THR_NAME_UNITS);
    thr_buf_char(buf, '\0');
}

thresh_result
thr_workbook_set_properties(thr_workbook *book,
                            const thr_properties *properties,
                            thresh_error *err) {
    thr_buf texts = {0};
    put_property(&texts, properties->title);
    put_property(&texts, properties->subject);
    put_property(&texts, properties->comments);
    thr_order order = {.kind = THR_ORDER_PROPERTIES};
    thresh_result result = texts.failed
                               ? thr_fail_memory(err)
                               : thr_workbook_order(book, NULL, order,
                                                    texts.ptr, texts.len, err);
    thr_buf_free(&texts);
    return result;
}

static bool
is_taken(const thr_workbook *book, thresh_str name) {
    for (thr_sheet *s = book->newest; s != NULL; s = s->previous)
        if (thr_same_name(name, thr_str(s->name)))
            return true;
    return false;
}

/* Whether a sheet of that many cells is streamed: too much would be held with
 * it. */
static bool
is_large(thr_workbook *book, uint64_t cells) {
    uint64_t room = MAX_HELD - book->held;
    bool large = cells > room && cells > FEW_CELLS
                 && book->nstreamed < MAX_STREAMED;
    if (large)
        book->nstreamed++;
    else
        book->held += cells < room ? cells : room;
    return large;
}

thresh_result
thr_workbook_add_sheet(thr_workbook *book, thresh_str name, uint64_t cells,
                       thr_sheet **out, thresh_error *err) {
    thr_buf *buf = &book->first;
    size_t number = 0;
    do {
        thr_buf_clear(buf);
        thr_sheet_name_add(buf, name, ++number);
    } while (!buf->failed && is_taken(book, thr_buf_view(buf)));
    thresh_str copy;
    thr_sheet *sheet = thr_arena_alloc(&book->arena, sizeof *sheet);
    if (buf->failed || sheet == NULL)
        return thr_fail_memory(err);
    thr_buf_char(buf, '\0');
    if (buf->failed || !thr_arena_copy(&book->arena, thr_buf_view(buf), &copy))
        return thr_fail_memory(err);
    sheet->name = copy.ptr;
    sheet->book = book;
    sheet->index = book->nsheets;
    sheet->streamed = is_large(book, cells);
    thr_order order = {.kind = THR_ORDER_SHEET, .flag = sheet->streamed};
    THR_TRY(thr_workbook_order(book, NULL, order, copy.ptr, copy.len, err));
    sheet->previous = book->newest;
    book->newest = book->current = sheet;
    book->nsheets++;
    *out = sheet;
    return THRESH_OK;
}

const char *
thr_sheet_name(const thr_sheet *sheet) {
    return sheet->name;
}

thresh_result
thr_workbook_style(thr_workbook *book, const thr_style *style, uint16_t *out,
                   thresh_error *err) {
    size_t last = book->last_style;
    *out = 0;
    if (style == NULL)
        return THRESH_OK;
    for (size_t i = 0; i < book->nstyles; i++) {
        size_t at = (last + i) % book->nstyles;
        if (memcmp(&book->styles[at], style, sizeof *style) == 0) {
            book->last_style = at;
            *out = (uint16_t)(at + 1);
            return THRESH_OK;
        }
    }
    if (book->nstyles == MAX_STYLES)
        return thr_fail(err, THRESH_E_LIMIT,
                        "the cells look different in more than %d ways: too "
                        "many for a workbook; write csv or json instead",
                        MAX_STYLES);
    thr_style *styles = thr_grow(book->styles, &book->styles_room,
                                 book->nstyles + 1, sizeof *styles);
    if (styles == NULL)
        return thr_fail_memory(err);
    book->styles = styles;
    styles[book->nstyles] = *style;
    book->last_style = book->nstyles++;
    *out = (uint16_t)book->nstyles;
    return THRESH_OK;
}
