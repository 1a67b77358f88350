/* The version of the library, which the build defines. */
#include "thresh/core.h"

const char *
thresh_version(void) {
    return THRESH_VERSION;
}
