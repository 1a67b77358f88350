/*
 * The floor: the least that a C program must do to read the layout of
 * samples/immigration-2007.txt right, and no other:
 *
 *     floor < TABLE > LONG.csv
 *
 * It knows that a line that starts with a tab holds the names of the columns,
 * that "Citizenship" starts the line above it, that other lines without a tab
 * are no rows, and that "2007" is the year. It takes every cell for what it
 * should be: nothing is checked, no name needs quotes. What stands above this
 * floor is what thresh pays for working all that out, and for being sure.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE = 1 << 16, BLOCK = 1 << 18, COLUMNS = 4096, NAME = 64 };

static char out[BLOCK + LINE];
static size_t used;
static char names[COLUMNS][NAME]; /* ",Oslo and Akershus,2007," */
static size_t lengths[COLUMNS];

static void
drain(void) {
    for (size_t done = 0; done < used;) {
        ssize_t n = write(STDOUT_FILENO, out + done, used - done);
        if (n < 0)
            exit(1);
        done += (size_t)n;
    }
    used = 0;
}

static void
put(const char *text, size_t size) {
    memcpy(out + used, text, size);
    used += size;
}

/* "\t\tOslo and Akershus\tHedmark and Oppland...": the first is the total. */
static void
take_names(const char *line, const char *end) {
    size_t column = 0;
    lengths[column++] = (size_t)sprintf(names[0], ",Total,2007,");
    for (line += 2; line < end && column < COLUMNS; column++) {
        const char *stop = memchr(line, '\t', (size_t)(end - line));
        if (stop == NULL)
            stop = end;
        lengths[column] = (size_t)snprintf(names[column], NAME, ",%.*s,2007,",
                                           (int)(stop - line), line);
        line = stop + 1;
    }
}

static void
take_row(const char *line, const char *tab, const char *end) {
    const char *label = line;
    size_t size = (size_t)(tab - line);
    int marked = size > 3 && memcmp(tab - 3, " ¹", 3) == 0;
    if (marked)
        size -= 3;
    const char *tail = marked ? ",,1,\n" : ",,,\n";
    const char *nil = marked ? "0,nil,1,\n" : "0,nil,,\n";
    const char *at = tab + 1;
    for (size_t column = 0; at <= end; column++, at++) {
        if (used > BLOCK)
            drain();
        put(label, size);
        put(names[column], lengths[column]);
        if (at < end && *at == '-') {
            put(nil, strlen(nil));
            at++;
            continue;
        }
        for (; at < end && *at != '\t'; at++)
            if (*at != ' ')
                out[used++] = *at;
        put(tail, strlen(tail));
    }
}

static void
take_line(const char *line, const char *end) {
    const char *tab = memchr(line, '\t', (size_t)(end - line));
    if (tab == line)
        take_names(line, end);
    else if (tab != NULL && memcmp(line, "Citizenship\t", 12) != 0)
        take_row(line, tab, end);
}

int
main(void) {
    static char in[BLOCK + LINE];
    static const char head[] =
        "citizenship,region,year,value,status,notes,is_total\n";
    size_t kept = 0;
    ssize_t n;
    put(head, sizeof(head) - 1);
    while ((n = read(STDIN_FILENO, in + kept, BLOCK)) > 0) {
        const char *at = in;
        const char *end = in + kept + n;
        const char *stop;
        while ((stop = memchr(at, '\n', (size_t)(end - at))) != NULL) {
            take_line(at, stop);
            at = stop + 1;
        }
        kept = (size_t)(end - at);
        if (kept > LINE)
            return 1;
        memmove(in, at, kept);
    }
    drain();
    return n < 0;
}
