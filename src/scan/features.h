/* What a record looks like by itself, before anything is known of the table.
 *
 *     [Immigration and emigration](#)      one text, a link
 *     Citizenship | Total | To region      texts
 *     Norway | 8 276 | 3 159               a text, then figures
 */
#ifndef THR_SCAN_FEATURES_H
#define THR_SCAN_FEATURES_H

#include "grid/record.h"

typedef struct thr_features {
    size_t filled;  /* cells that are not blank */
    size_t first;   /* field of the first of them, from 1; 0 if none */
    size_t figures; /* numbers and symbols beside the first cell */
    size_t texts;   /* other filled cells beside the first cell */
    size_t years;   /* of the figures: whole numbers from 1500 to 2199 */
    size_t units;   /* beside the first field, in parentheses: "(1,000)" */
    size_t rules;   /* of all cells: nothing but strokes */
    uint64_t shown; /* bit i: a figure stands in field i + 1, of 64 at most */
    bool run;       /* two years or more, the same step between them, and each
                       in one column or several */
} thr_features;

thr_features thr_features_of(const thr_record *record);

/* A label (or none) and at least one figure that is not just a year. */
bool thr_features_is_data(const thr_features *features);

/* Figures, all of them years: a header over years, or data by chance. */
bool thr_features_is_years(const thr_features *features);

/* Whether years behind a label, where a header would not surprise, are one:
 * they follow each other, or the label is `stubhead`, or there is none. */
bool thr_features_is_year_header(const thr_features *features,
                                 thresh_str label, thresh_str stubhead);

/* Could be a row of a header: several cells, or one that is not the first,
 * and no figures. */
bool thr_features_is_heading(const thr_features *features);

/* A year such as "2007", standing by itself. */
bool thr_text_is_year(thresh_str text);

/* A word for years, in one of several languages: what a column of years is
 * called. */
bool thr_text_names_year(thresh_str text);

/* The same for months and quarters: years are never called so. */
bool thr_text_names_part_of_year(thresh_str text);

/* Either, or a word for dates. */
bool thr_text_names_time(thresh_str text);

/* The year that heads a column, `*year` its four digits: "2007" as a
 * spreadsheet prints it ("2007.0"), with a note mark ("2008*", "2006 \1",
 * "20071" where the mark was raised) or a flag ("2009p"). */
bool thr_text_heads_year(thresh_str text, thresh_str *year);

/* A word, or a thousand or more, in parentheses, as units are printed:
 * "(dollars)", "(1,000)", "(000)". "(5)" and "(10)" are numbers. */
bool thr_text_is_unit(thresh_str text);

/* Nothing but strokes: "-----", "====", or a dash alone. */
bool thr_text_is_rule(thresh_str text);

/* "[Explanation of symbols](#)" and nothing else: `text` becomes what stands
 * in the brackets. */
bool thr_text_is_link(thresh_str *text);

#endif
