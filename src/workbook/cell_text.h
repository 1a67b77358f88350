/* Text and numbers as a workbook can hold them. What Excel's file format
 * cannot say plainly is escaped, so that nothing is lost:
 *
 *     "a<U+0001>b"     a_x0001_b          a control character
 *     "_x000D_"        _x005F_x000D_      that reads like an escape
 *     U+FFFE           _xFFFE_            no character of XML
 *     marks "1;2"      superscript one, blank, superscript two
 *     "Table: a/b"     "Table a b"        as the name of a sheet
 */
#ifndef THR_WORKBOOK_CELL_TEXT_H
#define THR_WORKBOOK_CELL_TEXT_H

#include "base/buf.h"

enum {
    THR_CELL_UNITS = 32767,    /* UTF-16 units of one cell */
    THR_SHEET_NAME_UNITS = 31, /* of the name of a sheet */
    THR_NAME_UNITS = 255       /* of a field of a table, of a property */
};

/* Append the text of a cell. False where `text` is not valid UTF-8. */
bool thr_cell_text_add(thr_buf *buf, thresh_str text);

/* Append one line of text for a place that knows no escapes (a property, the
 * name of a field), at most `units` UTF-16 units: what XML or a line cannot
 * hold becomes a blank. Returns whether nothing had to go. */
bool thr_plain_text_add(thr_buf *buf, thresh_str text, size_t units);

/* Append a valid name for a sheet, made of `name`; `number` > 1 is added as
 * " (2)". */
void thr_sheet_name_add(thr_buf *buf, thresh_str name, size_t number);

/* Append note marks as raised characters. False, with nothing appended, where
 * one of them has no raised form that every font has. */
bool thr_raised_marks_add(thr_buf *buf, thresh_str marks);

/* Append note marks in plain characters: "a, b". */
void thr_plain_marks_add(thr_buf *buf, thresh_str marks);

/* Equal but for the case of letters of any script: so Excel compares the
 * names of sheets, and of the fields of a table. */
bool thr_same_name(thresh_str a, thresh_str b);

/* How many UTF-16 units valid UTF-8 takes. */
size_t thr_utf16_length(thresh_str text);

/* Whether coef / 10^scale has at most the 15 digits that a spreadsheet keeps;
 * `value` is then the nearest double. */
bool thr_cell_number(int64_t coef, unsigned scale, double *value);

/* Read a plain decimal such as "-12.50". False for anything else, and for
 * more digits than an int64_t holds. */
bool thr_decimal_read(thresh_str text, int64_t *coef, unsigned *scale);

#endif
