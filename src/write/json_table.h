/* What is known of a loaded table but its records, as members of the JSON
 * object that is open:
 *
 *     "title": "Immigration, by citizenship and region. 2007",
 *     "dimensions": [{"name": "citizenship", "categories": [...]}],
 *     "columns": [...], "notes": [...], "symbols": [...], ...
 *
 * What is not known is null, never an empty list. */
#ifndef THR_WRITE_JSON_TABLE_H
#define THR_WRITE_JSON_TABLE_H

#include "thresh/table.h"

#include "write/json_text.h"

void thr_json_table_add(thr_json *json, const thresh_table *table);

#endif
