/* The inside of a thresh_reader, for those who convert. */
#ifndef THR_CONVERT_READER_H
#define THR_CONVERT_READER_H

#include "thresh/reader.h"

#include "source/lines.h"

/* Tell `before` each time before bytes are asked for. Nobody is told of a
 * table that is played back. */
void thr_reader_before_read(thresh_reader *reader, thr_before_read before);

/* Whoever takes the rows of a table that is played back reads neither the
 * texts of plain numbers nor the columns of places: they need not be made. */
void thr_reader_bare(thresh_reader *reader, bool bare);

#endif
