/* Files that are no text. See binary.h. */
#include "source/binary.h"

#include "base/str.h"

/* As much of the first bytes as no text starts with: a table may well have a
 * column PAR1, or labels of BZh (bzip2 packs at level 9 unless told not to).
 */
static const thr_binary kinds[] = {
    {{"PK\3\4", 4},
     "a zip archive, such as an .xlsx or .ods workbook",
     "save the sheet as CSV, or unpack the archive"},
    {{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8},
     "an old office document, such as an .xls workbook",
     "save the sheet as CSV"},
    {{"%PDF-1.", 7}, "a PDF", "take its text out with: pdftotext -layout"},
    {{"%PDF-2.", 7}, "a PDF", "take its text out with: pdftotext -layout"},
    {{"\x1F\x8B", 2}, "gzip data", "unpack it with: gunzip -c"},
    {{"BZh91AY&SY", 10}, "bzip2 data", "unpack it with: bunzip2 -c"},
    {{"\xFD"
      "7zXZ",
      5},
     "xz data",
     "unpack it with: unxz -c"},
    {{"\x89PNG", 4}, "a PNG image", "a table needs its text"},
    {{"\xFF\xD8\xFF", 3}, "a JPEG image", "a table needs its text"},
    {{"PAR1\x15", 5}, "a Parquet file", "it is tidy already"},
    {{"SQLite format 3\0", 16}, "an SQLite database", "it is tidy already"},
};

const thr_binary *
thr_binary_of(thresh_str start) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (thr_str_starts(start, kinds[i].magic))
            return &kinds[i];
    return NULL;
}
