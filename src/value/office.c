/* By which words in a text an office is known. See profile.h. */
#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"
#include "value/profile.h"

/* Names are looked for as words. Acronyms that are words of other kinds too
 * ("ONS", "SCB") are known in capitals, as all names are. */
static const struct {
    const char *words;
    const char *profile;
} offices[] = {
    {"Statistics Norway", "ssb"},
    {"Statistisk sentralbyr\xC3\xA5", "ssb"},
    {"SSB", "ssb"},
    {"Statistics Sweden", "scb"},
    {"Statistiska centralbyr\xC3\xA5n", "scb"},
    {"SCB", "scb"},
    {"Statistics Finland", "statfin"},
    {"Tilastokeskus", "statfin"},
    {"Statistikcentralen", "statfin"},
    {"Statistisches Bundesamt", "destatis"},
    {"Federal Statistical Office of Germany", "destatis"},
    {"Destatis", "destatis"},
    {"DESTATIS", "destatis"},
    {"Eurostat", "eurostat"},
    {"EUROSTAT", "eurostat"},
    {"\\time", "eurostat"}, /* the corner of its bulk files */
    {"\\TIME_PERIOD", "eurostat"},
    {"Office for National Statistics", "uk"},
    {"ONS", "uk"},
    {"StatsWales", "uk"},
    {"U.S. Census Bureau", "census"},
    {"US Census Bureau", "census"},
    {"U.S. Bureau of the Census", "census"},
    {"Statistics Canada", "statcan"},
    {"Statistique Canada", "statcan"},
    {"Statistics Bureau of Japan", "japan"},
    {"Statistics Bureau, Ministry of Internal Affairs", "japan"},
    {"Swiss Federal Statistical Office", "bfs"},
    {"Bundesamt f\xC3\xBCr Statistik", "bfs"},
    {"Office f\xC3\xA9"
     "d\xC3\xA9ral de la statistique",
     "bfs"},
    {"Central Statistics Office, Ireland", "cso"},
    {"CSO Ireland", "cso"},
    {"Hungarian Central Statistical Office", "ksh"},
    {"KSH", "ksh"},
    {"State Statistics Service of Ukraine", "ukrstat"},
    {"Agency for Statistics of Bosnia and Herzegovina", "bhas"},
};

/* Whether a letter stands at the start of `text`. */
static bool
starts_with_letter(thresh_str text) {
    uint32_t point;
    return thr_utf8_next(text, &point) > 0 && thr_utf8_is_letter(point);
}

/* Whether `words` stand in `text`, and are no part of longer ones. */
static bool
names(thresh_str text, thresh_str words) {
    size_t from = 0;
    for (;;) {
        size_t at = thr_str_find(thr_str_from(text, from), words);
        if (at == THRESH_NONE)
            return false;
        at += from;
        size_t end = at + words.len;
        bool apart = at == 0 || !thr_is_letter(text.ptr[at - 1])
                     || !thr_is_letter(text.ptr[at]);
        if (apart
            && (end == text.len
                || !starts_with_letter(thr_str_from(text, end))))
            return true;
        from = end;
    }
}

const thr_profile *
thr_profile_in(thresh_str text, thresh_str *words) {
    const thr_profile *found = NULL;
    for (size_t i = 0; text.len > 0 && i < sizeof offices / sizeof *offices;
         i++) {
        thresh_str name = thr_str(offices[i].words);
        if (!names(text, name))
            continue;
        const thr_profile *one = thr_profile_named(
            thr_str(offices[i].profile));
        if (found != NULL && found != one)
            return NULL;
        if (found == NULL)
            *words = name;
        found = one;
    }
    return found;
}
