/* Names that are near: by how many letters to insert, delete, change or swap.
 * See nearest.h. */
#include "base/nearest.h"

#include "base/str.h"

/* No name of ours is longer, so what is longer is no slip of the keyboard. */
enum { LONGEST = 24 };

static size_t
least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* The optimal-alignment distance of two texts of at most LONGEST bytes. */
static size_t
distance(thresh_str a, thresh_str b) {
    size_t table[LONGEST + 1][LONGEST + 1];
    for (size_t i = 0; i <= a.len; i++)
        table[i][0] = i;
    for (size_t j = 0; j <= b.len; j++)
        table[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        for (size_t j = 1; j <= b.len; j++) {
            size_t change = a.ptr[i - 1] != b.ptr[j - 1];
            size_t best = table[i - 1][j - 1] + change;
            best = least(best, table[i - 1][j] + 1);
            best = least(best, table[i][j - 1] + 1);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2]
                && a.ptr[i - 2] == b.ptr[j - 1])
                best = least(best, table[i - 2][j - 2] + 1);
            table[i][j] = best;
        }
    }
    return table[a.len][b.len];
}

void
thr_nearest_offer(thr_nearest *nearest, thresh_str name) {
    thresh_str typed = nearest->typed;
    if (typed.len > LONGEST || name.len > LONGEST)
        return;
    /* The start of a name, cut short, is as near as one slip. Two slips in a
     * name of three letters would make any other of it. */
    bool begins = typed.len >= 2 && thr_str_starts(name, typed);
    size_t steps = begins ? 1 : distance(typed, name);
    if (steps > 2 || steps * 3 > name.len + 1)
        return;
    if (nearest->name.len == 0 || steps < nearest->distance) {
        nearest->name = name;
        nearest->distance = steps;
    }
}
