/* One heading over several columns of labels. See shared_head.h. */
#include "frame/shared_head.h"

#include "base/str.h"

/* What parts the names in it: "Jahr | Merkmal", "Region/Sex", "Region by sex".
 * "Towns and villages" are one thing. */
static const thresh_str between[] = {{"|", 1}, {"/", 1}, {" by ", 4}};

enum { SEPARATORS = sizeof between / sizeof *between };

/* Take the next name off the start of `rest`. */
static thresh_str
next_name(thresh_str *rest, thresh_str separator) {
    size_t at = thr_str_find(*rest, separator);
    thresh_str name = at == THRESH_NONE ? *rest : thr_str_slice(*rest, 0, at);
    *rest = at == THRESH_NONE ? (thresh_str){NULL, 0}
                              : thr_str_from(*rest, at + separator.len);
    return thr_str_trim(name);
}

/* How many names stand in a heading; 0 if one of them is blank. */
static size_t
count_names(thresh_str heading, thresh_str separator) {
    size_t count = 0;
    for (thresh_str rest = heading; rest.ptr != NULL; count++)
        if (next_name(&rest, separator).len == 0)
            return 0;
    return count;
}

/* How many fields the heading over the first of `heads` may name. */
static size_t
count_fields(const thr_stubhead *heads, size_t left) {
    size_t fields = 1;
    while (fields < left && heads[fields].label.len == 0)
        fields++;
    return fields;
}

void
thr_shared_head_split(const thr_stub *stub, thr_stubhead *heads) {
    if (stub->staggered || stub->parts > 0 || stub->empty != 0)
        return;
    size_t fields;
    for (size_t f = 0; f < stub->fields; f += fields) {
        fields = count_fields(heads + f, stub->fields - f);
        for (size_t i = 0; i < SEPARATORS && fields > 1; i++) {
            if (count_names(heads[f].label, between[i]) != fields)
                continue;
            thresh_str rest = heads[f].label;
            for (size_t k = 0; k < fields; k++) {
                thr_stubhead *head = &heads[f + k];
                head->place = heads[f].place;
                head->label = next_name(&rest, between[i]);
            }
            break;
        }
    }
}
