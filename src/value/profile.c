/* What offices mean by their symbols. See profile.h.
 *
 * Each profile holds what its office has published about its symbols, nothing
 * else. What one does not name has its default meaning. */
#include "value/profile.h"

#include "base/str.h"

#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"
#define MINUS "\xE2\x88\x92"
#define ELLIPSIS "\xE2\x80\xA6"
#define MIDDLE_DOT "\xC2\xB7"

enum {
    ALONE = THR_USE_ALONE,
    FLAG = THR_USE_FLAG,
    BOTH = THR_USE_BOTH,
    ZERO = THR_USE_ZERO,
    AROUND = THR_USE_BRACKETS,
    DISPUTED = THR_USE_ALONE | THR_USE_DISPUTED
};

/* Statistics Norway and PC-Axis files, and what is unmistakable. */
static const thr_glyph defaults[] = {
    {"-", THRESH_NIL, ALONE},
    {EN_DASH, THRESH_NIL, ALONE},
    {EM_DASH, THRESH_NIL, DISPUTED}, /* in the US, or rounded */
    {MINUS, THRESH_NIL, ALONE},
    {".", THRESH_NOT_APPLICABLE, DISPUTED},
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"...", THRESH_NOT_YET_AVAILABLE, DISPUTED},
    {ELLIPSIS, THRESH_NOT_YET_AVAILABLE, DISPUTED},
    {":", THRESH_CONFIDENTIAL, DISPUTED},
    {"x", THRESH_CONFIDENTIAL, DISPUTED},
    {"X", THRESH_NOT_APPLICABLE, DISPUTED},
    {"NA", THRESH_NOT_AVAILABLE, ALONE},
    {"N/A", THRESH_NOT_AVAILABLE, ALONE},
    {"n/a", THRESH_NOT_AVAILABLE, ALONE},
    {"n.a.", THRESH_NOT_AVAILABLE, ALONE},
    {"N.A.", THRESH_NOT_AVAILABLE, ALONE},
    {"na", THRESH_NOT_AVAILABLE, ALONE},
    {"n.d.", THRESH_NOT_AVAILABLE, ALONE}, /* non disponible, disponibile */
    {"n/d", THRESH_NOT_AVAILABLE, ALONE},
    {"NaN", THRESH_NOT_AVAILABLE, ALONE},
    {"NULL", THRESH_NOT_AVAILABLE, ALONE},
    {"null", THRESH_NOT_AVAILABLE, ALONE},
    /* Longer than any dash or dots with a meaning of their own. */
    {"--", THRESH_NOT_AVAILABLE, DISPUTED},
    {"---", THRESH_NOT_AVAILABLE, DISPUTED},
    {"----", THRESH_NOT_AVAILABLE, DISPUTED},
    {"***", THRESH_NOT_AVAILABLE, DISPUTED},
    {"****", THRESH_NOT_AVAILABLE, DISPUTED},
    {"*****", THRESH_NOT_AVAILABLE, DISPUTED},
    /* What a spreadsheet shows where a formula fails. */
    {"#N/A", THRESH_NOT_AVAILABLE, ALONE},
    {"#REF!", THRESH_NOT_AVAILABLE, ALONE},
    {"#DIV/0!", THRESH_NOT_AVAILABLE, ALONE},
    {"#VALUE!", THRESH_NOT_AVAILABLE, ALONE},
    {"#NAME?", THRESH_NOT_AVAILABLE, ALONE},
    {"#NUM!", THRESH_NOT_AVAILABLE, ALONE},
    {"#NULL!", THRESH_NOT_AVAILABLE, ALONE},
    /* In parentheses in the US, in brackets in the UK. */
    {"(NA)", THRESH_NOT_AVAILABLE, ALONE},
    {"(X)", THRESH_NOT_APPLICABLE, ALONE},
    {"(Z)", THRESH_BELOW_HALF_UNIT, ALONE},
    {"(D)", THRESH_CONFIDENTIAL, ALONE},
    {"(S)", THRESH_UNRELIABLE, ALONE},
    {"(B)", THRESH_UNRELIABLE, ALONE},
    {"[c]", THRESH_CONFIDENTIAL, ALONE},
    {"[x]", THRESH_NOT_AVAILABLE, ALONE},
    {"[z]", THRESH_NOT_APPLICABLE, ALONE},
    {"[k]", THRESH_BELOW_HALF_UNIT, ALONE},
    {"[low]", THRESH_BELOW_HALF_UNIT, ALONE},
    /* Letters that all offices which use them mean alike. */
    {"p", THRESH_PROVISIONAL, FLAG},
    {"r", THRESH_REVISED, FLAG},
    {"e", THRESH_ESTIMATED, FLAG},
    {"b", THRESH_BREAK, FLAG},
    {"f", THRESH_FORECAST, FLAG},
    {"u", THRESH_UNRELIABLE, FLAG},
    {"[p]", THRESH_PROVISIONAL, FLAG},
    {"[r]", THRESH_REVISED, FLAG},
    {"[e]", THRESH_ESTIMATED, FLAG},
    {"[b]", THRESH_BREAK, FLAG},
    {"[f]", THRESH_FORECAST, FLAG},
    {"[u]", THRESH_UNRELIABLE, FLAG},
    {0},
};

