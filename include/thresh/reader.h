/**
 * # thresh/reader.h - from a published table to rows
 *
 * A reader is pulled at two levels: thresh_reader_table() goes to the next
 * table, thresh_reader_row() to its next row.
 *
 *     thresh_reader *reader;
 *     thresh_reader_open_file(&reader, "table.txt", NULL, &err);
 *     while (thresh_reader_table(reader, &table, &err) == THRESH_OK)
 *         while (thresh_reader_row(reader, &row, &err) == THRESH_OK)
 *             ...
 *     thresh_reader_close(reader);
 *
 * What only a whole table can tell (its notes, its tree) needs it loaded:
 * thresh_table_load() takes the next table from a reader into memory, and
 * thresh_table_replay() makes a reader of it again, so that one loop over
 * rows serves both.
 */
#ifndef THRESH_READER_H
#define THRESH_READER_H

#include "thresh/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Reads tables out of a source, one after the other. */
typedef struct thresh_reader thresh_reader;

/** Where bytes come from. */
typedef struct thresh_source {
    const char *name; /**< for messages; copied; NULL = "input" */
    /** Put up to `size` bytes (never 0) in `buf`. Returns how many, 0 at the
     *  end, -1 on failure with errno set. */
    ptrdiff_t (*read)(void *ctx, void *buf, size_t size);
    void *ctx;
} thresh_source;

/** What a line of the source was taken for. */
typedef enum thresh_role {
    THRESH_ROLE_BLANK = 0,
    THRESH_ROLE_TOPIC,
    THRESH_ROLE_TABLE_NUMBER,
    THRESH_ROLE_TITLE,
    THRESH_ROLE_HEADER,
    THRESH_ROLE_REPEATED_HEADER,
    THRESH_ROLE_DATA,
    THRESH_ROLE_GROUP, /**< a label without values among the rows */
    THRESH_ROLE_NOTE,
    THRESH_ROLE_SOURCE,
    THRESH_ROLE_LEGEND,
    THRESH_ROLE_PAGE_FURNITURE, /**< a title that a page repeats */
    THRESH_ROLE_REJECTED,       /**< text that is no part of a table */
    THRESH_ROLE_SKIPPED         /**< no part of the input, as the user says */
} thresh_role;

/** One record of the source and what it was taken for. */
typedef struct thresh_line {
    thresh_place place; /**< its first line, and its number as a record */
    thresh_role role;
    thresh_str text;   /**< as printed; line ends only inside quoted cells */
    thresh_str reason; /**< why it has that role, in words */
} thresh_line;

/** Something the reader settled by evidence, such as the delimiter. */
typedef struct thresh_decision {
    const char *what;  /**< "encoding", "delimiter", "numbers", ... */
    thresh_str value;  /**< "tab" */
    thresh_str reason; /**< the evidence, in words */
    thresh_str hint;   /**< where another reading was near: the options of the
                            command that give it, "--header-rows 1", a line
                            each; what only the user knows is in capitals,
                            "--name column=NAME". Empty where none was */
} thresh_decision;

/** Told what happens while reading. Any member may be NULL. What is passed
 *  lives only during the call. */
typedef struct thresh_listener {
    void (*warning)(void *ctx, const thresh_error *warning);
    void (*line)(void *ctx, const thresh_line *line);
    void (*decision)(void *ctx, const thresh_decision *decision);
    void *ctx;
} thresh_listener;

/** What a dash stands for. */
typedef enum thresh_nil {
    THRESH_NIL_AUTO = 0, /**< what its legend, its office or the default say */
    THRESH_NIL_ZERO,     /**< exactly zero */
    THRESH_NIL_MISSING   /**< a value that is not available */
} thresh_nil;

/** For `header_rows`: the tables have no header. */
#define THRESH_NO_HEADER UINT32_MAX

