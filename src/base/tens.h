/* The powers of ten: thr_tens[3] is 1000. */
#ifndef THR_BASE_TENS_H
#define THR_BASE_TENS_H

#include <stdint.h>

extern const uint64_t thr_tens[20]; /* all that fit */

#endif