static const thr_glyph ssb[] = {
    {".", THRESH_NOT_APPLICABLE, ALONE},
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"...", THRESH_NOT_YET_AVAILABLE, ALONE},
    {":", THRESH_CONFIDENTIAL, ALONE},
    {"-", THRESH_NIL, ALONE},
    {"*", THRESH_PROVISIONAL, FLAG},
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

static const thr_glyph pxweb[] = {
    {"-", THRESH_NIL, ALONE},
    {".", THRESH_NOT_AVAILABLE, ALONE},
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"...", THRESH_NOT_AVAILABLE, ALONE},
    {"....", THRESH_NOT_AVAILABLE, ALONE},
    {".....", THRESH_NOT_AVAILABLE, ALONE},
    {"......", THRESH_NOT_AVAILABLE, ALONE},
    {".......", THRESH_NOT_AVAILABLE, ALONE},
    {0},
};

static const thr_glyph scb[] = {
    {"-", THRESH_NIL, ALONE},
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

static const thr_glyph statfin[] = {
    {".", THRESH_NOT_AVAILABLE, ALONE},
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

static const thr_glyph destatis[] = {
    {"-", THRESH_NIL, ALONE},
    {".", THRESH_NOT_AVAILABLE, ALONE},
    {MIDDLE_DOT, THRESH_NOT_AVAILABLE, ALONE},
    {"x", THRESH_NOT_APPLICABLE, ALONE},
    {"X", THRESH_NOT_APPLICABLE, ALONE},
    {"...", THRESH_NOT_YET_AVAILABLE, ALONE},
    {"/", THRESH_UNRELIABLE, ALONE},
    {"()", THRESH_UNRELIABLE, AROUND},
    {"p", THRESH_PROVISIONAL, FLAG},
    {"r", THRESH_REVISED, FLAG},
    {"s", THRESH_ESTIMATED, FLAG},
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

/* The flags of 2025, and the letters that they had before. */
static const thr_glyph eurostat[] = {
    {":", THRESH_NOT_AVAILABLE, ALONE},
    {"b", THRESH_BREAK, FLAG},
    {"d", THRESH_DIFFERS, FLAG},
    {"e", THRESH_ESTIMATED, FLAG},
    {"f", THRESH_FORECAST, FLAG},
    {"i", THRESH_IMPUTED, FLAG},
    {"s", THRESH_IMPUTED, FLAG},
    {"m", THRESH_NOT_APPLICABLE, FLAG},
    {"z", THRESH_NOT_APPLICABLE, FLAG},
    {"n", THRESH_NOT_SIGNIFICANT, FLAG},
    {"p", THRESH_PROVISIONAL, FLAG},
    {"u", THRESH_UNRELIABLE, FLAG},
    {"c", THRESH_CONFIDENTIAL, FLAG},
    {"C", THRESH_CONFIDENTIAL, FLAG},
    {"N", THRESH_CONFIDENTIAL, FLAG},
    {"P", THRESH_CONFIDENTIAL, FLAG},
    {0},
};

static const thr_glyph uk[] = {
    {"c", THRESH_CONFIDENTIAL, ALONE},
    {"x", THRESH_NOT_AVAILABLE, ALONE},
    {"z", THRESH_NOT_APPLICABLE, ALONE},
    {"k", THRESH_BELOW_HALF_UNIT, ALONE},
    {"low", THRESH_BELOW_HALF_UNIT, ALONE},
    {"w", THRESH_NIL, ALONE},
    {"b", THRESH_BREAK, FLAG},
    {"e", THRESH_ESTIMATED, FLAG},
    {"f", THRESH_FORECAST, FLAG},
    {"p", THRESH_PROVISIONAL, FLAG},
    {"r", THRESH_REVISED, FLAG},
    {"u", THRESH_UNRELIABLE, FLAG},
    {"ns", THRESH_NOT_SIGNIFICANT, FLAG},
    {"sss", THRESH_SIGNIFICANT, FLAG},
    {"ss", THRESH_SIGNIFICANT, FLAG},
    {"s", THRESH_SIGNIFICANT, FLAG},
    {"a", 0, FLAG},
    {"t", 0, FLAG},
    {0},
};

static const thr_glyph census[] = {
    {"-", THRESH_BELOW_HALF_UNIT, ALONE}, /* zero, or rounds to it */
    {"B", THRESH_UNRELIABLE, ALONE},
    {"D", THRESH_CONFIDENTIAL, ALONE},
    {"NA", THRESH_NOT_AVAILABLE, ALONE},
    {"NS", THRESH_NOT_SIGNIFICANT, ALONE},
    {"S", THRESH_UNRELIABLE, ALONE},
    {"X", THRESH_NOT_APPLICABLE, ALONE},
    {"Z", THRESH_BELOW_HALF_UNIT, ALONE},
    {0},
};

static const thr_glyph statcan[] = {
    {".", THRESH_NOT_AVAILABLE, ALONE},
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"...", THRESH_NOT_APPLICABLE, ALONE},
    {"s", THRESH_BELOW_HALF_UNIT, FLAG}, /* only "0s" */
    {"p", THRESH_PROVISIONAL, FLAG},
    {"r", THRESH_REVISED, FLAG},
    {"x", THRESH_CONFIDENTIAL, ALONE},
    {"E", THRESH_UNRELIABLE, FLAG},
    {"F", THRESH_UNRELIABLE, ALONE},
    {"A", 0, FLAG},
    {"B", 0, FLAG},
    {"C", 0, FLAG},
    {"D", 0, FLAG},
    {"*", THRESH_SIGNIFICANT, FLAG},
    {"<LOD", THRESH_NOT_SIGNIFICANT, ALONE},
    {0},
};

static const thr_glyph japan[] = {
    {"-", THRESH_NIL, ALONE},
    {"...", THRESH_NOT_AVAILABLE, ALONE},
    {"x", THRESH_CONFIDENTIAL, ALONE},
    {"P", THRESH_PROVISIONAL, FLAG},
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

static const thr_glyph bfs[] = {
    {"X", THRESH_CONFIDENTIAL, ALONE},
    {"()", THRESH_UNRELIABLE, AROUND | ALONE},
    {"...", THRESH_NOT_AVAILABLE, ALONE},
    {"*", THRESH_NOT_APPLICABLE, ALONE},
    {"-", THRESH_BELOW_HALF_UNIT, ALONE}, /* zero, when rounded */
    {"p", THRESH_PROVISIONAL, FLAG},
    {0},
};

static const thr_glyph cso[] = {
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"_", THRESH_NIL, ALONE},
    {"*", THRESH_CONFIDENTIAL, ALONE},
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

static const thr_glyph ksh[] = {
    {"-", THRESH_NIL, ALONE},
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"...", THRESH_CONFIDENTIAL, ALONE},
    {"x", THRESH_NOT_APPLICABLE, ALONE},
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

static const thr_glyph ukrstat[] = {
    {"-", THRESH_NIL, ALONE},
    {"(\xD1\x81)", THRESH_CONFIDENTIAL, ALONE}, /* Cyrillic es */
    {"(c)", THRESH_CONFIDENTIAL, ALONE},
    {"...", THRESH_NOT_AVAILABLE, ALONE},
    {"..", THRESH_NOT_AVAILABLE, ALONE},
    {"x", THRESH_NOT_APPLICABLE, ALONE},
    {"\xD1\x85", THRESH_NOT_APPLICABLE, ALONE}, /* Cyrillic ha */
    {"0", THRESH_BELOW_HALF_UNIT, ZERO},
    {0},
};

static const thr_glyph bhas[] = {
    {"-", THRESH_NIL, ALONE},
    {"..", THRESH_BELOW_HALF_UNIT, ALONE},
    {"....", THRESH_NOT_AVAILABLE, ALONE},
    {"#", THRESH_NOT_APPLICABLE, ALONE}, /* a zero denominator */
    {":", THRESH_NOT_SIGNIFICANT, ALONE},
    {"()", THRESH_UNRELIABLE, AROUND},
    {0},
};

static const thr_profile profiles[] = {
    {"ssb", "Statistics Norway", ssb, true},
    {"pxweb", "PC-Axis and PxWeb files", pxweb, false},
    {"scb", "Statistics Sweden", scb, true},
    {"statfin", "Statistics Finland", statfin, true},
    {"destatis", "the statistical offices of Germany", destatis, true},
    {"eurostat", "Eurostat", eurostat, false},
    {"uk", "the offices of the United Kingdom", uk, false},
    {"census", "the US Census Bureau", census, false},
    {"statcan", "Statistics Canada", statcan, false},
    {"japan", "the Statistics Bureau of Japan", japan, false},
    {"bfs", "the Federal Statistical Office of Switzerland", bfs, false},
    {"cso", "the Central Statistics Office of Ireland", cso, false},
    {"ksh", "the Central Statistical Office of Hungary", ksh, true},
    {"ukrstat", "the State Statistics Service of Ukraine", ukrstat, true},
    {"bhas", "the Agency for Statistics of Bosnia and Herzegovina", bhas,
     true},
};

enum { PROFILES = sizeof profiles / sizeof *profiles };

const thr_profile *
thr_profile_at(size_t index) {
    return index < PROFILES ? &profiles[index] : NULL;
}

const thr_profile *
thr_profile_named(thresh_str name) {
    for (size_t i = 0; i < PROFILES; i++)
        if (thr_str_equal(thr_str(profiles[i].name), name))
            return &profiles[i];
    return NULL;
}

const thr_glyph *
thr_profile_default(void) {
    return defaults;
}
