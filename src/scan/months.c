/* Names of months. See months.h. */
#include "scan/months.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"

/* Names by their first letters, which are those of no other in most words;
 * OTHERS start with none from "a" to "z". */
enum { OTHERS = 'z' - 'a' + 1, LETTERS };

/* These are printed short, too. */
static const char *const names[LETTERS][14] = {
    ['a' - 'a'] = {"april", "august", "augusti", "avril", "ao\xC3\xBBt",
                   "augustus", "abril", "agosto", "aprile"},
    ['d' - 'a'] = {"december", "desember", "dezember",
                   ("d\xC3\xA9"
                    "cembre"),
                   "diciembre", "dicembre"},
    ['e' - 'a'] = {"enero"},
    ['f' - 'a'] = {"february", "februari", "f\xC3\xA9vrier", "febrero",
                   "febbraio", "fevereiro"},
    ['g' - 'a'] = {"gennaio", "giugno"},
    ['j' - 'a'] = {"january", "june", "july", "januari", "juni", "juli",
                   "janvier", "juin", "juillet", "j\xC3\xA4nner", "junio",
                   "julio", "janeiro"},
    ['l' - 'a'] = {"luglio"},
    ['m' - 'a'] = {"march", "may", "mars", "mai", "maj", "m\xC3\xA4rz",
                   "maart", "mei", "marzo", "mayo", "maggio", "mar\xC3\xA7o"},
    ['n' - 'a'] = {"november", "novembre", "noviembre"},
    ['o' - 'a'] = {"october", "oktober", "octobre", "octubre", "ottobre"},
    ['s' - 'a'] = {"september", "septembre", "septiembre", "settembre"},
};

