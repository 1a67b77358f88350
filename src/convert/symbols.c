/* The sets of symbols that read options can name. */
#include "thresh/reader.h"

#include "value/profile.h"

const char *
thresh_symbols_name(size_t index, const char **office) {
    const thr_profile *profile = thr_profile_at(index);
    if (profile != NULL && office != NULL)
        *office = profile->office;
    return profile ? profile->name : NULL;
}
