/* Text in aligned columns, cut into lines. */
#ifndef THR_TESTS_ALIGNED_TEXT_H
#define THR_TESTS_ALIGNED_TEXT_H

#include "aligned/page.h"

enum { ALIGNED_LINES = 700 };

typedef struct aligned_text {
    thresh_str lines[ALIGNED_LINES];
    size_t count;
    thr_page page;
} aligned_text;

/* Cut `text`, which outlives it, at its line ends, and read the page. */
void aligned_open(aligned_text *aligned, const char *text);
void aligned_close(aligned_text *aligned);

#endif
