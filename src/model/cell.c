/* The exact value of a cell, as text. */
#include "thresh/table.h"

size_t
thresh_cell_number(const thresh_cell *cell, char number[THRESH_NUMBER_MAX]) {
    number[0] = '\0';
    if (!cell->has_value)
        return 0;
    bool negative = cell->coef < 0;
    /* Not -coef: the smallest int64_t has no positive twin. */
    uint64_t rest = negative ? ~(uint64_t)cell->coef + 1
                             : (uint64_t)cell->coef;
    char digits[THRESH_NUMBER_MAX];
    size_t at = sizeof digits;
    unsigned decimals = 0;
    do {
        if (decimals > 0 && decimals == cell->scale)
            digits[--at] = '.';
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
        decimals++;
    } while ((rest != 0 || decimals <= cell->scale) && at > 3);
    if (negative)
        digits[--at] = '-';
    size_t len = sizeof digits - at;
    for (size_t i = 0; i < len; i++)
        number[i] = digits[at + i];
    number[len] = '\0';
    return len;
}
