/* A guarded door over libxlsxwriter. See workbook.h. */
#include "write/workbook.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"
#include "write/cell_text.h"
#include "write/workbook_inside.h"

/* One time for all documents (2000-01-01), so that the same input gives the
 * same bytes. The library turns it into text as UTC. */
static const time_t created = 946684800;

enum { MAX_STYLES = 4000, GREY = 0x595959, GROUND = 0xE9EDF2 };

/* The library holds a cell in some 150 bytes. A streamed sheet costs an open
 * file instead, and its texts are not shared: so up to so many cells are held
 * by all sheets together, and a sheet of few cells in any case. */
enum { MAX_HELD = 131072, FEW_CELLS = 8192, MAX_STREAMED = 128 };

thresh_result
thr_workbook_check(lxw_error code, const thresh_place *place,
                   thresh_error *err) {
    switch (code) {
    case LXW_NO_ERROR: return THRESH_OK;
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return thr_fail_memory(err);
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
    case LXW_ERROR_255_STRING_LENGTH_EXCEEDED:
        return thr_fail_at(err, THRESH_E_LIMIT, place,
                           "the workbook cannot hold this: %s",
                           lxw_strerror(code));
    default:
        return thr_fail_at(err, THRESH_E_WRITE, place,
                           "cannot write the workbook: %s",
                           lxw_strerror(code));
    }
}

thresh_result
thr_workbook_open(thr_workbook **out, const char *path, thresh_error *err) {
    thr_workbook *book = calloc(1, sizeof *book);
    if (book == NULL)
        return thr_fail_memory(err);
    book->c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (book->c_locale == (locale_t)0) {
        free(book);
        return thr_fail_memory(err);
    }
    lxw_workbook_options options = {.constant_memory = LXW_FALSE};
    locale_t callers = thr_workbook_enter(book);
    book->workbook = workbook_new_opt(path, &options);
    thr_workbook_leave(callers);
    if (book->workbook == NULL) {
        (void)thr_workbook_close(book, false, NULL);
        return thr_fail_memory(err);
    }
    *out = book;
    return THRESH_OK;
}

/* Write the last rows of the streamed sheets. The library does not look
 * whether the temporary files took all: what they lack would be missing from
 * the workbook. */
static thresh_result
end_streams(thr_workbook *book, thresh_error *err) {
    for (thr_sheet *s = book->newest; s != NULL; s = s->previous) {
        if (!s->streamed)
            continue;
        lxw_worksheet_write_single_row(s->worksheet);
        FILE *file = s->worksheet->optimize_tmpfile;
        if (fflush(file) != 0 || ferror(file))
            return thr_fail(err, THRESH_E_WRITE,
                            "cannot write the workbook: there is no room for "
                            "its temporary files");
    }
    return THRESH_OK;
}

/* Close the temporary files of a workbook that is not finished, which the
 * library leaves open. */
static void
drop_streams(thr_workbook *book) {
    for (thr_sheet *s = book->newest; s != NULL; s = s->previous)
        if (s->streamed)
            (void)fclose(s->worksheet->optimize_tmpfile);
}

static thresh_result
finish_book(thr_workbook *book, thresh_error *err) {
    THR_TRY(end_streams(book, err));
    lxw_error code = workbook_close(book->workbook); /* frees it, too */
    book->workbook = NULL;
    return thr_workbook_check(code, NULL, err);
}

thresh_result
thr_workbook_close(thr_workbook *book, bool finish, thresh_error *err) {
    if (book == NULL)
        return THRESH_OK;
    thresh_result result = THRESH_OK;
    locale_t callers = thr_workbook_enter(book);
    if (book->workbook != NULL && finish)
        result = finish_book(book, err);
    if (book->workbook != NULL) {
        drop_streams(book);
        lxw_workbook_free(book->workbook);
    }
    thr_workbook_leave(callers);
    freelocale(book->c_locale);
    free(book->styles);
    thr_buf_free(&book->first);
    thr_buf_free(&book->second);
    thr_arena_free(&book->arena);
    free(book);
    return result;
}

/* Put a property in `buf` and end it. */
static char *
property(thr_buf *buf, thresh_str text) {
    size_t start = buf->len;
    (void)thr_plain_text_add(buf, text, THR_NAME_UNITS);
    thr_buf_char(buf, '\0');
    return buf->failed ? NULL : buf->ptr + start;
}

