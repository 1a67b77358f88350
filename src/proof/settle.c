/* A doubt of reading that sums can settle. See settle.h. */
#include "proof/settle.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "proof/proof.h"

enum { GROUP = 3 };

static bool
holds(thresh_str text, char separator) {
    return text.len > 0 && memchr(text.ptr, separator, text.len) != NULL;
}

/* Read every number that holds the separator in doubt the other way: its
 * digits stay, and the three behind the separator become decimals or whole.
 * Numbers of one shape hold it all, or none does. */
static void
flip(thresh_table *table) {
    thr_store *store = &table->store;
    char separator = table->doubt.separator;
    for (size_t i = 0; i < store->nshapes; i++) {
        thr_mould *shape = &store->shapes[i];
        bool held = shape->is_plain
                    && ((shape->form.ngroup == 1
                         && shape->form.group[0] == separator)
                        || shape->form.decimal == separator);
        if (held)
            shape->cell.scale = shape->cell.scale == 0 ? GROUP : 0;
    }
    for (size_t i = 0; i < store->nwholes; i++) {
        thresh_cell *cell = thr_store_whole(store, i);
        if (cell->kind == THRESH_NUMBER && holds(cell->text, separator))
            cell->scale = cell->scale == 0 ? GROUP : 0;
    }
}

static void
forget_proof(thresh_table *table) {
    table->nsums = table->nfailures = table->nimplied = 0;
    for (size_t i = 0; i < table->nsymbols; i++)
        table->symbols[i].reason = table->reasons ? table->reasons[i]
                                                  : THR_LIT("default meaning");
    for (size_t i = 0; i < table->ndimensions; i++)
        for (size_t k = 0; k < table->categories[i].count; k++) {
            thr_category *category = &table->categories[i].items[k];
            category->parent = THR_NO_PARENT;
            category->level = -1;
            category->is_total = THRESH_UNKNOWN;
        }
}

/* Lines in which sums hold, less those in which they fail. */
static int64_t
strength(const thresh_table *table) {
    int64_t out = 0;
    for (size_t i = 0; i < table->nsums; i++)
        out += (int64_t)(table->sums[i].exact + table->sums[i].rounded)
               - (int64_t)table->sums[i].failed;
    return out;
}

/* Tell what the separator does. A hint is the option of the other reading. */
static void
tell(const thresh_table *table, const thresh_listener *listener, bool decimal,
     const char *reason, const char *hint) {
    if (listener->decision == NULL)
        return;
    thresh_decision decision = {.what = table->doubt.separator == ',' ? "comma"
                                                                      : "dot",
                                .value = decimal ? THR_LIT("marks decimals")
                                                 : THR_LIT("groups thousands"),
                                .reason = thr_str(reason),
                                .hint = thr_str(hint)};
    listener->decision(listener->ctx, &decision);
}

/* The option that reads it the other way. */
static const char *
other_option(const thr_doubt *doubt) {
    bool comma = doubt->separator == ',';
    return comma == doubt->groups ? "--decimal comma" : "--decimal dot";
}

void
thr_proof_warn_doubt(const thresh_table *table,
                     const thresh_listener *listener) {
    if (table->doubt.separator == '\0')
        return;
    tell(table, listener, !table->doubt.groups,
         "it stands before three digits everywhere, and no sum tells",
         other_option(&table->doubt));
    if (listener->warning == NULL)
        return;
    thresh_error warning;
    const thr_doubt *doubt = &table->doubt;
    thr_fail_at(&warning, THRESH_OK, &doubt->place,
                "every %s stands before three digits, as in 1%c250: it is "
                "read as %s%s",
                doubt->separator == ',' ? "comma" : "dot", doubt->separator,
                doubt->groups ? "grouping thousands" : "marking decimals",
                doubt->why);
    listener->warning(listener->ctx, &warning);
}

/* Read the numbers in doubt the other way, and prove the table anew. */
static thresh_result
prove_flipped(thresh_table *table, const thresh_listener *listener,
              thresh_error *err) {
    forget_proof(table);
    flip(table);
    return thr_proof_run(table, listener, err);
}

/* The reading that stays most often is the one that is tried last. */
thresh_result
thr_proof_settle(thresh_table *table, const thresh_listener *listener,
                 thresh_error *err) {
    if (table->doubt.separator == '\0')
        return thr_proof_run(table, listener, err);
    THR_TRY(prove_flipped(table, NULL, err));
    int64_t flipped = strength(table);
    THR_TRY(prove_flipped(table, listener, err));
    int64_t printed = strength(table);
    bool decimal = !table->doubt.groups;
    if (flipped > printed) {
        tell(table, listener, !decimal, "more sums add up so", NULL);
        return prove_flipped(table, NULL, err);
    }
    if (printed > flipped)
        tell(table, listener, decimal, "more sums add up so", NULL);
    else
        thr_proof_warn_doubt(table, listener);
    return THRESH_OK;
}
