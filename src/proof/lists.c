/* The lists of items that may be parts together. See lists.h. */
#include "proof/lists.h"

#include "base/str.h"

/* Every second, third, ... item. */
enum { MOST_STEP = 6 };

/* How far-fetched it is to look at such a list, in quarter bits. */
enum { STEPS = 4 * 4, SORTS = 4 * 2 };

typedef struct maker {
    const thr_plane *plane;
    const size_t *items;
    size_t count;
    thr_arena *arena;
    thr_list *lists;
    size_t nlists;
} maker;

bool
thr_lists_alike(const thr_plane *plane, size_t a, size_t b) {
    if (plane->axis != THRESH_COLUMNS || plane->slots != NULL)
        return false;
    const thresh_heading *one = plane->table->columns[a].leaf;
    const thresh_heading *other = plane->table->columns[b].leaf;
    return one != NULL && other != NULL
           && thr_str_equal(one->label, other->label);
}

/* Start a list; NULL if memory is exhausted. Lists share no memory: each has
 * room for all items. */
static thr_list *
start(maker *m, unsigned cost) {
    thr_list *list = &m->lists[m->nlists];
    list->items = thr_arena_raw_array(m->arena, m->count, sizeof *list->items);
    list->count = 0;
    list->cost = cost;
    list->steps = false;
    return list->items == NULL ? NULL : list;
}

static void
put(thr_list *list, size_t item) {
    list->items[list->count++] = (uint16_t)item;
}

/* Keep it where it has parts to choose from, and leaves some out. */
static void
keep(maker *m, const thr_list *list) {
    m->nlists += list->count >= 2
                 && (list->count < m->count || m->nlists == 0);
}

static bool
add_steps(maker *m) {
    for (size_t step = 1; step <= MOST_STEP; step++)
        for (size_t first = 0; first < step; first++) {
            thr_list *list = start(m, step == 1 ? 0 : STEPS);
            if (list == NULL)
                return false;
            list->steps = step > 1;
            for (size_t i = first; i < m->count; i += step)
                put(list, i);
            keep(m, list);
        }
    return true;
}

/* The items that are in no sum, and those that are totals. */
static bool
add_sorts(maker *m, const thr_tree *tree) {
    for (int totals = 0; totals < 2; totals++) {
        thr_list *list = start(m, SORTS);
        if (list == NULL)
            return false;
        for (size_t i = 0; i < m->count; i++) {
            size_t item = m->items[i];
            if (totals ? tree->is_total[item]
                       : tree->parent[item] == THR_NO_PARENT)
                put(list, i);
        }
        keep(m, list);
    }
    return true;
}

bool
thr_lists_one_name(const thr_plane *plane, size_t a, size_t b) {
    return thr_lists_alike(plane, a, b)
           || thr_str_equal(thr_plane_label(plane, a),
                            thr_plane_label(plane, b));
}

/* Those called "Public", and those called "Private". */
static bool
add_names(maker *m, bool *done, thresh_str *labels) {
    for (size_t i = 0; i < m->count; i++)
        labels[i] = thr_plane_label(m->plane, m->items[i]);
    for (size_t i = 0; i < m->count; i++) {
        if (done[i])
            continue;
        thr_list *list = start(m, SORTS);
        if (list == NULL)
            return false;
        for (size_t k = i; k < m->count; k++)
            if (!done[k]
                && (thr_str_equal(labels[i], labels[k])
                    || thr_lists_alike(m->plane, m->items[i], m->items[k]))) {
                done[k] = true;
                put(list, k);
            }
        keep(m, list);
    }
    return true;
}

thresh_result
thr_lists_make(const thr_plane *plane, const thr_tree *tree,
               const size_t *items, size_t count, thr_arena *arena,
               thr_list **lists, size_t *nlists, thresh_error *err) {
    enum { OTHERS = MOST_STEP * (MOST_STEP + 1) / 2 + 3 };
    maker m = {
        .plane = plane,
        .items = items,
        .count = count,
        .arena = arena,
        .lists = thr_arena_array(arena, OTHERS + count, sizeof *m.lists)};
    bool *done = thr_arena_array(arena, count, sizeof *done);
    thresh_str *labels = thr_arena_array(arena, count, sizeof *labels);
    if (m.lists == NULL || done == NULL || labels == NULL || !add_steps(&m)
        || !add_sorts(&m, tree) || !add_names(&m, done, labels))
        return thr_arena_failure(arena, 0, err);
    *lists = m.lists;
    *nlists = m.nlists;
    return THRESH_OK;
}
