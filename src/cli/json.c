/* Pieces of JSON. See json.h. */
#include "cli/json.h"

#include <inttypes.h>

#include "cli/text.h"

void
cli_json_text(FILE *out, const char *before, thresh_str text) {
    (void)fprintf(out, "%s\"", before);
    while (text.len > 0) {
        const char *start = text.ptr;
        uint32_t point = cli_text_point(&text);
        if (point == '"' || point == '\\')
            (void)fprintf(out, "\\%c", *start);
        else if (cli_text_is_hidden(point) && point <= 0xFFFF)
            (void)fprintf(out, "\\u%04" PRIX32, point);
        else
            (void)fwrite(start, 1, (size_t)(text.ptr - start), out);
    }
    (void)fputc('"', out);
}

void
cli_json_place(FILE *out, thresh_place place) {
    (void)fprintf(out, "[%" PRIu64 ", %" PRIu32 "]", place.record,
                  place.field);
}

void
cli_json_next(FILE *out, bool *first, const char *indent) {
    (void)fprintf(out, "%s\n%s", *first ? "" : ",", indent);
    *first = false;
}
