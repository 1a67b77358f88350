/* The meanings of symbols that are printed with a table. See legend.h. */
#include "scan/legend.h"

#include "base/ascii.h"
#include "base/str.h"
#include "scan/phrases.h"

/* ## Words */

static bool
is_blank(thresh_str text) {
    return thr_blank_at_start(text) > 0;
}

static thresh_str
skip_blanks(thresh_str text) {
    size_t len;
    while ((len = thr_blank_at_start(text)) > 0)
        text = thr_str_from(text, len);
    return text;
}

/* What stands before the next blank. */
static thresh_str
word_at(thresh_str text) {
    size_t len = 0;
    while (len < text.len && !is_blank(thr_str_from(text, len)))
        len++;
    return thr_str_slice(text, 0, len);
}

/* ## Symbols */

static const thresh_str quotes[] = {
    {"\"", 1},           {"'", 1},
    {"\xE2\x80\x9C", 3}, {"\xE2\x80\x9D", 3}, /* double, curved */
    {"\xE2\x80\x98", 3}, {"\xE2\x80\x99", 3}, /* single, curved */
};

/* The length of a quote at the start of `text`, or 0. */
static size_t
quote_at(thresh_str text) {
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (thr_str_starts(text, quotes[i]))
            return quotes[i].len;
    return 0;
}

/* Letters, up to four, in brackets or not; or signs alone; or a zero. */
static bool
is_symbol(thresh_str text) {
    enum { MOST_LETTERS = 4, LONGEST = 8 };
    size_t letters = 0, digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        letters += thr_is_letter(text.ptr[i]);
        digits += text.ptr[i] >= '1' && text.ptr[i] <= '9';
    }
    return text.len > 0 && text.len <= LONGEST && digits == 0
           && letters <= MOST_LETTERS;
}

/* Whether letters are no word of a sentence: "NA", "p", "n.a."; not "No". */
static bool
is_abbreviation(thresh_str text) {
    size_t upper = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!thr_is_letter(text.ptr[i]))
            return true;
        upper += text.ptr[i] <= 'Z';
    }
    bool article = text.len == 1 && strchr("aAI", text.ptr[0]) != NULL;
    return !article && (text.len == 1 || upper == text.len);
}

/* What stands in quotes at the start of `text`; `*end` is behind them. */
static thresh_str
quoted_at(thresh_str text, size_t *end) {
    size_t from = quote_at(text);
    thresh_str word = word_at(thr_str_from(text, from));
    *end = from + word.len;
    for (size_t i = 0; i < word.len; i++) {
        size_t closing = quote_at(thr_str_from(word, i));
        if (closing == 0)
            continue;
        *end = from + i + closing;
        return thr_str_slice(word, 0, i);
    }
    return word;
}

/* The same without quotes: up to a blank, a "=", or a ":" that is no symbol
 * itself. */
static thresh_str
bare_at(thresh_str text, size_t *end) {
    thresh_str word = word_at(text);
    for (size_t i = 1; i < word.len; i++)
        if (word.ptr[i] == '=')
            word.len = i;
    if (word.len > 1 && word.ptr[0] != ':' && word.ptr[word.len - 1] == ':')
        word.len--;
    *end = word.len;
    return word;
}

/* How surely a symbol and its meaning belong together. */
typedef enum tie {
    TIED_NOT,   /* "x not applicable" */
    TIED,       /* "x: not applicable", "x - not applicable" */
    TIED_FIRMLY /* "x = ...", "x : ...", "'x' ..." */
} tie;

/* What ties the symbol before `text` to what follows. */
static tie
tie_at(thresh_str text) {
    thresh_str rest = skip_blanks(text);
    if (rest.len == 0)
        return TIED_NOT;
    if (rest.ptr[0] == '=' || (rest.ptr[0] == ':' && rest.len < text.len))
        return TIED_FIRMLY;
    bool dash = rest.len > 2 && rest.ptr[0] == '-' && rest.ptr[1] == ' ';
    return rest.ptr[0] == ':' || dash ? TIED : TIED_NOT;
}

/* Pass over what ties a symbol to its meaning: "=", ":", a dash. */
static thresh_str
skip_ties(thresh_str text) {
    text = skip_blanks(text);
    while (text.len > 0 && (text.ptr[0] == '=' || text.ptr[0] == ':'))
        text = skip_blanks(thr_str_from(text, 1));
    if (text.len > 2 && text.ptr[0] == '-' && text.ptr[1] == ' ')
        text = skip_blanks(thr_str_from(text, 1));
    return text;
}

/* Cut a symbol off the start of `text`, with what ties it to its meaning: no
 * less than `least`. False if none is there. */
static bool
cut_symbol(thresh_str *text, tie least, thresh_str *symbol) {
    bool quoted = quote_at(*text) > 0;
    size_t end;
    thresh_str word = quoted ? quoted_at(*text, &end) : bare_at(*text, &end);
    thresh_str rest = thr_str_from(*text, end);
    tie tied = quoted ? TIED_FIRMLY : tie_at(rest);
    if (!is_symbol(word) || tied < least
        || (tied == TIED_NOT && !is_abbreviation(word)))
        return false;
    *symbol = thr_symbol_unwrap(word);
    *text = skip_ties(rest);
    return true;
}

/* ## Entries */

static void
add(thr_symbols *symbols, thresh_str text, uint32_t status,
    thresh_place place) {
    if (symbols->nlegend == THR_LEGEND_MOST)
        return;
    for (size_t i = 0; i < symbols->nlegend; i++)
        if (thr_str_equal(symbols->legend[i].text, text))
            return; /* the first holds */
    symbols->legend[symbols->nlegend++] = (thr_legend_item){text, status,
                                                            place};
}