/* Few letters of these may as well be another word. */
static const char *const whole[LETTERS][33] = {
    ['a' - 'a'] = {"aprilie", "apr\xC3\xADl", "augusztus", "a\xC4\x9Fustos",
                   "aral\xC4\xB1k", "agustus"},
    ['b' - 'a'] = {("b\xC5\x99"
                    "ezen")},
    ['c' - 'a'] = {"czerwiec"},
    ['d' - 'a'] = {"dezembro", "decembrie", "duben", "disember"},
    ['e' - 'a'] = {"elokuu", "eyl\xC3\xBCl", "ekim"},
    ['f' - 'a'] = {"februarie",
                   ("febr\xC3\xBA"
                    "ar"),
                   "febru\xC3\xA1r"},
    ['g' - 'a'] = {"grudzie\xC5\x84"},
    ['h' - 'a'] = {"helmikuu", "huhtikuu", "hein\xC3\xA4kuu", "haziran"},
    ['i' - 'a'] = {"ianuarie", "iunie", "iulie"},
    ['j' - 'a'] = {"junho", "julho", "joulukuu",
                   ("jan\xC3\xBA"
                    "ar"),
                   "j\xC3\xBAn\xC3\xAD", "j\xC3\xBAl\xC3\xAD", "janu\xC3\xA1r",
                   "j\xC3\xBAnius", "j\xC3\xBAlius", "julai"},
    ['k' - 'a'] = {"kes\xC3\xA4kuu", "kwiecie\xC5\x84", "kv\xC4\x9Bten",
                   "kas\xC4\xB1m"},
    ['l' - 'a'] = {"lokakuu", "luty", "lipiec", "listopad", "leden"},
    ['m' - 'a'] = {"maio", "martie", "maaliskuu", "marraskuu", "ma\xC3\xAD",
                   "marzec", "m\xC3\xA1rcius", "m\xC3\xA1jus", "mart",
                   "may\xC4\xB1s", "mac", "maret"},
    ['n' - 'a'] = {"novembro", "noiembrie", "n\xC3\xB3vember", "nisan"},
    ['o' - 'a'] = {"outubro", "octombrie",
                   ("okt\xC3\xB3"
                    "ber"),
                   "ocak", "ogos"},
    ['p' - 'a'] = {("pa\xC5\xBA"
                    "dziernik"),
                   "prosinec"},
    ['s' - 'a'] = {"setembro", "septembrie", "syyskuu", "stycze\xC5\x84",
                   "sierpie\xC5\x84", "srpen", "szeptember"},
    ['t' - 'a'] = {"tammikuu", "toukokuu", "temmuz"},
    ['w' - 'a'] = {"wrzesie\xC5\x84"},
    ['z' - 'a'] = {"z\xC3\xA1\xC5\x99\xC3\xAD"},
    [OTHERS] =
        {"\xC3\xA1g\xC3\xBAst",
         "\xC3\xBAnor",
         ("\xC4\x8D"
          "erven"),
         ("\xC4\x8D"
          "ervenec"),
         "\xC5\x99\xC3\xADjen",
         "\xC3\xA1prilis",
         "\xC5\x9Fubat",
         "\xC5\x9Eubat",
         "\xD1\x8F\xD0\xBD\xD0\xB2\xD0\xB0\xD1\x80\xD1\x8C",
         "\xD1\x84\xD0\xB5\xD0\xB2\xD1\x80\xD0\xB0\xD0\xBB\xD1\x8C",
         "\xD0\xBC\xD0\xB0\xD1\x80\xD1\x82",
         "\xD0\xB0\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBB\xD1\x8C",
         "\xD0\xBC\xD0\xB0\xD0\xB9",
         "\xD0\xB8\xD1\x8E\xD0\xBD\xD1\x8C",
         "\xD0\xB8\xD1\x8E\xD0\xBB\xD1\x8C",
         "\xD0\xB0\xD0\xB2\xD0\xB3\xD1\x83\xD1\x81\xD1\x82",
         "\xD1\x81\xD0\xB5\xD0\xBD\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8C",
         "\xD0\xBE\xD0\xBA\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8C",
         "\xD0\xBD\xD0\xBE\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8C",
         "\xD0\xB4\xD0\xB5\xD0\xBA\xD0\xB0\xD0\xB1\xD1\x80\xD1\x8C",
         "\xD0\xAF\xD0\xBD\xD0\xB2\xD0\xB0\xD1\x80\xD1\x8C",
         "\xD0\xA4\xD0\xB5\xD0\xB2\xD1\x80\xD0\xB0\xD0\xBB\xD1\x8C",
         "\xD0\x9C\xD0\xB0\xD1\x80\xD1\x82",
         "\xD0\x90\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBB\xD1\x8C",
         "\xD0\x9C\xD0\xB0\xD0\xB9",
         "\xD0\x98\xD1\x8E\xD0\xBD\xD1\x8C",
         "\xD0\x98\xD1\x8E\xD0\xBB\xD1\x8C",
         "\xD0\x90\xD0\xB2\xD0\xB3\xD1\x83\xD1\x81\xD1\x82",
         "\xD0\xA1\xD0\xB5\xD0\xBD\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8C",
         "\xD0\x9E\xD0\xBA\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8C",
         "\xD0\x9D\xD0\xBE\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8C",
         "\xD0\x94\xD0\xB5\xD0\xBA\xD0\xB0\xD0\xB1\xD1\x80\xD1\x8C"},
};

/* "3\u6708" in Chinese and Japanese, "3\uC6D4" in Korean. */
static bool
is_numbered(thresh_str word) {
    size_t digits = 0, number = 0;
    for (; digits < word.len && digits < 3; digits++) {
        if (!thr_is_digit(word.ptr[digits]))
            break;
        number = 10 * number + (size_t)(word.ptr[digits] - '0');
    }
    thresh_str rest = thr_str_from(word, digits);
    return number >= 1 && number <= 12
           && (thr_str_equal(rest, THR_LIT("\xE6\x9C\x88"))
               || thr_str_equal(rest, THR_LIT("\xEC\x9B\x94")));
}

static size_t
first_of(thresh_str word) {
    char letter = (char)(word.ptr[0] | 0x20);
    return thr_is_lower(letter) ? (size_t)(letter - 'a') : OTHERS;
}

bool
thr_month_is(thresh_str word) {
    if (thr_last(word) == '.')
        word.len--;
    if (word.len == 0)
        return false;
    const char *const *name = names[first_of(word)];
    for (; word.len >= 3 && *name != NULL; name++)
        if (word.len <= strlen(*name)
            && thr_str_equal_nocase(word, (thresh_str){*name, word.len}))
            return true;
    for (name = whole[first_of(word)]; *name != NULL; name++)
        if (thr_str_equal_nocase(word, thr_str(*name)))
            return true;
    return is_numbered(word);
}
