/* Marks that are letters. See letter_mark.h. */
#include "value/letter_mark.h"

#include "base/ascii.h"
#include "base/str.h"

uint32_t
thr_letter_mark_set(thresh_str mark) {
    return mark.len == 1 && thr_is_lower(mark.ptr[0])
               ? UINT32_C(1) << (mark.ptr[0] - 'a')
               : 0;
}

/* ## Notes */

/* Bytes of "(a)" or "a" at the start; 0 if none. */
static size_t
letter_at_start(thresh_str text) {
    bool opened = thr_first(text) == '(';
    if (text.len < 4 || !thr_is_lower(text.ptr[opened]))
        return 0;
    if (opened)
        return text.ptr[2] == ')' ? 3 : 0;
    return text.ptr[1] == ' ' && thr_is_upper(text.ptr[2]) ? 1 : 0;
}

bool
thr_letter_mark_cut_start(thresh_str *text, thr_buf *mark) {
    size_t len = letter_at_start(*text);
    thresh_str rest = thr_str_trim(thr_str_from(*text, len));
    if (len == 0 || rest.len == 0)
        return false;
    thr_buf_char(mark, text->ptr[len / 2]);
    *text = rest;
    return true;
}

/* ## Labels and numbers */

/* Whether "(a)" ends the text and its letter is known. */
static bool
ends_in_letter(thresh_str text, uint32_t known) {
    if (text.len < 4 || thr_last(text) != ')' || text.ptr[text.len - 3] != '(')
        return false;
    return (thr_letter_mark_set(
                thr_str_slice(text, text.len - 2, text.len - 1))
            & known)
           != 0;
}

bool
thr_letter_mark_cut_end(thresh_str *text, uint32_t known, thr_buf *marks) {
    enum { MOST = 8 };
    if (known == 0)
        return false; /* of most tables */
    char found[MOST];
    size_t count = 0;
    thresh_str rest = thr_str_trim(*text);
    while (count < MOST && ends_in_letter(rest, known)) {
        found[count++] = rest.ptr[rest.len - 2];
        rest = thr_str_trim(thr_str_slice(rest, 0, rest.len - 3));
    }
    if (count == 0)
        return false;
    *text = rest;
    while (count-- > 0) {
        thr_buf_char(marks, found[count]);
        thr_buf_text(marks, count > 0 ? ";" : "");
    }
    return true;
}

bool
thr_letter_mark_add(thresh_str letters, uint32_t known, thr_buf *marks) {
    for (size_t i = 0; i < letters.len; i++)
        if ((thr_letter_mark_set(thr_str_slice(letters, i, i + 1)) & known)
            == 0)
            return false;
    for (size_t i = 0; i < letters.len; i++) {
        thr_buf_text(marks, i > 0 ? ";" : "");
        thr_buf_char(marks, letters.ptr[i]);
    }
    return letters.len > 0;
}
