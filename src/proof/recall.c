/* What was found for each item below which others. See recall.h. */
#include "proof/recall.h"

#include <string.h>

bool
thr_recall_make(thr_recall *recall, size_t n, thr_arena *arena) {
    *recall = (thr_recall){
        .marks = thr_arena_array(arena, n, sizeof *recall->marks),
        .found = thr_arena_raw_array(arena, n, sizeof *recall->found)};
    return recall->marks != NULL && recall->found != NULL;
}

bool
thr_recall_has(const thr_recall *recall, size_t total, uint64_t mark,
               thr_choice *out) {
    if (recall->marks[total] != mark)
        return false;
    if (recall->found[total] > 0)
        *out = recall->choices[recall->found[total] - 1];
    return true;
}

/* Twice the room, in other memory, where there is none. */
static bool
make_room(thr_recall *recall, thr_arena *arena) {
    enum { FIRST = 16 };
    if (recall->count < recall->room)
        return true;
    size_t room = recall->room ? 2 * recall->room : FIRST;
    thr_choice *more = thr_arena_raw_array(arena, room, sizeof *more);
    if (more == NULL)
        return false;
    if (recall->count > 0)
        memcpy(more, recall->choices, recall->count * sizeof *more);
    recall->choices = more;
    recall->room = room;
    return true;
}

bool
thr_recall_keep(thr_recall *recall, size_t total, uint64_t mark,
                const thr_choice *found, thr_arena *arena) {
    recall->marks[total] = mark;
    recall->found[total] = 0;
    if (found->nparts == 0)
        return true;
    if (!make_room(recall, arena))
        return false;
    recall->choices[recall->count++] = *found;
    recall->found[total] = (uint32_t)recall->count;
    return true;
}