/** How to read. All zero is the default. */
typedef struct thresh_read_options {
    char delimiter;        /**< '\t', ',', ';' or '|', or ' ' for columns that
                                are aligned with blanks; 0 = detect */
    const char *encoding;  /**< its name for iconv, "ISO-8859-2"; NULL = detect
                                UTF-8, UTF-16, UTF-32, Windows-1252 */
    char decimal;          /**< '.' or ','; 0 = from all numbers of a table */
    thresh_nil nil;        /**< what a dash stands for */
    const char *symbols;   /**< whose symbols they are: a name that
                                thresh_symbols_name() lists; NULL = the office
                                that the text names. The legend of a table
                                overrules both. */
    uint64_t skip;         /**< leading lines that are no part of the input */
    uint32_t header_rows;  /**< lines of the header of each table, blank ones
                                not counted; 0 = recognise, THRESH_NO_HEADER =
                                none */
    uint32_t stub_columns; /**< leading cells of each row that are labels,
                                at most 16; 0 = recognise */
    const char *const *names; /**< "dimension=name" strings, ended by NULL:
                                   the dimension that would be called the
                                   first is called the second. NULL = none. A
                                   dimension that no table has is an error,
                                   one that only some have a warning. */
    uint32_t max_fields;      /**< cells of one record; 0 = 1048576 */
    uint32_t max_window; /**< records looked at before deciding; 0 = 256 */
    size_t max_line;     /**< bytes of one line as UTF-8; 0 = 16 MiB */
    size_t max_memory;   /**< bytes for one table while it is loaded and
                              proved, and apart from it for the lines that are
                              looked at before deciding; 0 = 4 GiB */
    thresh_listener listener;
} thresh_read_options;

/** How many non-blank cells were read, by what became of them. `cells` is the
 *  sum of the others once the reader has reached its end. */
typedef struct thresh_tally {
    uint64_t cells;
    uint64_t observations;
    uint64_t labels;    /**< row labels, headings and stub headings */
    uint64_t captions;  /**< titles, table numbers, topics */
    uint64_t notes;     /**< notes, sources, legends */
    uint64_t furniture; /**< repeated headers and titles */
    uint64_t rejected;
} thresh_tally;

/** Start reading `source`, which must outlive the reader. End the reader with
 *  thresh_reader_close(). `opts` is copied. Nothing is read yet. Fails with
 *  THRESH_E_MEMORY or THRESH_E_ARGUMENT. */
THRESH_API THRESH_CHECK thresh_result
thresh_reader_open(thresh_reader **out, const thresh_source *source,
                   const thresh_read_options *opts, thresh_error *err);

/** The same for a file. Fails with THRESH_E_READ too: no such file, a
 *  directory, no permission. */
THRESH_API THRESH_CHECK thresh_result
thresh_reader_open_file(thresh_reader **out, const char *path,
                        const thresh_read_options *opts, thresh_error *err);

/** The same for `size` bytes at `data`, which must outlive the reader. */
THRESH_API THRESH_CHECK thresh_result
thresh_reader_open_memory(thresh_reader **out, const void *data, size_t size,
                          const thresh_read_options *opts, thresh_error *err);

/** Go to the next table; rows not yet read are passed over. Lends the table,
 *  with its caption, dimensions and columns, until the next call of this or of
 *  thresh_table_load(). THRESH_END after the last table. Fails with
 *  THRESH_E_READ, E_ENCODING, E_LIMIT, E_MEMORY, and with E_LAYOUT where the
 *  source holds no table at all. */
THRESH_API THRESH_CHECK thresh_result thresh_reader_table(
    thresh_reader *reader, const thresh_table **out, thresh_error *err);

/** Read one row of the current table. THRESH_END after the last one. Fails as
 *  thresh_reader_table() does. */
THRESH_API THRESH_CHECK thresh_result thresh_reader_row(thresh_reader *reader,
                                                        const thresh_row **out,
                                                        thresh_error *err);

/** What became of the cells read so far. */
THRESH_API thresh_tally thresh_reader_tally(const thresh_reader *reader);

/** Free the reader and what it lent. NULL is allowed. */
THRESH_API void thresh_reader_close(thresh_reader *reader);

/** Load the next table whole: go to it, take its rows and notes into memory.
 *  What continues its columns further down, under the same row labels, is
 *  joined to it; thresh_reader_table() goes to that as a table of its own.
 *  Free it with thresh_table_free(); it does not need the reader any more.
 *  THRESH_END after the last table. Fails as thresh_reader_table() does. */
THRESH_API THRESH_CHECK thresh_result thresh_table_load(thresh_table **out,
                                                        thresh_reader *reader,
                                                        thresh_error *err);

/** Make a reader that yields `table`, which must be loaded and must outlive
 *  it, and its rows. End it with thresh_reader_close(). Fails with
 *  THRESH_E_MEMORY or THRESH_E_ARGUMENT. */
THRESH_API THRESH_CHECK thresh_result thresh_table_replay(
    thresh_reader **out, const thresh_table *table, thresh_error *err);

/** The name of the `index`-th set of symbols that read options can name, such
 *  as "ssb", and, unless `office` is NULL, whose they are. NULL past the last.
 */
THRESH_API const char *thresh_symbols_name(size_t index, const char **office);

/** The name of a role, such as "repeated_header". Never NULL. */
THRESH_API const char *thresh_role_name(thresh_role role);

#ifdef __cplusplus
}
#endif
#endif
