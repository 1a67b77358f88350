/* Whether two names lead to the same file, so that an input is never
 * overwritten and no file is written twice. */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "thresh/core.h"

/* Whether both are the same regular file (or disk), through links and however
 * they are spelt, also where it does not exist yet. NULL stands for standard
 * output. */
bool cli_files_same(const char *a, const char *b);

/* Whether writing `output` would overwrite `input`. NULL stands for standard
 * output or input. */
bool cli_files_clash(const char *input, const char *output);

#endif
