/* What the numbers of a table say of their style, and settling it. See
 * number.h. */
#include "base/str.h"
#include "value/number.h"

static const thr_number_style dot_marks = {.decimal = '.', .group = ','};
static const thr_number_style indian_marks = {
    .decimal = '.', .group = ',', .indian = true};
static const thr_number_style comma_marks = {.decimal = ',', .group = '.'};

/* Note marks rarely go further than this. */
enum { LARGEST_MARK = 20 };

/* ## Learning */

/* Count what a number that holds `separator` says of it. */
static void
learn_one(thr_separator *separator, bool decimal, bool group,
          thresh_place place) {
    if (decimal && group) {
        if (separator->either++ == 0)
            separator->first = place;
    } else if (decimal) {
        separator->decimal++;
    } else {
        separator->group++;
    }
}

static size_t
count_of(thresh_str text, char c) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == c;
    return count;
}

static void
learn_sign(thr_number_evidence *evidence, const thr_number *number,
           thresh_place place) {
    if (number->sign == THR_SIGN_BEFORE)
        evidence->minus++;
    if (number->sign != THR_SIGN_BRACKETS)
        return;
    if (evidence->brackets++ == 0 && number->unit.len == 0)
        evidence->bracket = place;
    evidence->amounts += number->scale > 0 || number->unit.len > 0
                         || number->coef < -LARGEST_MARK;
}

void
thr_number_learn(thr_number_evidence *evidence, thresh_str text,
                 thresh_place place) {
    thr_number number;
    bool western = thr_number_parse(text, &dot_marks, &number);
    bool by_dot = western || thr_number_parse(text, &indian_marks, &number);
    bool by_comma = thr_number_parse(text, &comma_marks, &number);
    if (!by_dot && !by_comma)
        return;
    learn_sign(evidence, &number, place);
    text = thr_str_trim(text);
    size_t commas = count_of(text, ','), dots = count_of(text, '.');
    if (text.ptr[text.len - 1] == '.')
        return; /* "5." ends a number, or a sentence */
    if (commas + dots == 0)
        thr_mixture_plain(&evidence->mixture, text, place);
    if (by_comma && by_dot && dots > 0)
        thr_mixture_dotted(&evidence->mixture, place);
    evidence->indian += by_dot && !western;
    evidence->western += western && commas > 1;
    if (commas > 0)
        learn_one(&evidence->comma, by_comma, by_dot, place);
    if (dots > 0)
        learn_one(&evidence->dot, by_dot, by_comma, place);
}

/* ## Settling */

static thr_number_style
style_of(char decimal, const char *reason) {
    return (thr_number_style){.decimal = decimal,
                              .group = decimal == ',' ? '.' : ',',
                              .reason = reason};
}

/* A separator that could do both: a comma groups, and a dot marks decimals,
 * unless whole numbers beside it or the tables above tell otherwise. */
static thr_number_style
settle_doubtful(const thr_number_evidence *evidence, thr_decimal *known) {
    bool comma = evidence->comma.either > 0;
    bool beside = !comma && thr_mixture_groups(&evidence->mixture);
    thr_number_style style = style_of(
        known->before == ',' ? ',' : '.',
        comma ? "every comma stands before three digits, as in 1,250"
              : "every dot stands before three digits, as in 1.250");
    if (beside) {
        known->before = ',';
        style = style_of(',', "every dot stands before three digits, as in "
                              "1.250, and whole numbers below a thousand "
                              "stand beside");
    }
    style.beside = beside;
    style.doubt = comma ? ',' : '.';
    style.place = comma ? evidence->comma.first : evidence->dot.first;
    return style;
}

/* Of what only one separator can tell: the many outvote the few, which then
 * are no numbers. */
static thr_number_style
settle_marks(const thr_number_evidence *evidence, thr_decimal *known) {
    const thr_separator *comma = &evidence->comma, *dot = &evidence->dot;
    size_t by_comma = comma->decimal + dot->group;
    size_t by_dot = dot->decimal + comma->group;
    if (by_comma > 0 && by_comma >= by_dot) {
        known->before = ',';
        return style_of(',', "numbers such as 1,5 or 1.234.567 were seen");
    }
    if (by_dot > 0) {
        known->before = '.';
        return style_of('.', "numbers such as 1.5 or 1,234,567 were seen");
    }
    if (comma->either > 0 || dot->either > 0)
        return settle_doubtful(evidence, known);
    return style_of('.', "no number has a comma or a dot");
}

thr_number_style
thr_number_settle(const thr_number_evidence *evidence, thr_decimal *known) {
    thr_number_style style = known->given != '\0'
                                 ? style_of(known->given, "as the user says")
                                 : settle_marks(evidence, known);
    style.indian = style.group == ',' && evidence->indian > evidence->western;
    if (style.indian)
        style.reason = "numbers such as 12,34,567 were seen";
    style.brackets_unsure = evidence->minus > 0 && evidence->brackets > 0
                            && evidence->amounts == 0;
    style.letters_unsure = evidence->lettered > 0;
    return style;
}
