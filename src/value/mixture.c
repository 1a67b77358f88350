/* Whole numbers beside dots. See mixture.h. */
#include "value/mixture.h"

#include "base/ascii.h"

/* Fields further right share the bits of those before. */
static uint64_t
bit_of(thresh_place place) {
    enum { BITS = 64 };
    return UINT64_C(1) << (place.field % BITS);
}

/* Go to the record of `place`. */
static void
enter(thr_mixture *mixture, thresh_place place) {
    if (place.record == mixture->record)
        return;
    mixture->record = place.record;
    mixture->has_dotted = false;
    mixture->small = 0;
}

/* Small numbers are beside a dot on either side of them. */
static void
settle(thr_mixture *mixture) {
    if (mixture->has_dotted)
        mixture->beside |= mixture->small;
}

void
thr_mixture_dotted(thr_mixture *mixture, thresh_place place) {
    enter(mixture, place);
    mixture->dotted |= bit_of(place);
    mixture->has_dotted = true;
    settle(mixture);
}

/* A zero has no decimals in many tables that print them otherwise. */
void
thr_mixture_plain(thr_mixture *mixture, thresh_str text, thresh_place place) {
    enum { GROUP = 3 };
    size_t digits = 0;
    bool zero = true;
    if (mixture->large)
        return; /* no more is to be known */
    for (size_t i = 0; i < text.len; i++) {
        digits += thr_is_digit(text.ptr[i]);
        zero = zero && !(text.ptr[i] > '0' && text.ptr[i] <= '9');
    }
    mixture->large |= digits > GROUP;
    if (zero || digits > GROUP)
        return;
    enter(mixture, place);
    mixture->small |= bit_of(place);
    mixture->smalls++;
    settle(mixture);
}

bool
thr_mixture_groups(const thr_mixture *mixture) {
    enum { FEWEST = 3 };
    return !mixture->large && mixture->smalls >= FEWEST
           && (mixture->dotted & mixture->beside) != 0;
}
