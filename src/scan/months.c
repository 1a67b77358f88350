/* Names of months. See months.h. */
#include "scan/months.h"

#include "base/ascii.h"
#include "base/str.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* These are printed short, too. */
static const char *const names[] = {"january",
                                    "february",
                                    "march",
                                    "april",
                                    "may",
                                    "june",
                                    "july",
                                    "august",
                                    "september",
                                    "october",
                                    "november",
                                    "december",
                                    "januari",
                                    "februari",
                                    "mars",
                                    "mai",
                                    "maj",
                                    "juni",
                                    "juli",
                                    "augusti",
                                    "oktober",
                                    "desember",
                                    "dezember",
                                    "janvier",
                                    "f\xC3\xA9vrier",
                                    "avril",
                                    "juin",
                                    "juillet",
                                    "ao\xC3\xBBt",
                                    "septembre",
                                    "octobre",
                                    "novembre",
                                    ("d\xC3\xA9"
                                     "cembre"),
                                    "j\xC3\xA4nner",
                                    "m\xC3\xA4rz",
                                    "maart",
                                    "mei",
                                    "augustus",
                                    "enero",
                                    "febrero",
                                    "marzo",
                                    "abril",
                                    "mayo",
                                    "junio",
                                    "julio",
                                    "agosto",
                                    "septiembre",
                                    "octubre",
                                    "noviembre",
                                    "diciembre",
                                    "gennaio",
                                    "febbraio",
                                    "aprile",
                                    "maggio",
                                    "giugno",
                                    "luglio",
                                    "settembre",
                                    "ottobre",
                                    "dicembre",
                                    "janeiro",
                                    "fevereiro",
                                    "mar\xC3\xA7o"};

/* Few letters of these may as well be another word. */
static const char *const whole[] = {
    "maio",
    "junho",
    "julho",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
    "ianuarie",
    "februarie",
    "martie",
    "aprilie",
    "iunie",
    "iulie",
    "septembrie",
    "octombrie",
    "noiembrie",
    "decembrie",
    "tammikuu",
    "helmikuu",
    "maaliskuu",
    "huhtikuu",
    "toukokuu",
    "kes\xC3\xA4kuu",
    "hein\xC3\xA4kuu",
    "elokuu",
    "syyskuu",
    "lokakuu",
    "marraskuu",
    "joulukuu",
    ("jan\xC3\xBA"
     "ar"),
    ("febr\xC3\xBA"
     "ar"),
    "apr\xC3\xADl",
    "ma\xC3\xAD",
    "j\xC3\xBAn\xC3\xAD",
    "j\xC3\xBAl\xC3\xAD",
    "\xC3\xA1g\xC3\xBAst",
    "n\xC3\xB3vember",
    "stycze\xC5\x84",
    "luty",
    "marzec",
    "kwiecie\xC5\x84",
    "czerwiec",
    "lipiec",
    "sierpie\xC5\x84",
    "wrzesie\xC5\x84",
    ("pa\xC5\xBA"
     "dziernik"),
    "listopad",
    "grudzie\xC5\x84",
    "leden",
    "\xC3\xBAnor",
    ("b\xC5\x99"
     "ezen"),
    "duben",
    "kv\xC4\x9Bten",
    ("\xC4\x8D"
     "erven"),
    ("\xC4\x8D"
     "ervenec"),
    "srpen",
    "z\xC3\xA1\xC5\x99\xC3\xAD",
    "\xC5\x99\xC3\xADjen",
    "prosinec",
    "janu\xC3\xA1r",
    "febru\xC3\xA1r",
    "m\xC3\xA1rcius",
    "\xC3\xA1prilis",
    "m\xC3\xA1jus",
    "j\xC3\xBAnius",
    "j\xC3\xBAlius",
    "augusztus",
    "szeptember",
    ("okt\xC3\xB3"
     "ber"),
    "ocak",
    "\xC5\x9Fubat",
    "\xC5\x9Eubat",
    "mart",
    "nisan",
    "may\xC4\xB1s",
    "haziran",
    "temmuz",
    "a\xC4\x9Fustos",
    "eyl\xC3\xBCl",
    "ekim",
    "kas\xC4\xB1m",
    "aral\xC4\xB1k",
    "mac",
    "maret",
    "julai",
    "ogos",
    "agustus",
    "disember",
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
    "\xD0\x94\xD0\xB5\xD0\xBA\xD0\xB0\xD0\xB1\xD1\x80\xD1\x8C"};

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

bool
thr_month_is(thresh_str word) {
    if (word.len == 0)
        return false;
    if (thr_last(word) == '.')
        word.len--;
    for (size_t i = 0; i < COUNT(names) && word.len >= 3; i++) {
        thresh_str name = thr_str(names[i]);
        if (word.len <= name.len
            && thr_str_equal_nocase(word, thr_str_slice(name, 0, word.len)))
            return true;
    }
    for (size_t i = 0; i < COUNT(whole); i++)
        if (thr_str_equal_nocase(word, thr_str(whole[i])))
            return true;
    return is_numbered(word);
}
