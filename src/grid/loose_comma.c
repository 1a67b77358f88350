/* Commas that part no cells. See loose_comma.h. */
#include "grid/loose_comma.h"

#include "base/ascii.h"
#include "base/str.h"
#include "grid/cut.h"

static size_t
digits_first(thresh_str text) {
    size_t count = 0;
    while (count < text.len && thr_is_digit(text.ptr[count]))
        count++;
    return count;
}

static size_t
digits_last(thresh_str text) {
    size_t count = 0;
    while (count < text.len && thr_is_digit(text.ptr[text.len - 1 - count]))
        count++;
    return count;
}

/* Whether a cell starts with decimals, and more stands far behind them: "4
 *   23.796", of "31.529,4    23.796,8". */
static bool
starts_with_decimals(thresh_str cell) {
    size_t digits = digits_first(cell);
    return digits > 0 && digits + 2 < cell.len
           && thr_blank_at_start(thr_str_from(cell, digits)) > 0
           && cell.ptr[digits + 1] == ' ';
}

/* Whether a text ends with a number that two blanks set off from others, as
 * those of aligned columns are. */
static bool
ends_with_aligned(thresh_str before) {
    size_t at = before.len;
    while (at > 0
           && (thr_is_digit(before.ptr[at - 1])
               || strchr(".-", before.ptr[at - 1]) != NULL))
        at--;
    return at > 2 && before.ptr[at - 1] == ' ' && before.ptr[at - 2] == ' '
           && thr_str_trim(thr_str_slice(before, 0, at)).len > 0;
}

/* Whether the comma between two cells parts words or digits, as a delimiter
 * seldom does: "prose, and more" and "61,774", but not "8.6,774", for
 * decimals end a number. */
static bool
is_loose(thresh_str before, thresh_str cell) {
    enum { GROUP = 3 };
    size_t digits = digits_last(before);
    bool decimals = digits < before.len
                    && before.ptr[before.len - 1 - digits] == '.';
    if (before.len == 0)
        return false;
    return (digits > 0
            && ((!decimals && digits_first(cell) == GROUP)
                || starts_with_decimals(cell)
                || (digits_first(cell) == cell.len && cell.len > 0
                    && ends_with_aligned(before))))
           || (cell.len > 1 && cell.ptr[0] == ' '
               && thr_is_letter(cell.ptr[1]));
}

bool
thr_loose_comma_in(thresh_str line) {
    thresh_str rest = line, cell, before = {NULL, 0};
    size_t loose = 0, commas = 0;
    while (thr_cut_quoted(&rest, ',', &cell)) {
        if (cell.len == 0 && rest.ptr != NULL)
            return false;
        loose += is_loose(before, cell);
        commas++;
        before = cell;
    }
    return loose > 0 && loose + 1 == commas;
}
