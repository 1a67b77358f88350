/* Whether a text is one JSON value, as RFC 8259 says, in UTF-8, with no key
 * twice in an object and no number that is not exact as printed. */
#ifndef TESTS_FUZZ_JSON_CHECK_H
#define TESTS_FUZZ_JSON_CHECK_H

#include "thresh/core.h"

/* What stands in it. */
typedef struct json_checked {
    const char *wrong; /* what is wrong; NULL = nothing */
    size_t at;         /* and where */
    size_t data;       /* objects in all arrays called "data" */
    size_t keys;       /* of the outermost object */
} json_checked;

json_checked json_check(thresh_str text);

#endif
