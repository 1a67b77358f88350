/**
 * # thresh/writer.h - from rows to a format
 *
 * The first half is for programs that write tables, the second for those that
 * bring a writer of their own: a `const struct thresh_writer_class`, handed to
 * thresh_writer_open() as the built-in ones are. Nothing is registered.
 */
#ifndef THRESH_WRITER_H
#define THRESH_WRITER_H

#include "thresh/reader.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Writes tables to a sink, in one format. */
typedef struct thresh_writer thresh_writer;

/** A format: see "Being a writer" below. */
typedef struct thresh_writer_class thresh_writer_class;

/** ## Writing */

/** Which view of a table is written. */
typedef enum thresh_shape {
    THRESH_SHAPE_DEFAULT = 0, /**< the first that the format can do */
    THRESH_SHAPE_LONG,        /**< one observation a row: tidy */
    THRESH_SHAPE_WIDE         /**< one stub category a row: as published */
} thresh_shape;

/** How dimensions and columns are called. */
typedef enum thresh_names {
    THRESH_NAMES_SNAKE = 0, /**< "oslo_and_akershus" */
    THRESH_NAMES_VERBATIM   /**< "Oslo and Akershus" */
} thresh_names;

/** Where bytes go: set `path`, or `write`. */
typedef struct thresh_sink {
    /** A file: written under a temporary name in the same folder and renamed
     *  when thresh_writer_close() succeeds, so that it is complete or
     *  untouched. A symbolic link is followed; a device or pipe is written to
     *  directly. Copied. */
    const char *path;
    /** The caller has the disk written himself, once for many files: a file
     *  is renamed without waiting for that, unless a symbolic link leads to
     *  it, perhaps on another disk. It is still complete or untouched whenever
     *  the program ends, but not if the machine does before then. */
    bool unsynced;
    /** Take all of `size` bytes. Returns 0, or -1 with errno set. */
    int (*write)(void *ctx, const void *buf, size_t size);
    void *ctx;
} thresh_sink;

/** How to write. All zero is the default. */
typedef struct thresh_write_options {
    thresh_shape shape;
    thresh_names names;
    /** Further columns of tabular output, with commas between: parent, level,
     *  raw, line, field, obs_status, table, unit, measure, and implied, which
     *  see at thresh_table_implied(). NULL = none. */
    const char *columns;
    /** "key=value" strings for the writer, ended by NULL. NULL = none. */
    const char *const *set;
    /** How many tables will be written. A long format that holds several puts
     *  a column `table` first. 0 = 1. */
    size_t tables;
    /** Leave out the observations of which a category is a proved total. Of
     *  the long shape only: a table as published keeps its totals. */
    bool no_totals;
    /** How many threads may work on it. 0 or 1 = the caller's alone. With
     *  more, another takes the bytes to the sink, whose `write` is then called
     *  from it, one call at a time. The bytes are the same. */
    unsigned threads;
    /** The name of the source, for formats that tell it; without folders.
     *  NULL = not told. */
    const char *source_name;
    /** Its `warning` hears what a format could not express. */
    thresh_listener listener;
} thresh_write_options;

/** Find a built-in writer by format ("csv") or file name ("out.xlsx"); NULL
 *  if there is none. */
THRESH_API const thresh_writer_class *thresh_writer_find(const char *name);

/** The i-th built-in writer, or NULL past the last. */
THRESH_API const thresh_writer_class *thresh_writer_at(size_t index);

/** Start writing. `opts` and the texts in it are copied. End the writer with
 *  thresh_writer_close() or thresh_writer_abandon(). Fails with
 *  THRESH_E_ARGUMENT for an option or shape that the class does not have (the
 *  message names the nearest), THRESH_E_WRITE, THRESH_E_MEMORY. */
THRESH_API THRESH_CHECK thresh_result
thresh_writer_open(thresh_writer **out, const thresh_writer_class *cls,
                   const thresh_sink *sink, const thresh_write_options *opts,
                   thresh_error *err);

/** Write every table that `reader` has left. Tables are loaded, unless
 *  the writer can take rows as they are read and `stream` is true. A failure,
 *  of either side, means that the writer can only be abandoned. */
THRESH_API THRESH_CHECK thresh_result thresh_convert(thresh_reader *reader,
                                                     thresh_writer *writer,
                                                     bool stream,
                                                     thresh_error *err);

/** The same for the next table alone. THRESH_END where there is none. Where
 *  `rows` is not NULL, it becomes the number of rows that were written. */
THRESH_API THRESH_CHECK thresh_result
thresh_convert_next(thresh_reader *reader, thresh_writer *writer, bool stream,
                    uint64_t *rows, thresh_error *err);

