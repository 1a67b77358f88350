/* Marks that say yes. See ticks.h. */
#include "layout/ticks.h"

#include "base/error.h"
#include "base/str.h"
#include "model/unpack.h"

/* The letters that are put where a tick is meant. */
static const char *const letters[] = {"X", "x"};

static bool
is_letter(const thresh_cell *cell, thresh_str letter) {
    return cell->kind == THRESH_SYMBOL && thr_str_equal(cell->text, letter);
}

/* Whether only the offices in general could say what `letter` means. */
static bool
is_open(const thr_symbols *symbols, thresh_str letter) {
    thr_meaning meaning;
    return thr_symbol_alone(symbols, letter, &meaning)
           && meaning.origin == THR_BY_DEFAULT;
}

/* Whether `column` holds `letter` and blanks alone, or -1 if it has none. */
static int
is_ticked(const thresh_table *table, size_t column, thresh_str letter) {
    size_t ticks = 0, blanks = 0;
    for (size_t row = 0; row < table->nrows; row++) {
        char room[THR_FORM_MOST];
        thresh_cell cell = thr_cells_one(table, row, column, room);
        ticks += is_letter(&cell, letter);
        blanks += cell.kind == THRESH_BLANK;
    }
    if (ticks == 0)
        return -1;
    return blanks > 0 && ticks + blanks == table->nrows;
}

/* Whether all columns with `letter` are ticked: among figures it is a symbol,
 * and then it is one all over. */
static bool
are_ticks(const thresh_table *table, thresh_str letter) {
    size_t columns = 0;
    for (size_t i = 0; i < table->ncolumns; i++) {
        int ticked = is_ticked(table, i, letter);
        if (ticked == 0)
            return false;
        columns += ticked > 0;
    }
    return columns > 0;
}

static thresh_result
make_text(thresh_table *table, thresh_str letter, thresh_error *err) {
    for (size_t row = 0; row < table->nrows; row++)
        for (size_t i = 0; i < table->ncolumns; i++) {
            char room[THR_FORM_MOST];
            thresh_cell cell = thr_cells_one(table, row, i, room);
            if (!is_letter(&cell, letter))
                continue;
            cell.kind = THRESH_TEXT;
            cell.status = 0;
            cell.has_value = false;
            THR_TRY(thr_cells_set(table, row, i, &cell, err));
        }
    return thr_table_recount(table, err);
}

/* Whether `letter` was met, so that most tables are not looked through. */
static bool
was_met(const thresh_table *table, thresh_str letter) {
    for (size_t i = 0; i < table->nsymbols; i++)
        if (thr_str_equal(table->symbols[i].text, letter))
            return true;
    return false;
}

thresh_result
thr_ticks_read(thresh_table *table, const thr_symbols *symbols,
               thresh_error *err) {
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        thresh_str letter = thr_str(letters[i]);
        if (was_met(table, letter) && is_open(symbols, letter)
            && are_ticks(table, letter))
            THR_TRY(make_text(table, letter, err));
    }
    return THRESH_OK;
}