/* Signs in place of a value cannot say that the value is provisional: "- The
 * figures are revised" is an item of a list. */
static bool
suits(thresh_str symbol, uint32_t status) {
    const uint32_t kept = THRESH_PROVISIONAL | THRESH_REVISED
                          | THRESH_ESTIMATED | THRESH_FORECAST | THRESH_IMPUTED
                          | THRESH_BREAK;
    bool alone = strchr("-.:", symbol.ptr[0]) != NULL
                 || (unsigned char)symbol.ptr[0] == 0xE2;
    return !alone || (status & kept) == 0;
}

/* An entry at the start of `*text`, which is then passed over. */
static bool
take_entry(thr_symbols *symbols, thresh_str *text, tie least,
           thresh_place place) {
    thresh_str rest = *text, symbol;
    if (!cut_symbol(&rest, least, &symbol))
        return false;
    uint32_t status;
    size_t len = thr_phrase_meaning(rest, &status);
    if (len == 0 || !suits(symbol, status))
        return false;
    add(symbols, symbol, status, place);
    *text = thr_str_from(rest, len);
    return true;
}

/* ## "... is marked by ---" */

/* The meaning nearest before the byte at `end`, in the same sentence. */
static bool
meaning_before(thresh_str text, size_t end, uint32_t *status) {
    for (size_t at = end; at-- > 0;) {
        bool starts = at == 0 || text.ptr[at - 1] == ' ';
        if (starts
            && thr_phrase_meaning(thr_str_slice(text, at, end), status) > 0)
            return true;
        if (starts && at > 1 && text.ptr[at - 2] == '.')
            return false;
    }
    return false;
}

/* The symbol at the start of `text`, without the stop behind it. */
static thresh_str
last_symbol(thresh_str text) {
    size_t end;
    if (quote_at(text) > 0)
        return quoted_at(text, &end);
    thresh_str symbol = word_at(text);
    while (symbol.len > 1) {
        char last = symbol.ptr[symbol.len - 1];
        bool stop = last == ',' || last == ';'
                    || (last == '.' && symbol.ptr[0] != '.');
        if (!stop)
            break;
        symbol.len--;
    }
    return symbol;
}

/* Take the entry around "is marked by" at `at`, which is `len` long. */
static void
take_reversed(thr_symbols *symbols, thresh_str text, size_t at, size_t len,
              thresh_place place) {
    uint32_t status;
    if (!meaning_before(text, at, &status))
        return;
    thresh_str symbol = last_symbol(skip_blanks(thr_str_from(text, at + len)));
    if (is_symbol(symbol) && suits(symbol, status)
        && !thr_is_letter(symbol.ptr[symbol.len - 1]))
        add(symbols, thr_symbol_unwrap(symbol), status, place);
}

static void
read_reversed(thr_symbols *symbols, thresh_str text, thresh_place place) {
    size_t at, len;
    while ((at = thr_phrase_marked(text, &len)) != THRESH_NONE) {
        take_reversed(symbols, text, at, len, place);
        text = thr_str_from(text, at + len);
    }
}

/* ## Texts */

/* Go to the next word. `*ends` becomes whether a sentence or an item of a list
 * ends before it. */
static thresh_str
next_start(thresh_str text, bool *ends) {
    thresh_str word = word_at(text);
    *ends = word.len > 0 && strchr(".;,|)", word.ptr[word.len - 1]) != NULL;
    return skip_blanks(thr_str_from(text, word.len));
}

bool
thr_legend_starts(thresh_str text) {
    thresh_str symbol;
    uint32_t status;
    if (!cut_symbol(&text, TIED_NOT, &symbol)
        || thr_phrase_meaning(text, &status) == 0 || !suits(symbol, status))
        return false;
    for (size_t i = 0; i < symbol.len; i++)
        if (thr_is_letter(symbol.ptr[i]) || thr_is_digit(symbol.ptr[i]))
            return false;
    return true;
}

void
thr_legend_read(thr_symbols *symbols, thresh_str mark, thresh_str text,
                thresh_place place) {
    uint32_t status;
    if (mark.len > 0 && !thr_is_digit(mark.ptr[0]) && is_symbol(mark)
        && thr_phrase_meaning(text, &status) > 0)
        add(symbols, mark, status, place);
    read_reversed(symbols, text, place);
    text = skip_blanks(text);
    /* At the start of a sentence, and among other entries, a symbol may stand
     * loosely before its meaning. */
    bool among = thr_phrase_is_lead(text), starts = true;
    while (text.len > 0) {
        tie least = among || starts ? TIED_NOT : TIED_FIRMLY;
        if (take_entry(symbols, &text, least, place))
            among = true;
        text = next_start(text, &starts);
    }
}

/* ## Lines in cells */

/* Signs alone, or one small letter: no row is called so. */
static bool
is_no_label(thresh_str cell) {
    if (cell.len == 1 && cell.ptr[0] >= 'a' && cell.ptr[0] <= 'z')
        return true;
    for (size_t i = 0; i < cell.len; i++)
        if (thr_is_letter(cell.ptr[i]) || thr_is_digit(cell.ptr[i]))
            return false;
    return is_symbol(cell);
}

bool
thr_legend_is_line(const thr_record *record) {
    uint32_t status;
    return record->filled == 2 && is_no_label(thr_record_cell(record, 1))
           && thr_phrase_meaning(thr_record_cell(record, 2), &status) > 0;
}
