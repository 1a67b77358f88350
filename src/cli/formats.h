/* Which format a word or a file name asks for. Mistakes are told to the user.
 *
 *     -t md        ->  markdown       -t cvs      ->  did you mean 'csv'?
 *     -o out.xlsx  ->  xlsx           -o out.docx ->  the list of formats
 */
#ifndef CLI_FORMATS_H
#define CLI_FORMATS_H

#include "thresh/writer.h"

#include "cli/messages.h"

/* The format called `word`; NULL, after telling the user, if there is none. */
const thresh_writer_class *cli_format_named(const char *word);

/* The format that the suffix of `path` names; NULL if it names none. */
const thresh_writer_class *cli_format_of_path(const char *path);

/* Tell the user that the suffix of `path` names no format. */
cli_status cli_format_unknown(const char *path);

/* The part of `path` after its folders. */
const char *cli_file_name(const char *path);

/* Where the suffix of a file name begins: at its last dot, or at its end. */
const char *cli_suffix(const char *file);

#endif
