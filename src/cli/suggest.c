/* The nearest name. See suggest.h. */
#include "cli/suggest.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST = 40 };

static char
lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t
least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* How many letters must be put in, left out, changed or swapped with their
 * neighbour to make `a` of `b`: the optimal string alignment distance, row by
 * row of its matrix. */
static size_t
distance(const char *a, size_t a_len, const char *b, size_t b_len) {
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_len; j++)
        last[j] = j;
    memcpy(before, last, sizeof rows[0]);
    for (size_t i = 1; i <= a_len; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t change = lower(a[i - 1]) != lower(b[j - 1]);
            size_t cost = least(last[j] + 1, row[j - 1] + 1);
            cost = least(cost, last[j - 1] + change);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2])
                && lower(a[i - 2]) == lower(b[j - 1]))
                cost = least(cost, before[j - 2] + 1);
            row[j] = cost;
        }
        size_t *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[b_len];
}

void
cli_suggest(cli_suggestion *suggestion, const char *name) {
    size_t wanted_len = strlen(suggestion->wanted);
    size_t name_len = strlen(name);
    if (wanted_len > LONGEST || name_len > LONGEST || wanted_len < 2)
        return;
    size_t found = distance(suggestion->wanted, wanted_len, name, name_len);
    size_t limit = wanted_len < 6 ? 1 : wanted_len / 3;
    if (found > limit)
        return;
    if (suggestion->best == NULL || found < suggestion->distance) {
        suggestion->best = name;
        suggestion->distance = found;
    }
}

const char *
cli_suggest_text(const cli_suggestion *suggestion, const char *before,
                 char *text, size_t size) {
    if (suggestion->best == NULL)
        text[0] = '\0';
    else
        (void)snprintf(text, size, "; did you mean '%s%s'?", before,
                       suggestion->best);
    return text;
}
