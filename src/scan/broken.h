/* Words broken at the end of a line, whole again.
 *
 *     Manufac- | turing             Manufacturing
 *     Non-     | residents          Non-residents: the word has a hyphen
 *     Export-  | und Importpreise   Export- und Importpreise
 *     1990-    | 91                 1990-91
 *     Total    | population         Total population
 */
#ifndef THR_SCAN_BROKEN_H
#define THR_SCAN_BROKEN_H

#include "base/buf.h"

/* Append the words of a further line to what the lines above say. */
void thr_broken_join(thr_buf *text, thresh_str words);

#endif
