/* Numbers in the style of a table. See number.h. */
#include "cli/number.h"

#include <string.h>

#include "cli/text.h"

static bool
is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t
count_digits(thresh_str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += is_digit(text.ptr[i]);
    return count;
}

static void
take(char kept[8], thresh_str between) {
    if (kept[0] != '\0' || between.len == 0 || between.len > 7)
        return;
    memcpy(kept, between.ptr, between.len);
    kept[between.len] = '\0';
}

/* What stands before the decimals is the decimal sign, and what stands before
 * each three digits left of it sets thousands apart. */
static void
learn(cli_number_style *style, const thresh_cell *cell) {
    thresh_str text = cell->text;
    size_t all = count_digits(text), left = all, end = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i]))
            continue;
        thresh_str between = {text.ptr + end, i - end};
        if (left < all && left == cell->scale)
            take(style->decimal, between);
        else if (left < all && left > cell->scale
                 && (left - cell->scale) % 3 == 0)
            take(style->group, between);
        end = i + 1;
        left--;
    }
}

cli_number_style
cli_number_style_of(const thresh_table *table) {
    cli_number_style style = {0};
    size_t rows = thresh_table_rows(table);
    size_t columns = thresh_table_columns(table, NULL);
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++) {
            thresh_cell cell = thresh_table_cell(table, r, c);
            if (cell.kind == THRESH_NUMBER)
                learn(&style, &cell);
            if (style.group[0] != '\0' && style.decimal[0] != '\0')
                return style;
        }
    return style;
}

void
cli_number_put(FILE *out, const thresh_cell *cell,
               const cli_number_style *style) {
    char number[THRESH_NUMBER_MAX];
    size_t len = thresh_cell_number(cell, number);
    size_t whole = len - (cell->scale > 0 ? (size_t)cell->scale + 1 : 0);
    for (size_t i = 0; i < len; i++) {
        bool grouped = i > 0 && i < whole && (whole - i) % 3 == 0
                       && is_digit(number[i - 1]);
        if (grouped)
            (void)cli_text_put(out, cli_str(style->group), CLI_UNCUT);
        if (number[i] == '.' && style->decimal[0] != '\0')
            (void)cli_text_put(out, cli_str(style->decimal), CLI_UNCUT);
        else
            (void)fputc(number[i], out);
    }
}
