/* What a symbol or flag says of an observation: names, words and the letters
 * of the SDMX code list CL_OBS_STATUS 2.2, in one table. */
#include "model/table.h"

typedef struct status_row {
    uint32_t bit;
    char sdmx;
    const char *name;
    const char *meaning;
} status_row;

/* The gravest first: what leaves no value, then what makes one doubtful, then
 * what only qualifies it. */
static const status_row statuses[] = {
    {THRESH_CONFIDENTIAL, 'Q', "confidential", "confidential"},
    {THRESH_NOT_APPLICABLE, 'M', "not_applicable", "not applicable"},
    {THRESH_NOT_AVAILABLE, 'O', "not_available", "not available"},
    {THRESH_NOT_YET_AVAILABLE, 'O', "not_yet_available", "not yet available"},
    {THRESH_UNRELIABLE, 'U', "unreliable", "unreliable"},
    {THRESH_BREAK, 'B', "break", "break in the series"},
    {THRESH_DIFFERS, 'D', "differs", "definition differs"},
    {THRESH_FORECAST, 'F', "forecast", "forecast"},
    {THRESH_IMPUTED, 'I', "imputed", "imputed"},
    {THRESH_ESTIMATED, 'E', "estimated", "estimated"},
    {THRESH_PROVISIONAL, 'P', "provisional", "provisional"},
    {THRESH_BELOW_HALF_UNIT, 'N', "below_half_unit",
     "less than half of the unit shown"},
    {THRESH_NOT_SIGNIFICANT, 'N', "not_significant", "not significant"},
    {THRESH_REVISED, 'A', "revised", "revised"},
    {THRESH_SIGNIFICANT, 'A', "significant", "significantly different"},
    {THRESH_NIL, 'A', "nil", "exactly zero"},
};

enum { STATUS_COUNT = sizeof statuses / sizeof *statuses };

static const status_row *
find(uint32_t status) {
    for (size_t i = 0; i < STATUS_COUNT; i++)
        if (statuses[i].bit == status)
            return &statuses[i];
    return NULL;
}

const char *
thresh_status_name(uint32_t status) {
    const status_row *found = find(status);
    return found ? found->name : NULL;
}

const char *
thresh_status_meaning(uint32_t status) {
    const status_row *found = find(status);
    return found ? found->meaning : NULL;
}

/* The row of the gravest bit, or NULL if there is none. */
static const status_row *
gravest(uint32_t status) {
    for (size_t i = 0; i < STATUS_COUNT; i++)
        if (statuses[i].bit & status)
            return &statuses[i];
    return NULL;
}

char
thresh_status_sdmx(uint32_t status) {
    const status_row *found = gravest(status);
    return found ? found->sdmx : 'A';
}

uint32_t
thr_status_gravest(uint32_t status) {
    const status_row *found = gravest(status);
    return found ? found->bit : 0;
}
