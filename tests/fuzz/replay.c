/* What a fuzz target holds true, held to without libFuzzer: for the inputs of
 * the cases, and for what a few changes make of each, always the same ones.
 *
 *     TARGET_replay ROUNDS [PATTERN [ROUND]]
 *
 * The pattern is that of the inputs, and the round the only one to run. */
#define _GNU_SOURCE
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { MOST_BYTES = 6000 };

/* What the tables of others are full of. */
static const char *const scraps[] = {
    "\t",
    "  ",
    "     ",
    "\n",
    "\n\n",
    ",",
    ";",
    "|",
    "(1)",
    "-",
    "--",
    "..",
    "...",
    "(D)",
    "*",
    "1/",
    "Total",
    "2001",
    "1999-2000",
    "12",
    "1,234",
    "0.5",
    "(12)",
    "100%",
    "\"",
    "'",
    "NA",
    "r",
    "p",
    "e",
    "of which",
    "Table 2. ",
    "Source: ",
    "Note: ",
    "1) ",
    "[1]",
    "Jan",
    "Q1",
    "=====",
    "-----",
    "\f",
    "\xC2\xA0",
    "\xE2\x80\x93",
    "\xC3\xA9",
    "\r\n",
    "- ",
    "All ",
    "(thousands)",
    "(continued)",
    "\xFF",
    "$",
    "+",
};

typedef struct text {
    char bytes[FUZZ_OPTIONS + MOST_BYTES];
    size_t size;
} text;

static uint64_t state;

/* A number below `end`, by xorshift. */
static size_t
any(size_t end) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return end == 0 ? 0 : (size_t)(state % end);
}

static void
put(text *to, const char *bytes, size_t size) {
    size_t room = sizeof to->bytes - to->size;
    size = size < room ? size : room;
    memcpy(to->bytes + to->size, bytes, size);
    to->size += size;
}

/* Put `size` bytes in the place of those from `from` to `to`. */
static void
replace(text *it, size_t from, size_t to, const char *bytes, size_t size) {
    text old = *it;
    it->size = from;
    put(it, bytes, size);
    put(it, old.bytes + to, old.size - to);
}

/* Where a line starts, and where the next one does. */
static size_t
any_line(const text *it, size_t *end) {
    size_t at = FUZZ_OPTIONS + any(it->size - FUZZ_OPTIONS);
    size_t from = at, to = at;
    while (from > FUZZ_OPTIONS && it->bytes[from - 1] != '\n')
        from--;
    while (to < it->size && it->bytes[to++] != '\n')
        ;
    *end = to;
    return from;
}

/* What cuts cells, if lines of the text are cut by it: the first of these that
 * it has. */
static char
delimiter_of(const text *it) {
    static const char delimiters[] = "\t;|,";
    for (const char *at = delimiters; *at != '\0'; at++)
        if (memchr(it->bytes + FUZZ_OPTIONS, *at, it->size - FUZZ_OPTIONS))
            return *at;
    return ' ';
}

/* Where a cell of the line from `from` to `end` starts, and ends. */
static size_t
any_cell(const text *it, size_t from, size_t end, size_t *cell_end) {
    char delimiter = delimiter_of(it);
    size_t at = from + any(end - from), to = at;
    while (at > from && it->bytes[at - 1] != delimiter)
        at--;
    while (to < end && it->bytes[to] != delimiter && it->bytes[to] != '\n')
        to++;
    *cell_end = to > at ? to : at;
    return at;
}

/* Every line stands twice in its line, as tables side by side do. */
static void
put_beside(text *it) {
    text old = *it;
    char delimiter = delimiter_of(it);
    it->size = FUZZ_OPTIONS;
    for (size_t at = FUZZ_OPTIONS; at < old.size;) {
        const char *line = old.bytes + at;
        const char *stop = memchr(line, '\n', old.size - at);
        size_t len = stop != NULL ? (size_t)(stop - line) : old.size - at;
        put(it, line, len);
        put(it, &delimiter, 1);
        put(it, line, len);
        put(it, "\n", 1);
        at += len + 1;
    }
}

