/* What a writer makes of tables, as one text, for tests of exact bytes. */
#ifndef TESTS_UNIT_WRITTEN_H
#define TESTS_UNIT_WRITTEN_H

#include "thresh/writer.h"

/* Write `count` loaded tables. Returns the output, NUL-terminated, to be freed
 * with free(); NULL where the writer failed. */
char *written(const thresh_writer_class *cls, const thresh_write_options *opts,
              const thresh_table *const *tables, size_t count);

/* The same for one table and at most two settings such as "indent=0", each of
 * which may be NULL. */
char *written_table(const thresh_writer_class *cls, const thresh_table *table,
                    thresh_shape shape, const char *first, const char *second);

#endif
