/* What a reader can be told, checked before it is opened. */
#ifndef THR_CONVERT_READ_OPTIONS_H
#define THR_CONVERT_READ_OPTIONS_H

#include "thresh/reader.h"

/* Fails with THRESH_E_ARGUMENT where an option has no such value. */
thresh_result thr_read_options_check(const thresh_read_options *opts,
                                     thresh_error *err);

#endif