/** Write one loaded table. Fails with THRESH_E_WRITE, THRESH_E_UNSUPPORTED,
 *  THRESH_E_LIMIT, THRESH_E_MEMORY; then the writer can only be abandoned. */
THRESH_API THRESH_CHECK thresh_result thresh_writer_table(
    thresh_writer *writer, const thresh_table *table, thresh_error *err);

/** Finish and free. Only its THRESH_OK means that every byte was written. A
 *  writer that failed before fails again, with the same error. */
THRESH_API THRESH_CHECK thresh_result
thresh_writer_close(thresh_writer *writer, thresh_error *err);

/** Free without finishing: a file at the sink's path stays as it was. NULL is
 *  allowed. */
THRESH_API void thresh_writer_abandon(thresh_writer *writer);

/** Remove the temporary files of all writers of this process, for a handler of
 *  a signal that ends it: async-signal-safe. What was at the sinks' paths
 *  stays as it was; no writer may be used any more, and none makes a temporary
 *  file with a name from here on: it waits for those that other threads just
 *  make. Where the system has files without a name there is mostly nothing to
 *  remove. */
THRESH_API void thresh_remove_temporaries(void);

/** ## Being a writer
 *
 * The core calls open, then for each table begin, row..., end; then close. It
 * calls them only in that order and never after a failure, except close,
 * which it calls once whenever open was called, with `finish` false if
 * anything failed. A hook that is NULL does nothing. Hooks get the same
 * events whether the table is being read or replayed from memory. */

/** What a writer can do, and what it needs. */
enum {
    THRESH_CAN_LONG = 1 << 0,
    THRESH_CAN_WIDE = 1 << 1,
    THRESH_WANT_WHOLE = 1 << 2, /**< tables must be loaded at begin */
    THRESH_WANT_PATH = 1 << 3,  /**< writes a file itself: see
                                     thresh_writer_path() */
    THRESH_LONG_FIRST = 1 << 4, /**< the default shape is long, not wide */
    THRESH_ONE_SCHEMA = 1 << 5, /**< all tables of one output must have the
                                     same dimensions */
    THRESH_TABULAR = 1 << 6     /**< takes `columns` and `names` */
};

/** One "key=value" that a writer understands. */
typedef struct thresh_option {
    const char *key;
    const char *values; /**< "0|1": the choices, the default first; a default
                             followed by "|..." takes any text */
    const char *help;   /**< one line */
} thresh_option;

/** A format. Hooks are told above. */
struct thresh_writer_class {
    const char *name;    /**< "csv": what --to takes */
    const char *suffix;  /**< ".csv" */
    const char *summary; /**< one line for --help and the man page */
    unsigned flags;
    const thresh_option *options; /**< ends with a NULL key; may be NULL */
    size_t state_size;            /**< bytes given to you, zeroed */
    thresh_result (*open)(thresh_writer *writer, thresh_error *err);
    thresh_result (*begin)(thresh_writer *writer, const thresh_table *table,
                           thresh_error *err);
    thresh_result (*row)(thresh_writer *writer, const thresh_table *table,
                         const thresh_row *row, thresh_error *err);
    thresh_result (*end)(thresh_writer *writer, const thresh_table *table,
                         thresh_error *err);
    thresh_result (*close)(thresh_writer *writer, bool finish,
                           thresh_error *err);
};

/** Your own bytes, `state_size` of them. */
THRESH_API void *thresh_writer_state(thresh_writer *writer);

/** LONG or WIDE, never DEFAULT. */
THRESH_API thresh_shape thresh_writer_shape(const thresh_writer *writer);

/** The options given, with `set` resolved: see thresh_writer_option(). */
THRESH_API const thresh_write_options *
thresh_writer_options(const thresh_writer *writer);

/** The value of one of your options: what the user set, or its default. NULL
 *  for a key that the class does not have. */
THRESH_API const char *thresh_writer_option(const thresh_writer *writer,
                                            const char *key);

/** For THRESH_WANT_PATH: where to write the file. It exists and is empty. Open
 *  and write it; do not replace it, since it may have no other name than this.
 */
THRESH_API const char *thresh_writer_path(const thresh_writer *writer);

/** Append bytes to the output. */
THRESH_API THRESH_CHECK thresh_result thresh_writer_put(thresh_writer *writer,
                                                        const void *bytes,
                                                        size_t size,
                                                        thresh_error *err);

/** Tell the user of something that the format could not express. `place` may
 *  be NULL. */
THRESH_API void thresh_writer_warn(thresh_writer *writer,
                                   const thresh_place *place,
                                   const char *message);

#ifdef __cplusplus
}
#endif
#endif
