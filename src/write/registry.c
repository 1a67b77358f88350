/* Which built-in writer a word stands for: a format, a suffix or a file name.
 *
 *     csv          csv
 *     md           markdown
 *     out/T1.XLSX  xlsx
 */
#include "thresh/writer.h"

#include <string.h>

#include "base/str.h"

#define THR_WRITER(name, file) \
    extern const thresh_writer_class thr_writer_##name;
#include "write/writers.def"
#undef THR_WRITER

#define THR_WRITER(name, file) &thr_writer_##name,
static const thresh_writer_class *const writers[] = {
#include "write/writers.def"
};
#undef THR_WRITER

enum { WRITER_COUNT = sizeof writers / sizeof *writers };

const thresh_writer_class *
thresh_writer_at(size_t index) {
    return index < WRITER_COUNT ? writers[index] : NULL;
}

static const thresh_writer_class *
find_name(thresh_str name) {
    for (size_t i = 0; i < WRITER_COUNT; i++)
        if (thr_str_equal_nocase(thr_str(writers[i]->name), name))
            return writers[i];
    return NULL;
}

/* `suffix` without its dot. */
static const thresh_writer_class *
find_suffix(thresh_str suffix) {
    for (size_t i = 0; i < WRITER_COUNT; i++)
        if (thr_str_equal_nocase(thr_str(writers[i]->suffix + 1), suffix))
            return writers[i];
    return NULL;
}

const thresh_writer_class *
thresh_writer_find(const char *name) {
    if (name == NULL)
        return NULL;
    const thresh_writer_class *found = find_name(thr_str(name));
    if (found != NULL)
        return found;
    const char *folder_end = strrchr(name, '/');
    const char *file = folder_end ? folder_end + 1 : name;
    const char *dot = strrchr(file, '.');
    if (dot != NULL)
        return find_suffix(thr_str(dot + 1));
    return folder_end ? NULL : find_suffix(thr_str(file));
}
