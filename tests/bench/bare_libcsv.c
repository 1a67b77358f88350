/*
 * libcsv alone: reads CSV, and does nothing with it but count.
 *
 *     bare_libcsv < TABLE.csv
 */
#include <csv.h>
#include <stdio.h>

enum { BLOCK = 1 << 16 };

typedef struct counts {
    size_t records;
    size_t fields;
    size_t bytes;
} counts;

static void
on_field(void *text, size_t size, void *ctx) {
    counts *seen = ctx;
    (void)text;
    seen->fields++;
    seen->bytes += size;
}

static void
on_record(int end, void *ctx) {
    counts *seen = ctx;
    (void)end;
    seen->records++;
}

int
main(void) {
    static char block[BLOCK];
    struct csv_parser parser;
    counts seen = {0};
    size_t n;
    if (csv_init(&parser, 0) != 0)
        return 1;
    while ((n = fread(block, 1, sizeof(block), stdin)) > 0)
        if (csv_parse(&parser, block, n, on_field, on_record, &seen) != n)
            return 1;
    if (csv_fini(&parser, on_field, on_record, &seen) != 0)
        return 1;
    csv_free(&parser);
    printf("%zu records, %zu fields, %zu bytes\n", seen.records, seen.fields,
           seen.bytes);
    return 0;
}