/* Change what cells and lines say of each other. */
static void
rearrange(text *it, const text *other, size_t from, size_t end) {
    size_t cell_end, size = end - from;
    text line = *it;
    size_t cell = any_cell(it, from, end, &cell_end);
    const char *scrap = scraps[any(sizeof scraps / sizeof *scraps)];
    switch (any(8)) {
    case 0: put_beside(it); break;
    case 1: replace(it, from, from, "    ", 1 + any(4)); break;
    case 2: /* nothing but its first words */
        replace(it, cell_end, end, "\n", 1);
        break;
    case 3: { /* the line stands somewhere else */
        size_t to_end;
        replace(it, from, end, "", 0);
        if (it->size > FUZZ_OPTIONS)
            from = any_line(it, &to_end);
        replace(it, from, from, line.bytes + (end - size), size);
        break;
    }
    case 4: replace(it, cell, cell_end, "", 0); break;
    case 5: replace(it, cell, cell_end, scrap, strlen(scrap)); break;
    case 6: { /* a cell of another table */
        size_t line_end, stop;
        size_t start = any_line(other, &line_end);
        start = any_cell(other, start, line_end, &stop);
        replace(it, cell, cell_end, other->bytes + start, stop - start);
        break;
    }
    default: /* its end is a line */ replace(it, cell_end, cell_end, "\n", 1);
    }
}

static void
change(text *it, const text *other) {
    size_t end, other_end;
    size_t at = FUZZ_OPTIONS + any(it->size - FUZZ_OPTIONS + 1);
    size_t from = any_line(it, &end);
    size_t other_from = any_line(other, &other_end);
    const char *scrap = scraps[any(sizeof scraps / sizeof *scraps)];
    switch (any(12)) {
    case 0: /* a line less */ replace(it, from, end, "", 0); break;
    case 1: { /* a line twice */
        text line = *it;
        replace(it, end, end, line.bytes + from, end - from);
        break;
    }
    case 2: /* a line of another table */
        replace(it, from, from, other->bytes + other_from,
                other_end - other_from);
        break;
    case 3: /* its end is that of another table */
        replace(it, end, it->size, other->bytes + other_from,
                other->size - other_from);
        break;
    case 4:
        if (at < it->size)
            replace(it, at, at + 1, "", 0);
        break;
    case 5:
        if (at < it->size)
            replace(it, at, at + 1, scrap, strlen(scrap));
        break;
    case 6:
    case 7: replace(it, at, at, scrap, strlen(scrap)); break;
    default:
        if (from < end)
            rearrange(it, other, from, end);
    }
}

static void
make_noise(text *it) {
    it->size = FUZZ_OPTIONS + any(400);
    for (size_t i = 0; i < it->size; i++)
        it->bytes[i] = (char)any(256);
}

/* The first round is the input as it is, in single bytes. */
static void
run(const text *input, const text *other, size_t number, size_t round) {
    text it = *input;
    state = (number + 1) * UINT64_C(0x9E3779B97F4A7C15) + round;
    for (int i = 0; i < 8; i++)
        (void)any(2);
    if (round % 6 == 5)
        make_noise(&it);
    for (size_t n = round > 0 ? 1 + any(3) : 0; n > 0; n--)
        change(&it, other);
    for (size_t i = 0; round % 2 == 1 && i < FUZZ_OPTIONS; i++)
        it.bytes[i] = (char)any(256);
    /* Of its very size, so that what reads past it is seen. */
    uint8_t *bytes = malloc(it.size);
    if (bytes == NULL)
        abort();
    memcpy(bytes, it.bytes, it.size);
    (void)LLVMFuzzerTestOneInput(bytes, it.size);
    free(bytes);
}

static void
take(text *it, const char *path) {
    *it = (text){.size = FUZZ_OPTIONS};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return;
    it->size += fread(it->bytes + FUZZ_OPTIONS, 1, MOST_BYTES, file);
    (void)fclose(file);
}

static const char *running;
static size_t running_round;

/* fuzz_fail() has said what. */
static void
say_where(int signal_number) {
    (void)fprintf(stderr, "%s, round %zu: signal %d\n", running, running_round,
                  signal_number);
    _Exit(1);
}

int
main(int argc, char **argv) {
    size_t rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
    glob_t inputs;
    if (glob(argc > 2 ? argv[2] : "tests/cases/*/*/input*", 0, NULL, &inputs)
            != 0
        || inputs.gl_pathc == 0) {
        (void)fprintf(stderr, "no inputs\n");
        return 1;
    }
    (void)signal(SIGABRT, say_where);
    for (size_t i = 0; i < inputs.gl_pathc; i++) {
        static text input, other;
        running = inputs.gl_pathv[i];
        take(&input, running);
        take(&other, inputs.gl_pathv[(i * 7 + 3) % inputs.gl_pathc]);
        for (size_t k = 0; k < rounds; k++) {
            running_round = argc > 3 ? strtoul(argv[3], NULL, 10) : k;
            run(&input, &other, i, running_round);
        }
    }
    globfree(&inputs);
    return 0;
}
