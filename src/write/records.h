/* Tables as records of named fields: what every tabular format writes. One
 * description of the fields serves CSV, JSON, the data sheet of a workbook and
 * long Markdown alike.
 *
 *     long   citizenship,region,year,value,status,notes,is_total
 *     wide   citizenship,total,to_region_oslo_and_akershus,...
 *
 * A row of a table gives one record for each of its cells that is not blank
 * (long), or one record (wide).
 */
#ifndef THR_WRITE_RECORDS_H
#define THR_WRITE_RECORDS_H

#include "thresh/writer.h"

#include "base/arena.h"
#include "base/buf.h"

typedef enum thr_field_kind {
    THR_FIELD_TABLE,      /* number of the table, or its place in the input */
    THR_FIELD_KEY,        /* category of a dimension */
    THR_FIELD_VALUE,      /* long: the value */
    THR_FIELD_CELL,       /* wide: the value in one column */
    THR_FIELD_STATUS,     /* status names, ";" between them */
    THR_FIELD_NOTES,      /* note marks of value, row and column */
    THR_FIELD_IS_TOTAL,   /* true if any of its categories is a total */
    THR_FIELD_TEXT,       /* a value that is text; only where there is one */
    THR_FIELD_PARENT,     /* label of a key's parent category */
    THR_FIELD_LEVEL,      /* level of a key's category */
    THR_FIELD_RAW,        /* the value as printed */
    THR_FIELD_LINE,       /* of the source */
    THR_FIELD_FIELD,      /* of that line */
    THR_FIELD_OBS_STATUS, /* SDMX letter */
    THR_FIELD_UNIT,
    THR_FIELD_MEASURE,
    THR_FIELD_IMPLIED /* what a sum implies for a missing value */
} thr_field_kind;

/* The type of a field, over the whole table. */
typedef enum thr_field_type {
    THR_TYPE_STRING,
    THR_TYPE_NUMBER, /* a decimal with a fraction somewhere, or not known */
    THR_TYPE_INTEGER,
    THR_TYPE_YEAR, /* four digits in every category: an integer too */
    THR_TYPE_BOOLEAN
} thr_field_type;

typedef struct thr_field {
    thresh_str name; /* unique among the fields */
    thr_field_kind kind;
    thr_field_type type;
    size_t index; /* KEY, PARENT, LEVEL: dimension. CELL: column */
} thr_field;

/* One value of a record. */
typedef struct thr_datum {
    bool present;        /* false: nothing to say; the rest is empty */
    thr_field_type type; /* of this datum: a NUMBER or INTEGER is exact text */
    thresh_str text;     /* as CSV writes it, unquoted: TRUE, 20696, Denmark */
} thr_datum;

typedef struct thr_records {
    thr_field *fields;
    size_t nfields;
    thresh_shape shape;
    thresh_writer *writer;
    const thresh_table *table;
    const thresh_dimension *dimensions;
    size_t ndimensions;
    size_t table_index; /* from 1 among those written */
    bool has_text;      /* `text` or `raw` holds values that are text */
    bool told_text;     /* that such a value was lost has been said */
    thr_arena arena;    /* holds the fields and their names */
    thr_buf scratch;    /* holds the text of one datum */
} thr_records;

/* Names are made unique by a suffix: where a dimension is called "value", it
 * becomes "value_2", so that "value" is always the value.
 *
 * Whether there is a field `text` depends on the table, if it is loaded. A
 * list of several tables always has it, as any of them may need it; a table
 * that is still being read never has it. A text that finds no field is told as
 * a warning, once.
 *
 * Describe the records of `table` as the writer's options ask. End it with
 * thr_records_free(), also after a failure. */
thresh_result thr_records_open(thr_records *records, thresh_writer *writer,
                               const thresh_table *table, size_t table_index,
                               thresh_error *err);

/* How many records `row` gives at most, and whether its i-th is there: a blank
 * cell gives no long record, nor does a total that is to be left out. */
size_t thr_records_of_row(const thr_records *records, const thresh_row *row);
bool thr_records_has(const thr_records *records, const thresh_row *row,
                     size_t record);

/* Field `field` of record `record` of `row`. Its text lives until the next
 * call. Fails with THRESH_E_MEMORY. */
thresh_result thr_records_datum(thr_records *records, const thresh_row *row,
                                size_t record, size_t field, thr_datum *out,
                                thresh_error *err);

void thr_records_free(thr_records *records);

#endif
