/* Cutting a line at a delimiter. See cut.h. */
#include "grid/cut.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"

/* Cut off the first `len` bytes, and the delimiter behind them. */
static bool
cut_at(thresh_str *rest, size_t len, thresh_str *cell) {
    *cell = thr_str_slice(*rest, 0, len);
    *rest = len < rest->len ? thr_str_from(*rest, len + 1)
                            : (thresh_str){NULL, 0};
    return true;
}

bool
thr_cut(thresh_str *rest, char delimiter, thresh_str *cell) {
    if (rest->ptr == NULL)
        return false;
    const char *end = rest->len ? memchr(rest->ptr, delimiter, rest->len)
                                : NULL;
    return cut_at(rest, end ? (size_t)(end - rest->ptr) : rest->len, cell);
}

bool
thr_cut_quoted(thresh_str *rest, char delimiter, thresh_str *cell) {
    if (rest->ptr == NULL)
        return false;
    if (thr_first(*rest) != '"')
        return thr_cut(rest, delimiter, cell);
    bool inside = true;
    size_t at = 1;
    for (; at < rest->len; at++) {
        if (rest->ptr[at] == '"' && inside) {
            bool doubled = at + 1 < rest->len && rest->ptr[at + 1] == '"';
            at += doubled;
            inside = doubled;
        } else if (rest->ptr[at] == delimiter && !inside) {
            break;
        }
    }
    return cut_at(rest, at, cell);
}

thresh_str
thr_cut_unquoted(thresh_str cell) {
    bool whole = cell.len >= 2 && cell.ptr[0] == '"'
                 && cell.ptr[cell.len - 1] == '"';
    return whole ? thr_str_slice(cell, 1, cell.len - 1) : cell;
}
