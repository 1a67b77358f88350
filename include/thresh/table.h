/**
 * # thresh/table.h - a table as dimensions, categories and observations
 *
 * A *dimension* is a named list of *categories*. The dimensions of a table
 * come in this order: those of its rows (the stub), those of its columns (the
 * header), then those that are constant (a year named in the title). An
 * *observation* is one value cell. It is found by its row and its column, and
 * has one category in every dimension:
 *
 *     citizenship  region               year  value
 *     Denmark      Oslo and Akershus    2007  483
 *
 * A table is lent by a reader while its rows are still unread, or loaded
 * whole. Only a loaded one knows its rows, its notes and its row categories.
 */
#ifndef THRESH_TABLE_H
#define THRESH_TABLE_H

#include "thresh/core.h"

#ifdef __cplusplus
extern "C" {
#endif

/** One table: see above. */
typedef struct thresh_table thresh_table;

/** ## Values */

/** What a cell is made of. */
typedef enum thresh_kind {
    THRESH_BLANK = 0, /**< nothing printed: not an observation */
    THRESH_NUMBER,
    THRESH_SYMBOL, /**< "-", "..", ":" and the like; the status says which */
    THRESH_TEXT    /**< anything else, such as "5 to 16" */
} thresh_kind;

/** What a symbol or a flag says of an observation. Each is one bit, since
 *  offices combine them ("bp"). The SDMX letters are those of the code list
 *  CL_OBS_STATUS 2.2. */
typedef enum thresh_status {
    THRESH_NIL = 1 << 0,               /**< exactly zero; SDMX A */
    THRESH_BELOW_HALF_UNIT = 1 << 1,   /**< rounds to zero; SDMX N */
    THRESH_NOT_AVAILABLE = 1 << 2,     /**< SDMX O */
    THRESH_NOT_YET_AVAILABLE = 1 << 3, /**< SDMX O */
    THRESH_NOT_APPLICABLE = 1 << 4,    /**< cannot exist; SDMX M */
    THRESH_CONFIDENTIAL = 1 << 5,      /**< suppressed; SDMX Q */
    THRESH_UNRELIABLE = 1 << 6,        /**< SDMX U */
    THRESH_PROVISIONAL = 1 << 7,       /**< SDMX P */
    THRESH_REVISED = 1 << 8,           /**< SDMX has no letter; A */
    THRESH_ESTIMATED = 1 << 9,         /**< SDMX E */
    THRESH_BREAK = 1 << 10,            /**< break in the series; SDMX B */
    THRESH_FORECAST = 1 << 11,         /**< SDMX F */
    THRESH_IMPUTED = 1 << 12,          /**< SDMX I */
    THRESH_DIFFERS = 1 << 13,          /**< definition differs; SDMX D */
    THRESH_NOT_SIGNIFICANT = 1 << 14,  /**< SDMX N */
    THRESH_SIGNIFICANT = 1 << 15       /**< differs significantly; SDMX has
                                            no letter; A */
} thresh_status;

/** One printed value. Where `has_value`, it is exactly coef / 10^scale. */
typedef struct thresh_cell {
    thresh_str text;  /**< as printed, without note marks */
    thresh_str marks; /**< note marks, ";" between them; may be empty */
    int64_t coef;
    uint8_t scale;   /**< decimals as printed, 0 to 18: "12.50" has 2 */
    uint8_t kind;    /**< a thresh_kind */
    bool has_value;  /**< a number, or a nil that stands for zero */
    uint32_t status; /**< thresh_status bits; 0 for a plain number */
    thresh_place place;
} thresh_cell;

/** Room for any value that thresh_cell_number() can write, with its NUL. */
enum { THRESH_NUMBER_MAX = 40 };

/** Write the exact value of `cell` as a plain decimal: "20696", "-0.50". A
 *  dot for the decimals, no grouping, all printed decimals kept. Returns its
 *  length, or 0 (and an empty string) where the cell has no value. */
THRESH_API size_t thresh_cell_number(const thresh_cell *cell,
                                     char number[THRESH_NUMBER_MAX]);

/** The name of one status bit, such as "nil" or "not_available"; NULL for a
 *  value that is not exactly one bit of thresh_status. */
THRESH_API const char *thresh_status_name(uint32_t status);

/** A status bit in words, such as "not available"; NULL as above. */
THRESH_API const char *thresh_status_meaning(uint32_t status);

/** The SDMX letter of a set of status bits: that of the gravest, where several
 *  are set; 'A' (normal) for none. */
THRESH_API char thresh_status_sdmx(uint32_t status);

/** ## Dimensions */

/** Where the categories of a dimension are printed. */
typedef enum thresh_axis {
    THRESH_ROWS = 0, /**< in the stub */
    THRESH_COLUMNS,  /**< in the header */
    THRESH_CONSTANT  /**< in the title: one category for the whole table */
} thresh_axis;

/** One category: "Denmark" of the dimension "citizenship". */
typedef struct thresh_category {
    thresh_str label; /**< as printed, without note marks and outer blanks */
    thresh_str marks; /**< note marks, ";" between them; may be empty */
    size_t parent;    /**< index of the category it is a part of, or
                           THRESH_NONE; says nothing while level < 0 */
    int32_t level;    /**< 0 = outermost, and at most 32767; -1 = the tree is
                           not known */
    thresh_truth is_total;
    bool says_total;    /**< whether its label says that it is one: "Total",
                             "All ages", a country above its areas */
    uint32_t indent;    /**< blanks and dots printed before the label */
    thresh_place place; /**< where the label stood first */
} thresh_category;

/** A named list of categories. */
typedef struct thresh_dimension {
    thresh_str name;   /**< snake_case, unique in the table */
    thresh_str label;  /**< as printed; equal to name where nothing was */
    thresh_str marks;  /**< note marks of that heading; may be empty */
    thresh_str reason; /**< why it has that name, in words */
    thresh_axis axis;
    thresh_place place; /**< where its heading over the stub stood; all zero
                             where it has none */
    bool cut_in;        /**< a row dimension whose labels stand in lines of
                             their own above the rows they hold for */
    size_t ncategories; /**< 0 for a row dimension until loaded */
} thresh_dimension;

/** One cell of the header. */
typedef struct thresh_heading {
    thresh_str label;
    thresh_str marks;
    const struct thresh_heading *parent; /**< the spanner above, or NULL */
    size_t level;                        /**< header row, from 0 */
    size_t first;                        /**< first column below it */
    size_t span;                         /**< how many columns below it */
    thresh_place place;
} thresh_heading;

/** One column of values. */
typedef struct thresh_column {
    const thresh_heading *leaf;  /**< lowest heading; its parents lead up.
                                      NULL where nothing stands above */
    const thresh_category *keys; /**< one for each column dimension */
    uint32_t field;              /**< cell of a record that holds it */
} thresh_column;

/** One row of values: the unit that readers yield and writers take. Its wide
 *  view is the row itself, its long view a loop over its cells. */
typedef struct thresh_row {
    const thresh_category *keys; /**< one for each row dimension */
    const thresh_cell *cells;    /**< one for each column */
    size_t ncells;
    uint64_t index; /**< from 0 in the table */
    uint64_t line;
    uint64_t record;
} thresh_row;

/** ## Text around the values */

/** What the lines above and in the table say of all of it. Each may be empty.
 */
typedef struct thresh_caption {
    thresh_str title;    /**< as printed, wrapped lines joined */
    thresh_str number;   /**< "11" */
    thresh_str topic;    /**< "Immigration and emigration" */
    thresh_str measure;  /**< what is counted: "Immigration" */
    thresh_str unit;     /**< "NOK million" */
    thresh_str period;   /**< "2007" */
    thresh_str stubhead; /**< heading over the row labels: "Citizenship" */
} thresh_caption;

/** What a line below a table is. */
typedef enum thresh_note_kind {
    THRESH_NOTE = 0, /**< a footnote, or a general note if its mark is empty */
    THRESH_SOURCE,   /**< who published the figures */
    THRESH_LEGEND    /**< what symbols mean, or where that is told */
} thresh_note_kind;

/** A note below a table. */
typedef struct thresh_note {
    thresh_note_kind kind;
    thresh_str mark; /**< "1" for a note marked with a superscript one */
    thresh_str text; /**< without its mark, wrapped lines joined */
    thresh_place place;
} thresh_note;

/** A symbol that stands for a value, or a flag behind one, as used in one
 *  table. */
typedef struct thresh_symbol {
    thresh_str text;   /**< "-" */
    uint32_t status;   /**< one thresh_status bit */
    size_t count;      /**< values that it stands for, or behind */
    thresh_str reason; /**< how its meaning was settled */
} thresh_symbol;

/** How many observations a loaded table has, and of which kind. */
typedef struct thresh_counts {
    size_t rows;
    size_t columns;
    size_t observations; /**< cells that are not blank */
    size_t nil;          /**< of these, exactly zero by symbol */
    size_t missing;      /**< of these, without a value, by symbol */
    size_t text;         /**< of these, neither number nor symbol */
} thresh_counts;

/** ## Looking at a table
 *
 * None of these can fail. An index out of range gives the empty or zero
 * object of its type. What is lent stays valid as long as the table. */

/** Whether it is loaded: rows, notes and row categories are known. */
THRESH_API bool thresh_table_is_loaded(const thresh_table *table);

/** The text around its values. */
THRESH_API const thresh_caption *
thresh_table_caption(const thresh_table *table);

/** These lend an array and return its length. `out` may be NULL. */
THRESH_API size_t thresh_table_dimensions(const thresh_table *table,
                                          const thresh_dimension **out);
THRESH_API size_t thresh_table_columns(const thresh_table *table,
                                       const thresh_column **out);
/** In reading order: level by level, left to right. */
THRESH_API size_t thresh_table_headings(const thresh_table *table,
                                        const thresh_heading **out);
/** Empty until the rows have ended. */
THRESH_API size_t thresh_table_notes(const thresh_table *table,
                                     const thresh_note **out);
/** Empty until loaded. In order of first use. */
THRESH_API size_t thresh_table_symbols(const thresh_table *table,
                                       const thresh_symbol **out);

/** How many rows the header has. */
THRESH_API size_t thresh_table_header_rows(const thresh_table *table);

/** How many dimensions lie along one axis. */
THRESH_API size_t thresh_table_axis_dimensions(const thresh_table *table,
                                               thresh_axis axis);

/** Category `index` of dimension `dimension`. */
THRESH_API thresh_category thresh_table_category(const thresh_table *table,
                                                 size_t dimension,
                                                 size_t index);

/** How many rows are loaded. */
THRESH_API size_t thresh_table_rows(const thresh_table *table);

/** The value cell in `row` and `column` of a loaded table. The texts of the
 *  numbers of a row are made when one of them is first asked for, and are
 *  empty should memory for them be exhausted. */
THRESH_API thresh_cell thresh_table_cell(const thresh_table *table, size_t row,
                                         size_t column);

/** Which category of `dimension` the observations in `row` and `column` of a
 *  loaded table belong to; THRESH_NONE if there is none. */
THRESH_API size_t thresh_table_key(const thresh_table *table, size_t dimension,
                                   size_t row, size_t column);

/** Where the label stood by which the observations in `row` and `column` of a
 *  loaded table belong to their category of `dimension`: several rows may
 *  share a category, each with a label of its own, or with one that stands
 *  further up. All zero if there is none. */
THRESH_API thresh_place thresh_table_label_place(const thresh_table *table,
                                                 size_t dimension, size_t row,
                                                 size_t column);

/** What its cells are; all zero but `columns` until loaded. */
THRESH_API thresh_counts thresh_table_counts(const thresh_table *table);

/** The category of `dimension` that an observation belongs to, given the row
 *  that a reader lent or a writer was given. It lives as long as the row. */
THRESH_API const thresh_category *thresh_row_key(const thresh_table *table,
                                                 const thresh_row *row,
                                                 size_t column,
                                                 size_t dimension);

/** Free a loaded table and all that it lent. NULL is allowed. */
THRESH_API void thresh_table_free(thresh_table *table);

#ifdef __cplusplus
}
#endif
#endif
