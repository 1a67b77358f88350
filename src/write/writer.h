/* The inside of a thresh_writer, for those who feed it (src/convert) and for
 * the built-in formats.
 *
 *     begin  row row row  end  begin ... end  close
 *
 * These are the only door to a writer's hooks: they check the order of calls,
 * keep the first failure, and let nothing pass after it. */
#ifndef THR_WRITE_WRITER_H
#define THR_WRITE_WRITER_H

#include "thresh/writer.h"

/* Start `table`, which lives until thr_writer_end(). */
thresh_result thr_writer_begin(thresh_writer *writer,
                               const thresh_table *table, thresh_error *err);
thresh_result thr_writer_row(thresh_writer *writer, const thresh_table *table,
                             const thresh_row *row, thresh_error *err);
thresh_result thr_writer_end(thresh_writer *writer, const thresh_table *table,
                             thresh_error *err);

/* Let the writer fail for a reason outside it: its reader failed. Later calls,
 * thresh_writer_close() too, fail with the same. Returns `cause->result`. */
thresh_result thr_writer_fail(thresh_writer *writer,
                              const thresh_error *cause);

/* Hand on what was written so far, as what comes next may take long. A failure
 * is kept, for the next call. */
void thr_writer_push(thresh_writer *writer);

/* The THRESH_CAN_ and other flags of its class. */
unsigned thr_writer_flags(const thresh_writer *writer);

/* A flag beside these: unless further columns are asked for, the class reads
 * neither the texts of plain numbers nor the columns of their places. */
enum { THR_BARE_NUMBERS = 1 << 16 };

/* Whether this writer can do without them. */
bool thr_writer_is_bare(const thresh_writer *writer);

#endif
