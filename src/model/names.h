/* Names for programs, made of labels for people:
 *
 *     "Oslo and Akershus"    oslo_and_akershus
 *     "Value (NOK million)"  value_nok_million
 */
#ifndef THR_MODEL_NAMES_H
#define THR_MODEL_NAMES_H

#include "base/buf.h"

/* Append the snake_case form of `label`: letters and digits of any script in
 * lower case, every run of others one "_", none at either end. A name that
 * would start with a digit, and so be no name in R or SQL, gets an "x"
 * before it; an empty one becomes "x". */
void thr_name_add(thr_buf *buf, thresh_str label);

#endif
