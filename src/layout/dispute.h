/* Telling that offices disagree on a symbol, with the options that settle it.
 *
 *     symbol  "x"  read as "confidential"; destatis means "not applicable"
 *                  --symbols destatis
 */
#ifndef THR_LAYOUT_DISPUTE_H
#define THR_LAYOUT_DISPUTE_H

#include "scan/report.h"

/* Tell that `text` was read as `status`, which is a default. */
void thr_dispute_tell(thresh_str text, uint32_t status,
                      const thr_report *report);

/* Tell that nothing says what the letters behind the digits of `text` mean. */
void thr_dispute_letters(thresh_str text, const thr_report *report);

#endif
