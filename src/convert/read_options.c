/* What a reader can be told. See read_options.h. */
#include "convert/read_options.h"

#include "base/str.h"
#include "frame/stub.h"
#include "value/profile.h"

thresh_result
thr_read_options_check(const thresh_read_options *opts, thresh_error *err) {
    switch (opts->delimiter) {
    case 0:
    case '\t':
    case ',':
    case ';':
    case '|':
    case ' ': break;
    default:
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "the delimiter is none of tab, comma, semicolon, pipe "
                        "and space");
    }
    if (opts->decimal != '\0' && opts->decimal != '.' && opts->decimal != ',')
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "the decimal mark is neither dot nor comma");
    if (opts->symbols != NULL
        && thr_profile_named(thr_str(opts->symbols)) == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "no symbols are known by the name \"%.*s\"",
                        THR_STR(thr_str(opts->symbols)));
    if (opts->stub_columns > THR_STUB_MOST)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "no more than %d columns of labels are read",
                        THR_STUB_MOST);
    return THRESH_OK;
}
