/* What the symbols of one table mean: settled when it starts, and again, where
 * it is loaded, when its notes are known.
 *
 *     start     caption, the user's office     holds while rows are lent
 *     settle    caption, notes, all values     of a loaded table
 *     end       notes that contradict what was lent are warnings
 */
#ifndef THR_LAYOUT_MEANINGS_H
#define THR_LAYOUT_MEANINGS_H

#include "model/table.h"
#include "scan/report.h"
#include "value/number.h"
#include "value/symbol.h"

/* What the user says of symbols. */
typedef struct thr_given {
    const thr_profile *profile; /* NULL = find the office in the text */
    thresh_nil nil;
} thr_given;

enum { THR_USED_MOST = 32, THR_USED_LONGEST = 8 };

/* A symbol that was met, and what it was read as. */
typedef struct thr_used {
    char text[THR_USED_LONGEST];
    size_t len;
    uint32_t status;
} thr_used;

typedef struct thr_meanings {
    thr_symbols symbols;
    thr_given given;
    thr_used used[THR_USED_MOST];
    size_t nused;
    bool letters_told;
} thr_meanings;

/* Settle them from what stands above the rows. */
void thr_meanings_start(thr_meanings *meanings, const thresh_table *table,
                        const thr_given *given, const thr_report *report);

/* A cell was read: warn, once for each symbol, where the default decided
 * between offices that disagree. */
void thr_meanings_cell(thr_meanings *meanings, const thresh_cell *cell,
                       const thr_number_style *style,
                       const thr_report *report);

/* The rows that were lent have ended: warn where the notes contradict what
 * was lent. */
void thr_meanings_end(const thr_meanings *meanings, const thresh_table *table,
                      const thr_report *report);

/* Read the symbols of a loaded table anew, now that its notes are known, and
 * give each its reason. */
thresh_result thr_meanings_settle(thr_meanings *meanings, thresh_table *table,
                                  const thr_number_style *style,
                                  const thr_report *report, thresh_error *err);

#endif
