/* The number of a table. See table_number.h. */
#include "value/table_number.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"

/* Length of the word for a table at the start, in the languages whose offices
 * we know, with the blank behind it; or 0. */
static size_t
word_length(thresh_str text) {
    static const char *const words[] = {
        "table",  "tabell",   "tabelle", "tableau", "tabla",
        "tabel",  "tab.",     "tabela",  "tavola",  "cuadro",
        "quadro", "taulukko", "tabulka", "tablica"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        thresh_str word = thr_str(words[i]);
        if (text.len > word.len && text.ptr[word.len] == ' '
            && thr_str_equal_nocase(thr_str_slice(text, 0, word.len), word))
            return word.len + 1;
    }
    return 0;
}

/* Length of "11", "3.1" or "A2" at the start, with no dot at its end. */
static size_t
number_length(thresh_str text) {
    size_t at = 0, digits = 0;
    if (text.len > 1 && thr_is_upper(text.ptr[0]))
        at = 1;
    for (; at < text.len; at++) {
        bool digit = thr_is_digit(text.ptr[at]);
        digits += digit;
        if (!digit && text.ptr[at] != '.' && text.ptr[at] != '-')
            break;
    }
    while (at > 0 && (text.ptr[at - 1] == '.' || text.ptr[at - 1] == '-'))
        at--;
    return digits > 0 && digits <= 5 ? at : 0;
}

/* Length of "IV" at the start. */
static size_t
roman_length(thresh_str text) {
    enum { LONGEST = 8 };
    size_t len = 0;
    while (len < text.len && strchr("IVXLC", text.ptr[len]) != NULL)
        len++;
    return len <= LONGEST ? len : 0;
}

/* Length of a number behind the word for a table: "11", "IV", "III-A",
 * "5.6.A". */
static size_t
table_number_length(thresh_str text) {
    size_t len = number_length(text);
    if (len == 0)
        len = roman_length(text);
    if (len == 0 || len + 1 >= text.len || !thr_is_upper(text.ptr[len + 1]))
        return len;
    bool ends = len + 2 == text.len || text.ptr[len + 2] == '.'
                || text.ptr[len + 2] == ':';
    bool part = text.ptr[len] == '-' || (text.ptr[len] == '.' && ends);
    return part ? len + 2 : len;
}

/* Bytes of a dash at the start, but a hyphen; 0 if there is none. */
static size_t
dash_length(thresh_str text) {
    bool dash = thr_str_starts(text, THR_LIT("\xE2\x80\x93"))
                || thr_str_starts(text, THR_LIT("\xE2\x80\x94"));
    return dash ? 3 : 0;
}

/* Bytes of what parts the number from the title; 0 if there is none. */
static size_t
stop_length(thresh_str text) {
    if (text.len > 0 && strchr(".: -", text.ptr[0]) != NULL)
        return 1;
    return dash_length(text);
}

bool
thr_table_number_cut(thresh_str *title, thresh_str *number) {
    size_t word = word_length(*title);
    if (word == 0)
        return false;
    thresh_str rest = thr_str_trim(thr_str_from(*title, word));
    size_t len = table_number_length(rest);
    bool ends = len == rest.len
                || (len > 0
                    && (strchr(".: ", rest.ptr[len]) != NULL
                        || dash_length(thr_str_from(rest, len)) > 0));
    if (len == 0 || !ends)
        return false;
    *number = thr_str_slice(rest, 0, len);
    rest = thr_str_from(rest, len);
    size_t stop;
    while ((stop = stop_length(rest)) > 0)
        rest = thr_str_from(rest, stop);
    *title = rest;
    return true;
}

bool
thr_table_number_starts(thresh_str text) {
    static const char *const dashes[] = {" -", " \xE2\x80\x93",
                                         " \xE2\x80\x94"};
    thresh_str title = text, number;
    if (!thr_table_number_cut(&title, &number) || title.len == 0)
        return false;
    size_t end = (size_t)(number.ptr - text.ptr) + number.len;
    thresh_str rest = thr_str_from(text, end);
    if (strchr(".:", rest.ptr[0]) != NULL)
        return true;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (thr_str_starts(rest, thr_str(dashes[i])))
            return true;
    return false;
}

bool
thr_table_number_is(thresh_str line, thresh_str *number) {
    thresh_str rest = line;
    if (thr_table_number_cut(&rest, number))
        return rest.len == 0;
    if (line.len == 0 || number_length(line) != line.len)
        return false;
    *number = line;
    return true;
}