thresh_result
thr_workbook_set_properties(thr_workbook *book,
                            const thr_properties *properties,
                            thresh_error *err) {
    thr_buf title = {0};
    thr_buf subject = {0};
    thr_buf comments = {0};
    lxw_doc_properties document = {
        .title = property(&title, properties->title),
        .subject = property(&subject, properties->subject),
        .comments = property(&comments, properties->comments),
        .created = created,
    };
    lxw_error code = LXW_ERROR_MEMORY_MALLOC_FAILED;
    locale_t callers = thr_workbook_enter(book);
    if (!title.failed && !subject.failed && !comments.failed)
        code = workbook_set_properties(book->workbook, &document);
    thr_workbook_leave(callers);
    thr_buf_free(&title);
    thr_buf_free(&subject);
    thr_buf_free(&comments);
    return thr_workbook_check(code, NULL, err);
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
    sheet->streamed = is_large(book, cells);
    locale_t callers = thr_workbook_enter(book);
    book->workbook->options.constant_memory = sheet->streamed;
    sheet->worksheet = workbook_add_worksheet(book->workbook, sheet->name);
    lxw_error code = sheet->streamed ? LXW_ERROR_CREATING_TMPFILE
                                     : LXW_ERROR_MEMORY_MALLOC_FAILED;
    if (sheet->worksheet != NULL)
        code = worksheet_ignore_errors(sheet->worksheet,
                                       LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                       "A1:XFD1048576");
    thr_workbook_leave(callers);
    if (sheet->worksheet != NULL) {
        sheet->previous = book->newest;
        book->newest = sheet;
    }
    THR_TRY(thr_workbook_check(code, NULL, err));
    *out = sheet;
    return THRESH_OK;
}

const char *
thr_sheet_name(const thr_sheet *sheet) {
    return sheet->name;
}

static void
set_look(lxw_format *format, const thr_style *style) {
    static const uint8_t aligns[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT,
                                     LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    format_set_align(format, aligns[style->align % 4]);
    if (style->top)
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (style->middle)
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (style->indent > 0)
        format_set_indent(format, style->indent);
    if (style->size > 0)
        format_set_font_size(format, style->size);
    if (style->bold)
        format_set_bold(format);
    if (style->muted)
        format_set_font_color(format, GREY);
    if (style->wrap)
        format_set_text_wrap(format);
    if (style->fill)
        format_set_bg_color(format, GROUND);
    if (style->rule_above)
        format_set_top(format, LXW_BORDER_THIN);
    if (style->rule_below)
        format_set_bottom(format, LXW_BORDER_THIN);
    if (style->raised)
        format_set_font_script(format, LXW_FONT_SUPERSCRIPT);
    if (style->number[0] != '\0')
        format_set_num_format(format, style->number);
}

thresh_result
thr_workbook_format(thr_workbook *book, const thr_style *style,
                    lxw_format **out, thresh_error *err) {
    size_t last = book->last_style;
    *out = NULL;
    if (style == NULL)
        return THRESH_OK;
    for (size_t i = 0; i < book->nstyles; i++) {
        size_t at = (last + i) % book->nstyles;
        if (memcmp(&book->styles[at].style, style, sizeof *style) == 0) {
            book->last_style = at;
            *out = book->styles[at].format;
            return THRESH_OK;
        }
    }
    if (book->nstyles == MAX_STYLES)
        return thr_fail(err, THRESH_E_LIMIT,
                        "the cells look different in more than %d ways: too "
                        "many for a workbook; write csv or json instead",
                        MAX_STYLES);
    thr_style_format *styles = thr_grow(book->styles, &book->styles_room,
                                        book->nstyles + 1, sizeof *styles);
    if (styles == NULL)
        return thr_fail_memory(err);
    book->styles = styles;
    lxw_format *format = workbook_add_format(book->workbook);
    if (format == NULL)
        return thr_fail_memory(err);
    set_look(format, style);
    styles[book->nstyles] = (thr_style_format){*style, format};
    book->last_style = book->nstyles++;
    *out = format;
    return THRESH_OK;
}
