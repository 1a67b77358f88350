/* What symbols mean. See symbol.h. */
#include "value/symbol.h"

#include "base/ascii.h"
#include "base/str.h"

/* Symbols in words, in any case. */
static const struct {
    const char *text;
    uint32_t status;
} words[] = {
    {"unreliable", THRESH_UNRELIABLE},
    {"suppressed", THRESH_CONFIDENTIAL},
    {"confidential", THRESH_CONFIDENTIAL},
    {"withheld", THRESH_CONFIDENTIAL},
    {"not applicable", THRESH_NOT_APPLICABLE},
    {"not available", THRESH_NOT_AVAILABLE},
    {"not yet available", THRESH_NOT_YET_AVAILABLE},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ## The ways to print one symbol */

static const char *const dashes[] = {
    "-",
    "\xE2\x80\x93", /* en dash */
    "\xE2\x80\x94", /* em dash */
    "\xE2\x88\x92", /* minus sign */
    "\xE2\x80\x92", /* figure dash */
};

static bool
is_dash(thresh_str text) {
    for (size_t i = 0; i < COUNT(dashes); i++)
        if (thr_str_equal(text, thr_str(dashes[i])))
            return true;
    return false;
}

/* The plainest symbol that looks the same; `text` itself if there is none. */
static thresh_str
plain(thresh_str text) {
    if (is_dash(text))
        return THR_LIT("-");
    if (thr_str_equal(text, THR_LIT("\xE2\x80\xA6")))
        return THR_LIT("...");
    return text;
}

/* "(D)" and "[x]" without their brackets: letters and dots alone. */
static thresh_str
inside(thresh_str text) {
    enum { LONGEST = 5 };
    if (text.len < 3 || text.len > LONGEST + 2)
        return text;
    bool round = text.ptr[0] == '(' && text.ptr[text.len - 1] == ')';
    bool square = text.ptr[0] == '[' && text.ptr[text.len - 1] == ']';
    if (!round && !square)
        return text;
    for (size_t i = 1; i + 1 < text.len; i++) {
        char c = text.ptr[i];
        if (thr_is_digit(c))
            return text;
    }
    return thr_str_slice(text, 1, text.len - 1);
}

/* ## Looking up */

static const thr_glyph *
find_glyph(const thr_glyph *glyphs, thresh_str text, unsigned use) {
    for (; text.len > 0 && glyphs->text != NULL; glyphs++)
        if (glyphs->text[0] == text.ptr[0] && (glyphs->use & use) != 0
            && thr_str_equal(thr_str(glyphs->text), text))
            return glyphs;
    return NULL;
}

static bool
in_legend(const thr_symbols *symbols, thresh_str text, thr_meaning *out) {
    for (size_t i = 0; i < symbols->nlegend; i++) {
        const thr_legend_item *item = &symbols->legend[i];
        if (!thr_str_equal(item->text, text))
            continue;
        *out = (thr_meaning){.status = item->status,
                             .origin = THR_BY_LEGEND,
                             .place = item->place};
        return true;
    }
    return false;
}

static bool
in_profile(const thr_symbols *symbols, thresh_str text, unsigned use,
           thr_meaning *out) {
    if (symbols->profile == NULL)
        return false;
    const thr_glyph *found = find_glyph(symbols->profile->glyphs, text, use);
    if (found != NULL)
        *out = (thr_meaning){.status = found->status,
                             .origin = symbols->origin};
    return found != NULL;
}

/* The legend and the profile, for each way to print the symbol. */
static bool
is_told(const thr_symbols *symbols, thresh_str text, unsigned use,
        thr_meaning *out) {
    if (symbols == NULL)
        return false;
    const thresh_str forms[] = {text, plain(text), inside(text),
                                plain(inside(text))};
    for (size_t i = 0; i < COUNT(forms); i++)
        if (in_legend(symbols, forms[i], out))
            return true;
    for (size_t i = 0; i < COUNT(forms); i++)
        if (in_profile(symbols, forms[i], use, out))
            return true;
    return false;
}

static bool
by_default(thresh_str text, unsigned use, thr_meaning *out) {
    const thr_glyph *glyphs = thr_profile_default();
    const thr_glyph *found = find_glyph(glyphs, text, use);
    if (found == NULL)
        found = find_glyph(glyphs, inside(text), use);
    if (found != NULL)
        *out = (thr_meaning){.status = found->status,
                             .disputed = (found->use & THR_USE_DISPUTED) != 0};
    return found != NULL;
}

static bool
in_words(thresh_str text, thr_meaning *out) {
    for (size_t i = 0; i < COUNT(words); i++)
        if (thr_str_equal_nocase(text, thr_str(words[i].text))) {
            *out = (thr_meaning){.status = words[i].status};
            return true;
        }
    return false;
}

bool
thr_symbol_alone(const thr_symbols *symbols, thresh_str text,
                 thr_meaning *out) {
    enum { LONGEST = 24 };
    if (text.len == 0 || text.len > LONGEST)
        return false;
    if (symbols != NULL && symbols->nil != THRESH_NIL_AUTO && is_dash(text)) {
        *out = (thr_meaning){.status = symbols->nil == THRESH_NIL_ZERO
                                           ? THRESH_NIL
                                           : THRESH_NOT_AVAILABLE,
                             .origin = THR_BY_OPTION};
        return true;
    }
    return is_told(symbols, text, THR_USE_ALONE, out)
           || by_default(text, THR_USE_ALONE, out) || in_words(text, out);
}

bool
thr_symbol_of_any(thresh_str text) {
    thr_meaning meaning;
    if (thr_symbol_alone(NULL, text, &meaning))
        return true;
    const thr_profile *profile;
    for (size_t i = 0; (profile = thr_profile_at(i)) != NULL; i++)
        if (find_glyph(profile->glyphs, text, THR_USE_ALONE) != NULL)
            return true;
    return false;
}

bool
thr_symbol_flag(const thr_symbols *symbols, thresh_str text,
                thr_meaning *out) {
    return is_told(symbols, text, THR_USE_FLAG, out)
           || by_default(text, THR_USE_FLAG, out);
}

/* Zeros that are none are believed where the table or the user says so: an
 * office that is only named near a table may as well have printed true
 * zeros. */
bool
thr_symbol_zero(const thr_symbols *symbols, thresh_str text,
                thr_meaning *out) {
    if (symbols == NULL)
        return false;
    if (in_legend(symbols, text, out))
        return true;
    return symbols->origin == THR_BY_OPTION
           && in_profile(symbols, THR_LIT("0"), THR_USE_ZERO, out);
}

bool
thr_symbol_brackets(const thr_symbols *symbols) {
    thr_meaning ignored;
    return symbols != NULL
           && in_profile(symbols, THR_LIT("()"), THR_USE_BRACKETS, &ignored);
}

bool
thr_symbol_is_common_flag(thresh_str letter) {
    return find_glyph(thr_profile_default(), letter, THR_USE_FLAG) != NULL;
}

thresh_str
thr_symbol_unwrap(thresh_str text) {
    if (text.len < 3)
        return text;
    char first = text.ptr[0], last = text.ptr[text.len - 1];
    bool wrapped = (first == '(' && last == ')')
                   || (first == '[' && last == ']');
    return wrapped ? thr_str_slice(text, 1, text.len - 1) : text;
}
