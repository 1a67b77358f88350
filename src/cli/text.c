/* Text from elsewhere, shown safely. See text.h. */
#include "cli/text.h"

#include <string.h>

/* One character as it is shown. */
typedef struct glyph {
    char bytes[12];
    size_t len;
    size_t width; /* columns of the terminal */
} glyph;

typedef struct range {
    uint32_t first;
    uint32_t last;
} range;

/* Characters that reorder or hide the text around them. */
static const range hidden[] = {
    {0x0080, 0x009F}, {0x00AD, 0x00AD}, {0x061C, 0x061C},
    {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
};

/* Marks that combine with the character before them. */
static const range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

/* Characters of double width. */
static const range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

#define IN(ranges, point) \
    in((ranges), sizeof(ranges) / sizeof *(ranges), (point))

static bool
in(const range *ranges, size_t count, uint32_t point) {
    for (size_t i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

thresh_str
cli_str(const char *text) {
    return (thresh_str){text, text == NULL ? 0 : strlen(text)};
}

bool
cli_str_is(thresh_str text, const char *other) {
    return text.len == strlen(other)
           && (text.len == 0 || memcmp(text.ptr, other, text.len) == 0);
}

/* Decode the character that `text`, which is not empty, starts with. Returns
 * its length, 0 where it is not valid UTF-8. */
static size_t
decode(thresh_str text, uint32_t *point) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)text.ptr[0];
    size_t len = first < 0x80             ? 1
                 : (first & 0xE0) == 0xC0 ? 2
                 : (first & 0xF0) == 0xE0 ? 3
                 : (first & 0xF8) == 0xF0 ? 4
                                          : 0;
    if (len == 0 || len > text.len)
        return 0;
    uint32_t value = len == 1 ? first : first & (0xFFU >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        unsigned char next = (unsigned char)text.ptr[i];
        if ((next & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (next & 0x3FU);
    }
    if (value < least[len] || value > 0x10FFFF
        || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *point = value;
    return len;
}

uint32_t
cli_text_point(thresh_str *rest) {
    uint32_t point = 0;
    size_t len = decode(*rest, &point);
    if (len == 0)
        len = 1;
    rest->ptr += len;
    rest->len -= len;
    return point;
}

bool
cli_text_is_hidden(uint32_t point) {
    return point < 0x20 || point == 0x7F || IN(hidden, point);
}

/* Show a character by name: all of its bytes are printable ASCII. */
static void
show_as(glyph *out, const char *format, unsigned value) {
    /* cppcheck takes what is written for something that is read. */
    /* cppcheck-suppress ctuuninitvar */
    int len = snprintf(out->bytes, sizeof out->bytes, format, value);
    out->len = len < 0 ? 0 : (size_t)len;
    out->width = out->len;
}

/* Show a control character by its picture: ␛ for escape. */
static void
show_control(glyph *out, uint32_t point) {
    if (point == '\t') {
        memcpy(out->bytes, "\xE2\x86\x92", 3);
    } else {
        uint32_t picture = point == 0x7F ? 0x21 : point;
        out->bytes[0] = (char)0xE2;
        out->bytes[1] = (char)0x90;
        out->bytes[2] = (char)(0x80 + picture);
    }
    out->len = 3;
    out->width = 1;
}

/* Take the first character off `rest`, as it is shown. False where nothing is
 * left. */
static bool
next_glyph(thresh_str *rest, glyph *out) {
    if (rest->len == 0)
        return false;
    uint32_t point = 0;
    size_t len = decode(*rest, &point);
    if (len == 0) {
        show_as(out, "\\x%02X", (unsigned char)rest->ptr[0]);
        len = 1;
    } else if (point < 0x20 || point == 0x7F) {
        show_control(out, point);
    } else if (IN(hidden, point)) {
        show_as(out, "<U+%04X>", point);
    } else {
        memcpy(out->bytes, rest->ptr, len);
        out->len = len;
        out->width = IN(combining, point) ? 0 : IN(wide, point) ? 2 : 1;
    }
    rest->ptr += len;
    rest->len -= len;
    return true;
}

size_t
cli_text_width(thresh_str text) {
    size_t width = 0;
    glyph shown;
    while (next_glyph(&text, &shown))
        width += shown.width;
    return width;
}

size_t
cli_text_put(FILE *out, thresh_str text, size_t max) {
    bool cut = max != CLI_UNCUT && cli_text_width(text) > max;
    size_t room = cut && max > 0 ? max - 1 : max;
    size_t width = 0;
    glyph shown;
    while (next_glyph(&text, &shown) && shown.width <= room - width) {
        (void)fwrite(shown.bytes, 1, shown.len, out);
        width += shown.width;
    }
    if (!cut || max == 0)
        return width;
    (void)fputs("…", out);
    return width + 1;
}

void
cli_text_blanks(FILE *out, size_t count) {
    while (count-- > 0)
        (void)fputc(' ', out);
}

void
cli_text_left(FILE *out, thresh_str text, size_t width) {
    size_t taken = cli_text_put(out, text, width);
    cli_text_blanks(out, width - taken);
}

void
cli_text_right(FILE *out, thresh_str text, size_t width) {
    size_t taken = cli_text_width(text);
    if (taken < width)
        cli_text_blanks(out, width - taken);
    cli_text_put(out, text, width);
}
