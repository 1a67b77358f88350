// The layout of samples/immigration-2007.txt with DuckDB, and, with "quoted",
// the same as CSV with quotes; OUTPUT that ends in "json" has an object a
// line:
//
//     node duckdb.js INPUT OUTPUT [quoted]
'use strict';
const fs = require('node:fs');
const {DuckDBInstance} = require('@duckdb/node-api');

const [source, target, quoted] = process.argv.slice(2);
const sep = quoted ? ',' : '\t';
const json = target.endsWith('json');

const start = Buffer.alloc(1 << 16);
fs.readSync(fs.openSync(source), start, 0, start.length, 0);
const names = start.toString().split('\n')[5].split(sep);
names[0] = 'citizenship';
names[1] = 'Total';
const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(', ');

// JSON has null where CSV has nothing.
const none = json ? 'NULL' : "''";
const query = `
    COPY (
        SELECT citizenship, region, 2007 AS year,
               CASE WHEN value = '-' THEN 0
                    ELSE replace(value, '${quoted ? ',' : ' '}', '')::INTEGER
                    END AS value,
               CASE WHEN value = '-' THEN 'nil' ELSE ${none} END AS status,
               notes, ${none} AS is_total
        FROM (UNPIVOT (
            SELECT CASE WHEN suffix(citizenship, ' ¹')
                        THEN left(citizenship, -2) ELSE citizenship END
                        AS citizenship,
                   CASE WHEN suffix(citizenship, ' ¹')
                        THEN '1' ELSE ${none} END AS notes,
                   * EXCLUDE (citizenship)
            FROM read_csv('${source}', header = false, skip = 6,
                          delim = '${sep}', quote = '${quoted ? '"' : ''}',
                          escape = '${quoted ? '"' : ''}',
                          null_padding = true, auto_detect = false,
                          columns = {${columns}})
            WHERE citizenship <> 'Citizenship' AND Total IS NOT NULL
        ) ON COLUMNS (* EXCLUDE (citizenship, notes))
          INTO NAME region VALUE value)
    ) TO '${target}' (FORMAT ${json ? 'json' : 'csv'})`;

(async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(query);
})();
