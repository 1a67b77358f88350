/* JSON under construction: values in, text with its commas, line ends and
 * indentation out. One container can be kept on one line, so that a long list
 * of records stays a line each:
 *
 *     "notes": [
 *       {"kind": "note", "mark": "1", "line": 93}
 *     ]
 *
 * With an indent of 0 there is no blank and no line end at all. */
#ifndef THR_WRITE_JSON_TEXT_H
#define THR_WRITE_JSON_TEXT_H

#include "base/buf.h"

typedef struct thr_json {
    thr_buf text;
    size_t indent; /* blanks for each level; 0 = all on one line */
    size_t depth;
    size_t on_line; /* how many of the open containers share one line */
    bool filled;    /* the open container has a value already */
    bool after_key;
    /* Takes the text when it is long, and empties it; may be NULL. */
    void (*take)(void *ctx, thr_buf *text);
    void *ctx;
} thr_json;

/* Open and close a container: '{' or '[', then '}' or ']'. */
void thr_json_open(thr_json *json, char bracket);
void thr_json_close(thr_json *json, char bracket);

/* Open a container that stays on one line, with all that is in it. */
void thr_json_open_line(thr_json *json, char bracket);

/* The name of the value that comes next. */
void thr_json_key(thr_json *json, thresh_str key);

/* Values. The second gives null for an empty text, the third for 0: the model
 * says "unknown" so. `literal` is put as it is. */
void thr_json_text(thr_json *json, thresh_str text);
void thr_json_text_or_null(thr_json *json, thresh_str text);
void thr_json_uint_or_null(thr_json *json, uint64_t number);
void thr_json_uint(thr_json *json, uint64_t number);
void thr_json_literal(thr_json *json, thresh_str literal);

/* A key that stands in the code, and the same with its value: null for an
 * empty text. */
void thr_json_name(thr_json *json, const char *name);
void thr_json_put_text(thr_json *json, const char *name, thresh_str text);
void thr_json_put_uint(thr_json *json, const char *name, uint64_t number);

/* Between two values of a long list: hand on what is written, if it is much.
 */
void thr_json_hand_on(thr_json *json);

/* Whether JSON takes `text` as a number: "0.50" but neither "007" nor "+1". */
bool thr_json_is_number(thresh_str text);

/* Append `text` as a JSON string, quotes included. Characters that end a line,
 * hide, or turn the direction of text are escaped, which changes nothing for
 * a program but lets people see them and keeps a record on one line for every
 * reader. Bytes that are not UTF-8 become U+FFFD. */
void thr_json_string_add(thr_buf *buf, thresh_str text);

#endif
