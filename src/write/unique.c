/* A hash set of names. Each remembers the last suffix it was given, so that a
 * thousand columns of one name take a thousand steps. See unique.h. */
#include "write/unique.h"

#include "base/buf.h"
#include "base/str.h"

struct thr_unique_slot {
    thresh_str name; /* ptr is NULL in a free slot */
    uint64_t suffix; /* the last one tried for it */
};

typedef struct thr_unique_slot slot;

bool
thr_unique_start(thr_unique *unique, thr_arena *arena, size_t names) {
    if (names > SIZE_MAX / 8)
        return false;
    /* A suffixed name may itself be in the way of a later one. */
    size_t nslots = 16;
    while (nslots < names * 3)
        nslots *= 2;
    unique->arena = arena;
    unique->nslots = nslots;
    unique->slots = thr_arena_array(arena, nslots, sizeof *unique->slots);
    return unique->slots != NULL;
}

static uint64_t
hash_nocase(thresh_str text) {
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        hash ^= c >= 'A' && c <= 'Z' ? c | 0x20u : c;
        hash *= 1099511628211u;
    }
    return hash ^ (hash >> 32);
}

/* The slot that holds `name`, or the free one where it belongs. */
static slot *
find(const thr_unique *unique, thresh_str name) {
    size_t mask = unique->nslots - 1;
    size_t at = (size_t)hash_nocase(name) & mask;
    while (unique->slots[at].name.ptr != NULL
           && !thr_str_equal_nocase(unique->slots[at].name, name))
        at = (at + 1) & mask;
    return &unique->slots[at];
}

/* `name`_`suffix`, or `name` itself for 1, in the arena. */
static bool
with_suffix(thr_arena *arena, thresh_str name, uint64_t suffix,
            thresh_str *out) {
    thr_buf buf = {0};
    thr_buf_str(&buf, name);
    if (suffix > 1) {
        thr_buf_char(&buf, '_');
        thr_buf_uint(&buf, suffix);
    }
    bool copied = !buf.failed
                  && thr_arena_copy(arena, thr_buf_view(&buf), out);
    thr_buf_free(&buf);
    return copied;
}

bool
thr_unique_take(thr_unique *unique, thresh_str name, thresh_str *out) {
    slot *base = find(unique, name);
    slot *free_slot = base;
    thresh_str candidate = name;
    while (free_slot->name.ptr != NULL) {
        base->suffix++;
        if (!with_suffix(unique->arena, name, base->suffix, &candidate))
            return false;
        free_slot = find(unique, candidate);
    }
    if (!with_suffix(unique->arena, candidate, 1, out))
        return false;
    *free_slot = (slot){.name = *out, .suffix = 1};
    return true;
}
