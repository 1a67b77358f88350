/* Whether a zip file is whole. See zip_check.h. */
#include "workbook/zip_check.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/error.h"
#include "workbook/xml_check.h"

/* Lengths of what the format consists of, without what varies. */
enum { LOCAL = 30, ENTRY = 46, DIRECTORY_END = 22, CHUNK = 64 * 1024 };

enum { DEFLATED = 8 }; /* as each part of a workbook is */

/* An entry of the directory. */
typedef struct entry {
    uint64_t method, crc, packed, size, name_len, offset, length;
    char name[64]; /* cut to fit */
} entry;

typedef struct zip {
    int fd;
    uint64_t size;
    thr_zip_part *parts;
    size_t nparts;
    unsigned char packed[CHUNK];
    unsigned char plain[CHUNK];
    size_t kept; /* bytes of `plain` that are no piece of XML yet */
} zip;

/* A number of `bytes` bytes, the lowest first. */
static uint64_t
number_at(const unsigned char *from, size_t bytes) {
    uint64_t number = 0;
    while (bytes-- > 0)
        number = number << 8 | from[bytes];
    return number;
}

/* Read exactly that much. */
static bool
read_at(const zip *file, uint64_t offset, void *into, size_t size) {
    char *to = into;
    if (offset > file->size || size > file->size - offset)
        return false;
    while (size > 0) {
        ssize_t got = pread(file->fd, to, size, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        offset += (uint64_t)got;
        size -= (size_t)got;
    }
    return true;
}

/* Read the entry of the directory at `offset`. */
static bool
read_entry(const zip *file, uint64_t offset, entry *out) {
    unsigned char raw[ENTRY];
    if (!read_at(file, offset, raw, ENTRY) || number_at(raw, 4) != 0x02014b50)
        return false;
    out->method = number_at(raw + 10, 2);
    out->crc = number_at(raw + 16, 4);
    out->packed = number_at(raw + 20, 4);
    out->size = number_at(raw + 24, 4);
    out->name_len = number_at(raw + 28, 2);
    out->offset = number_at(raw + 42, 4);
    out->length = ENTRY + out->name_len + number_at(raw + 30, 2)
                  + number_at(raw + 32, 2);
    size_t shown = out->name_len < sizeof out->name ? (size_t)out->name_len
                                                    : sizeof out->name - 1;
    out->name[shown] = '\0';
    return read_at(file, offset + ENTRY, out->name, shown);
}

/* Find where the bytes of a part begin; the names of both places agree. */
static bool
find_bytes(const zip *file, const entry *one, uint64_t *out) {
    unsigned char raw[LOCAL];
    char name[sizeof one->name];
    if (!read_at(file, one->offset, raw, LOCAL)
        || number_at(raw, 4) != 0x04034b50
        || number_at(raw + 26, 2) != one->name_len)
        return false;
    size_t shown = strlen(one->name);
    if (!read_at(file, one->offset + LOCAL, name, shown)
        || memcmp(name, one->name, shown) != 0)
        return false;
    *out = one->offset + LOCAL + one->name_len + number_at(raw + 28, 2);
    return true;
}

/* Take `got` bytes more of `plain`; a piece that has not ended is kept there
 * for what comes behind it. */
static bool
take_plain(zip *file, size_t got, uLong *crc, thr_xml *xml) {
    const unsigned char *bytes = file->plain;
    *crc = crc32(*crc, bytes + file->kept, (uInt)got);
    size_t all = file->kept + got;
    size_t taken = thr_xml_feed(xml, (const char *)bytes, all);
    file->kept = all - taken;
    if (xml->broken || file->kept == CHUNK)
        return false;
    memmove(file->plain, bytes + taken, file->kept);
    return true;
}

/* Unpack what is in `stream` and take it: true as long as all is well, with
 * `ended` set behind the last byte. */
static bool
unpack(zip *file, z_stream *stream, uLong *crc, thr_xml *xml, bool *ended) {
    do {
        uInt room = CHUNK - (uInt)file->kept;
        stream->next_out = file->plain + file->kept;
        stream->avail_out = room;
        int code = inflate(stream, Z_NO_FLUSH);
        *ended = code == Z_STREAM_END;
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return false;
        if (!take_plain(file, room - stream->avail_out, crc, xml))
            return false;
    } while (!*ended && stream->avail_out == 0);
    return true;
}

/* Unpack `one`, whose bytes are at `offset`, into `xml`. */
static bool
read_deflated(zip *file, const entry *one, uint64_t offset, thr_xml *xml) {
    z_stream stream = {0};
    uint64_t left = one->packed;
    uLong crc = 0;
    bool ended = false;
    bool sound = inflateInit2(&stream, -MAX_WBITS) == Z_OK;
    while (sound && !ended && left > 0) {
        size_t size = left < CHUNK ? (size_t)left : CHUNK;
        sound = read_at(file, offset, file->packed, size);
        stream.next_in = file->packed;
        stream.avail_in = (uInt)size;
        sound = sound && unpack(file, &stream, &crc, xml, &ended);
        offset += size;
        left -= size;
    }
    sound = sound && ended && left == 0 && stream.avail_in == 0
            && crc == one->crc && stream.total_out == one->size;
    (void)inflateEnd(&stream);
    return sound;
}

static thr_zip_part *
part_of(const zip *file, const entry *one) {
    for (size_t i = 0; i < file->nparts; i++)
        if (strcmp(file->parts[i].name, one->name) == 0)
            return &file->parts[i];
    return NULL;
}

static bool
check_entry(zip *file, const entry *one) {
    uint64_t offset;
    thr_zip_part *part = part_of(file, one);
    thr_xml xml = {0};
    if (part != NULL) {
        xml.element = part->element;
        xml.other = part->other;
        xml.text_in = part->text_in;
    }
    if (!find_bytes(file, one, &offset))
        return false;
    file->kept = 0;
    if (one->method != DEFLATED || !read_deflated(file, one, offset, &xml)
        || !thr_xml_is_whole(&xml))
        return false;
    if (part == NULL)
        return true;
    part->found = true;
    return xml.elements == part->elements && xml.others == part->others
           && xml.text == part->text;
}

static bool
check_directory(zip *file) {
    unsigned char raw[DIRECTORY_END];
    if (file->size < DIRECTORY_END)
        return false;
    uint64_t end = file->size - DIRECTORY_END;
    if (!read_at(file, end, raw, DIRECTORY_END)
        || number_at(raw, 4) != 0x06054b50)
        return false;
    uint64_t offset = number_at(raw + 16, 4);
    uint64_t last = offset + number_at(raw + 12, 4);
    for (uint64_t left = number_at(raw + 10, 2); left > 0; left--) {
        entry one;
        if (!read_entry(file, offset, &one) || !check_entry(file, &one))
            return false;
        offset += one.length;
    }
    if (offset != last || last != end)
        return false;
    for (size_t i = 0; i < file->nparts; i++)
        if (!file->parts[i].found)
            return false;
    return true;
}

thresh_result
thr_zip_check(int fd, thr_zip_part *parts, size_t nparts, thresh_error *err) {
    struct stat info;
    if (fstat(fd, &info) != 0)
        return thr_fail(err, THRESH_E_WRITE,
                        "the workbook cannot be read "
                        "back");
    zip *file = malloc(sizeof *file);
    if (file == NULL)
        return thr_fail_memory(err);
    file->fd = fd;
    file->size = (uint64_t)info.st_size;
    file->parts = parts;
    file->nparts = nparts;
    bool sound = check_directory(file);
    free(file);
    if (sound)
        return THRESH_OK;
    return thr_fail(err, THRESH_E_WRITE,
                    "the workbook did not get to its file as it should: "
                    "perhaps there is no space left there, in the folder for "
                    "temporary files, or in memory");
}
