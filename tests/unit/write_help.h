/* For the tests of the writers' core: a sink in memory that can fail, and a
 * table fed row by row. */
#ifndef TESTS_UNIT_WRITE_HELP_H
#define TESTS_UNIT_WRITE_HELP_H

#include "thresh/writer.h"

#include "base/buf.h"

typedef struct memory_sink {
    thr_buf bytes; /* all that was put; free it with thr_buf_free() */
    size_t limit;  /* bytes it takes before it fails with ENOSPC; 0 = all */
} memory_sink;

/* A sink that appends to `memory`. */
thresh_sink memory_sink_of(memory_sink *memory);

/* Begin `table`, which is loaded or a frame, give its rows, and end it. */
thresh_result feed_table(thresh_writer *writer, const thresh_table *table,
                         thresh_error *err);

#endif
