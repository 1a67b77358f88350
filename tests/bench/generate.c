/*
 * Tables to measure with, the same bytes at every call:
 *
 *     generate KIND AMOUNT [TRUTH] > TABLE
 *
 * KIND is
 *     pages    the layout of samples/immigration-2007.txt, 8 columns of
 *              values: tabs, spaces between thousands, the header again after
 *              every 60 rows
 *     wide     the same with 1,000 columns
 *     quoted   the same as CSV, with commas between thousands and in labels,
 *              and quotes around these and in some labels
 *     cells    CSV with 1 + 4 columns of plain numbers, for a workbook
 * AMOUNT is the least number of bytes, of cells the number of rows. 6 % of the
 * values are dashes, 3 % of the labels have a note mark. TRUTH is where to
 * write what the table says, as CSV with an observation a row.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 60, DASHES = 6, MARKS = 3, QUOTES = 10 };

static const char *const REGIONS[] = {"Total",
                                      "Oslo and Akershus",
                                      "Hedmark and Oppland",
                                      "South Eastern Norway",
                                      "Agder and Rogaland",
                                      "Western Norway",
                                      "Trøndelag",
                                      "Northern Norway"};
enum { NREGIONS = sizeof(REGIONS) / sizeof(REGIONS[0]) };

typedef struct kind {
    const char *name;
    int columns;
    char delimiter;
    char thousands;
    bool plain; /* neither pages nor anything but numbers */
} kind;

static const kind KINDS[] = {
    {"pages", NREGIONS, '\t', ' ', false},
    {"wide", 1000, '\t', ' ', false},
    {"quoted", NREGIONS, ',', ',', false},
    {"cells", 4, ',', 0, true},
};

/* splitmix64: a few lines that give the same numbers everywhere. */
static uint64_t
chance(void) {
    static uint64_t state = 2007;
    uint64_t z = (state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* As many numbers of each length, from 1 to 5 digits. */
static unsigned
number(void) {
    unsigned below = 10;
    for (uint64_t more = chance() % 5; more > 0; more--)
        below *= 10;
    return (unsigned)(chance() % below);
}

static const char *
region(int column, char name[24]) {
    if (column < NREGIONS)
        return REGIONS[column];
    snprintf(name, 24, "Region %d", column);
    return name;
}

static size_t
put_header(FILE *to, const kind *k) {
    char name[24];
    char d = k->delimiter;
    int size = fprintf(to, "Citizenship%cTotal%cTo region", d, d);
    for (int i = 2; i < k->columns; i++)
        size += fprintf(to, "%c", d);
    size += fprintf(to, "\n%c", d);
    for (int i = 1; i < k->columns; i++)
        size += fprintf(to, "%c%s", d, region(i, name));
    return (size_t)(size + fprintf(to, "\n"));
}

static size_t
put_number(FILE *to, const kind *k, unsigned value) {
    if (value < 1000 || k->thousands == 0)
        return (size_t)fprintf(to, "%c%u", k->delimiter, value);
    const char *quote = k->thousands == k->delimiter ? "\"" : "";
    return (size_t)fprintf(to, "%c%s%u%c%03u%s", k->delimiter, quote,
                           value / 1000, k->thousands, value % 1000, quote);
}

/* The label of a row as CSV has it, which for tabs is the label itself. */
static void
make_label(char label[64], const kind *k, uint64_t row) {
    if (k->delimiter == '\t' || k->plain)
        snprintf(label, 64, "Country %" PRIu64, row);
    else if (chance() % 100 < QUOTES)
        snprintf(label, 64, "\"Country \"\"%" PRIu64 "\"\", old\"", row);
    else
        snprintf(label, 64, "\"Country %" PRIu64 ", new\"", row);
}

/* The label with the mark, which stands inside the quotes. */
static size_t
put_label(FILE *to, const char *label, bool marked) {
    size_t size = strlen(label);
    bool quoted = label[0] == '"';
    if (!marked)
        return (size_t)fprintf(to, "%s", label);
    return (size_t)fprintf(to, "%.*s ¹%s", (int)(size - quoted), label,
                           quoted ? "\"" : "");
}

static size_t
put_row(FILE *to, FILE *truth, const kind *k, uint64_t row) {
    char label[64];
    char name[24];
    make_label(label, k, row);
    bool marked = !k->plain && chance() % 100 < MARKS;
    const char *note = marked ? "1" : "";
    size_t size = put_label(to, label, marked);
    for (int i = 0; i < k->columns; i++) {
        bool nil = !k->plain && chance() % 100 < DASHES;
        unsigned value = nil ? 0 : number();
        size += nil ? (size_t)fprintf(to, "%c-", k->delimiter)
                    : put_number(to, k, value);
        if (truth != NULL)
            fprintf(truth, "%s,%s,2007,%u,%s,%s,\n", label, region(i, name),
                    value, nil ? "nil" : "", note);
    }
    return size + (size_t)fprintf(to, "\n");
}

static void
put_pages(FILE *to, FILE *truth, const kind *k, uint64_t amount) {
    const char *quote = k->delimiter == ',' ? "\"" : "";
    uint64_t size = 0;
    fprintf(to, "11\n\n%sImmigration, by citizenship and region. 2007%s\n",
            quote, quote);
    for (uint64_t row = 0; size < amount; row++) {
        if (row % PAGE == 0) {
            size += (size_t)fprintf(to, "\n");
            size += put_header(to, k);
        }
        size += put_row(to, truth, k, row);
    }
    fprintf(to, "\n¹ 1st November 2006 Serbia and Montenegro separated.\n");
}

static void
put_cells(FILE *to, const kind *k, uint64_t rows) {
    fprintf(to, "Name,A,B,C,D\n");
    for (uint64_t row = 0; row < rows; row++)
        put_row(to, NULL, k, row);
}

int
main(int argc, char **argv) {
    const kind *k = NULL;
    FILE *truth = NULL;
    for (size_t i = 0; argc > 2 && i < sizeof(KINDS) / sizeof(KINDS[0]); i++)
        if (strcmp(argv[1], KINDS[i].name) == 0)
            k = &KINDS[i];
    if (k == NULL || (argc > 3 && (truth = fopen(argv[3], "w")) == NULL)) {
        fprintf(stderr, "usage: generate KIND AMOUNT [TRUTH] > TABLE\n");
        return 2;
    }
    uint64_t amount = strtoull(argv[2], NULL, 10);
    if (truth != NULL)
        fprintf(truth,
                "citizenship,region,year,value,status,notes,is_total\n");
    if (k->plain)
        put_cells(stdout, k, amount);
    else
        put_pages(stdout, truth, k, amount);
    if (truth != NULL && fclose(truth) != 0)
        return 1;
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
