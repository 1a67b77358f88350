/* The inside of a thresh_reader, for those who convert. */
#ifndef THR_CONVERT_READER_H
#define THR_CONVERT_READER_H

#include "thresh/reader.h"

#include "source/lines.h"

/* Tell `before` each time before bytes are asked for. Nobody is told of a
 * table that is played back. */
void thr_reader_before_read(thresh_reader *reader, thr_before_read before);

#endif
