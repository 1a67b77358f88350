/* Whether a zip file of XML, as a workbook is, holds all it should: its
 * directory, the checksum of each part, the XML inside, and as much of it as
 * was put in. A block that was lost on the way shows in one of these.
 *
 *     sheet1.xml: 4 elements "c" put in, 4 found, checksum right    sound
 *     sheet1.xml: 4 put in, 3 found                                 not
 */
#ifndef THR_WORKBOOK_ZIP_CHECK_H
#define THR_WORKBOOK_ZIP_CHECK_H

#include "thresh/core.h"

/* A part that must be there, and how much must be in it: see thr_xml. */
typedef struct thr_zip_part {
    char name[48];
    const char *element;
    const char *other;
    const char *text_in;
    uint64_t elements;
    uint64_t others;
    uint64_t text;
    bool found;
} thr_zip_part;

/* Read all of the file behind `fd`. Fails with THRESH_E_WRITE where it is not
 * what was written, and with THRESH_E_MEMORY. */
thresh_result thr_zip_check(int fd, thr_zip_part *parts, size_t nparts,
                            thresh_error *err);

#endif
