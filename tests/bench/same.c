/*
 * What an output says, in one line, so that outputs can be compared that
 * differ in quoting, in the order of their rows, or in being CSV or JSON:
 *
 *     same < LONG.csv
 *     same json < LONG.ndjson
 *
 * Prints the number of records and the sum of their hashes. A record counts
 * with its first 6 fields, without quotes: is_total is not what the peers
 * work out. The keys of the first JSON object count as a record as well, as
 * the head of a CSV does.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { FIELDS = 6 };

static uint64_t records;
static uint64_t sums[2];

/* The record that is being read. */
static uint64_t hash;
static int field;

static void
take(int c) {
    if (field < FIELDS)
        hash = (hash ^ (uint64_t)c) * UINT64_C(0x100000001b3);
}

static void
end_field(void) {
    take(256);
    field++;
}

static void
end_record(void) {
    uint64_t z = hash;
    sums[0] += z;
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    sums[1] += z ^ (z >> 27);
    records++;
    hash = UINT64_C(0xcbf29ce484222325);
    field = 0;
}

static void
read_csv(FILE *from) {
    bool quoted = false;
    bool quote = false; /* the last character, inside quotes */
    for (int c; (c = getc_unlocked(from)) != EOF;) {
        if (c == '"') {
            if (quote)
                take('"');
            quote = quoted && !quote;
            quoted = true;
        } else if (quoted && !quote) {
            take(c);
        } else if (c == ',' || c == '\n') {
            end_field();
            quoted = quote = false;
            if (c == '\n')
                end_record();
        } else if (c != '\r') {
            take(c);
        }
    }
}

/* A text in quotes, of which the first is read already. */
static void
take_text(const char **at) {
    for (; **at != '"' && **at != '\0'; ++*at) {
        if (**at == '\\')
            ++*at;
        take((unsigned char)**at);
    }
    if (**at == '"')
        ++*at;
}

/* One object without objects in it; either its keys or its values. */
static void
take_object(const char *at, bool keys) {
    bool key = true;
    while (*at != '\0' && *at != '\n' && *at != '}') {
        char c = *at++;
        bool wanted = key == keys;
        int known = field;
        if (!wanted)
            field = FIELDS; /* read, but not taken */
        if (c == '"')
            take_text(&at);
        else if (c == 'n' && strncmp(at, "ull", 3) == 0)
            at += 3;
        else if (strchr("{:, ", c) == NULL)
            take((unsigned char)c);
        field = known;
        if (*at == ':' || *at == ',' || *at == '}') {
            if (wanted)
                end_field();
            key = *at == ',';
            at++;
        }
    }
    end_record();
}

static void
read_json(FILE *from) {
    static char line[1 << 16];
    while (fgets(line, sizeof(line), from) != NULL) {
        if (records == 0)
            take_object(line, true);
        take_object(line, false);
    }
}

int
main(int argc, char **argv) {
    hash = UINT64_C(0xcbf29ce484222325);
    if (argc > 1 && strcmp(argv[1], "json") == 0)
        read_json(stdin);
    else
        read_csv(stdin);
    printf("%" PRIu64 " records %016" PRIx64 "%016" PRIx64 "\n", records,
           sums[0], sums[1]);
    return ferror(stdin) != 0;
}
