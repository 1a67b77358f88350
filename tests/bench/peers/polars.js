// The layout of samples/immigration-2007.txt with Polars, and, with "quoted",
// the same as CSV with quotes:
//
//     node polars.js INPUT OUTPUT [quoted]
'use strict';
const fs = require('node:fs');
const pl = require('nodejs-polars');

const [source, target, quoted] = process.argv.slice(2);
const sep = quoted ? ',' : '\t';

const start = Buffer.alloc(1 << 16);
fs.readSync(fs.openSync(source), start, 0, start.length, 0);
const names = start.toString().split('\n')[5].split(sep);
names[0] = 'citizenship';
names[1] = 'Total';

const label = pl.col('citizenship');
const value = pl.col('value');
const nil = value.eq(pl.lit('-'));
const text = (content) => pl.lit(content);
const schema = Object.fromEntries(names.map((name) => [name, pl.Utf8]));
pl.readCSV(source, {
    sep, schema, hasHeader: false, skipRows: 6,
    truncateRaggedLines: true, inferSchemaLength: 0,
})
    .lazy()
    .filter(label.isNotNull().and(label.neq(text('Citizenship')))
        .and(pl.col('Total').isNotNull()))
    .withColumns(
        label.str.replace(' ¹$', '').alias('citizenship'),
        pl.when(label.str.contains(' ¹$')).then(text('1'))
            .otherwise(text('')).alias('notes'))
    .unpivot(['citizenship', 'notes'], names.slice(1),
        {variableName: 'region', valueName: 'value'})
    .select(
        pl.col('citizenship'), pl.col('region'),
        pl.lit(2007).cast(pl.Int32).alias('year'),
        pl.when(nil).then(text('0'))
            .otherwise(value.str.replaceAll(quoted ? ',' : ' ', '', true))
            .cast(pl.Int32).alias('value'),
        pl.when(nil).then(text('nil')).otherwise(text('')).alias('status'),
        pl.col('notes'), text('').alias('is_total'))
    .collectSync()
    .writeCSV(target);
