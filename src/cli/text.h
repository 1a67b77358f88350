/* Text from elsewhere (a source, a file name, an argument), shown so that a
 * terminal cannot be harmed by it, and measured in its columns.
 *
 *     ESC [ 2 J   ->   ␛[2J          a byte that is no UTF-8   ->   \xE9
 *     tab         ->   →             a character that reorders ->   <U+202E>
 */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stdio.h>

#include "thresh/core.h"

/* No limit to the width. */
#define CLI_UNCUT SIZE_MAX

/* A view of NUL-terminated text; NULL gives the empty one. */
thresh_str cli_str(const char *text);

bool cli_str_is(thresh_str text, const char *other);

/* Take the first character off `rest`, which is not empty. Returns its code
 * point, or 0 after taking a byte that is not UTF-8. */
uint32_t cli_text_point(thresh_str *rest);

/* Whether it is a control, or reorders or hides the text around it. */
bool cli_text_is_hidden(uint32_t point);

/* How many columns `text` takes when shown. */
size_t cli_text_width(thresh_str text);

/* Print `text` in at most `max` columns, with "…" for what is cut off.
 * Returns the columns taken. */
size_t cli_text_put(FILE *out, thresh_str text, size_t max);

/* Print `text` cut or filled to exactly `width` columns. */
void cli_text_left(FILE *out, thresh_str text, size_t width);
void cli_text_right(FILE *out, thresh_str text, size_t width);

/* Print `count` blanks. */
void cli_text_blanks(FILE *out, size_t count);

#endif
