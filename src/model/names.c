/* Names for programs. See names.h. */
#include "model/names.h"

#include "base/str.h"
#include "base/utf8.h"

void
thr_name_add(thr_buf *buf, thresh_str label) {
    bool empty = true;
    bool gap = false;
    while (label.len > 0) {
        uint32_t point = 0;
        size_t len = thr_utf8_next(label, &point);
        bool digit = len > 0 && thr_utf8_is_digit(point);
        bool letter = len > 0 && thr_utf8_is_letter(point);
        label = thr_str_from(label, len > 0 ? len : 1);
        if (!digit && !letter) {
            gap = true;
            continue;
        }
        if (empty && digit)
            thr_buf_char(buf, 'x');
        else if (!empty && gap)
            thr_buf_char(buf, '_');
        thr_utf8_add(buf, thr_utf8_lower(point));
        empty = false;
        gap = false;
    }
    if (empty)
        thr_buf_char(buf, 'x');
}
