/* Symbols that stand for a value. See symbol.h. */
#include "grid/symbol.h"

#include "base/str.h"

static const thr_symbol symbols[] = {
    {"-", THRESH_NIL, false},
    {"\xE2\x80\x93", THRESH_NIL, false}, /* en dash */
    {"\xE2\x80\x94", THRESH_NIL, true},  /* em dash: in the US, or rounded */
    {"\xE2\x88\x92", THRESH_NIL, false}, /* minus sign */
    {".", THRESH_NOT_APPLICABLE, true},
    {"..", THRESH_NOT_AVAILABLE, false},
    {"...", THRESH_NOT_YET_AVAILABLE, true},
    {"\xE2\x80\xA6", THRESH_NOT_YET_AVAILABLE, true}, /* one character */
    {":", THRESH_CONFIDENTIAL, true},
    {"x", THRESH_CONFIDENTIAL, true},
    {"X", THRESH_NOT_APPLICABLE, true},
    {"NA", THRESH_NOT_AVAILABLE, false},
    {"N/A", THRESH_NOT_AVAILABLE, false},
    {"n/a", THRESH_NOT_AVAILABLE, false},
    {"n.a.", THRESH_NOT_AVAILABLE, false},
};

_Static_assert(sizeof symbols / sizeof *symbols <= 32,
               "an index is a bit of a uint32_t");

unsigned
thr_symbol_index(const thr_symbol *symbol) {
    return (unsigned)(symbol - symbols);
}

const thr_symbol *
thr_symbol_find(thresh_str text) {
    enum { LONGEST = 4 };
    if (text.len == 0 || text.len > LONGEST)
        return NULL;
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (thr_str_equal(thr_str(symbols[i].text), text))
            return &symbols[i];
    return NULL;
}
