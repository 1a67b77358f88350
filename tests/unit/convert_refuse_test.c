/* Memory that ends at each place in the code that asks for some, also where a
 * block or a buffer that is there would have been enough: each format, with
 * each of its options and those of the reader. convert_alloc_test does so at
 * each moment, but for a few tables and one format.
 *
 * Nothing crashes or leaks, and the answer is THRESH_E_MEMORY or a whole
 * output.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "own_folder.h"
#include "refuse.h"
#include "shapes.h"
#include "thresh/thresh.h"

struct job {
    const char *text; /* or */
    const char *path;
    const char *to; /* NULL: it is only loaded or, if streamed, read */
    const thresh_read_options *read;
    const thresh_write_options *write;
    bool streamed;
    const char *out; /* a file, or NULL */
};

static int
discard(void *ctx, const void *bytes, size_t size) {
    (void)bytes;
    *(size_t *)ctx += size;
    return 0;
}

static void
hear_error(void *ctx, const thresh_error *error) {
    *(size_t *)ctx += strlen(error->message) > 0;
}

static void
hear_line(void *ctx, const thresh_line *line) {
    *(size_t *)ctx += line->reason.len;
}

static void
hear_decision(void *ctx, const thresh_decision *decision) {
    *(size_t *)ctx += decision->reason.len;
}

static thresh_result
read_rows(thresh_reader *reader, thresh_error *err) {
    const thresh_table *table;
    const thresh_row *row;
    thresh_result result;
    while ((result = thresh_reader_table(reader, &table, err)) == THRESH_OK)
        while ((result = thresh_reader_row(reader, &row, err)) == THRESH_OK)
            ;
    return result == THRESH_END ? THRESH_OK : result;
}

static thresh_result
load_all(thresh_reader *reader, thresh_error *err) {
    thresh_table *table;
    thresh_result result;
    while ((result = thresh_table_load(&table, reader, err)) == THRESH_OK) {
        thresh_reader *player;
        result = thresh_table_replay(&player, table, err);
        if (result == THRESH_OK) {
            result = read_rows(player, err);
            thresh_reader_close(player);
        }
        thresh_table_free(table);
        if (result != THRESH_OK)
            break;
    }
    return result == THRESH_END ? THRESH_OK : result;
}

static thresh_result
convert(const struct job *job, thresh_reader *reader, size_t *bytes,
        thresh_error *err) {
    thresh_sink sink = {.write = discard, .ctx = bytes};
    if (job->out != NULL)
        sink = (thresh_sink){.path = job->out};
    thresh_writer *writer;
    thresh_result result = thresh_writer_open(
        &writer, thresh_writer_find(job->to), &sink, job->write, err);
    if (result != THRESH_OK)
        return result;
    result = thresh_convert(reader, writer, job->streamed, err);
    if (result == THRESH_OK)
        return thresh_writer_close(writer, err);
    thresh_writer_abandon(writer);
    return result;
}

static thresh_result
run(const struct job *job, size_t *bytes, thresh_error *err) {
    *bytes = 0;
    *err = (thresh_error){0};
    thresh_reader *reader;
    thresh_result result =
        job->path ? thresh_reader_open_file(&reader, job->path, job->read, err)
                  : thresh_reader_open_memory(
                      &reader, job->text, strlen(job->text), job->read, err);
    if (result != THRESH_OK)
        return result;
    if (job->to != NULL)
        result = convert(job, reader, bytes, err);
    else
        result = job->streamed ? read_rows(reader, err)
                               : load_all(reader, err);
    thresh_reader_close(reader);
    return result;
}

/* Refuse at each place that the job has found. */
static void
check(const struct job *job) {
    size_t whole, bytes;
    thresh_error err;
    refuse_watch();
    thresh_result done = run(job, &whole, &err);
    const size_t *noted;
    size_t count = refuse_noted(&noted);
    long before = refuse_live();
    for (size_t i = 0; i < 2 * count; i++) {
        refuse_from(noted[i / 2], i % 2);
        thresh_result result = run(job, &bytes, &err);
        refuse_none();
        assert_int_equal(err.result, result);
        if (result != THRESH_E_MEMORY) {
            assert_int_equal(result, done);
            assert_int_equal(bytes, whole);
        }
        assert_int_equal(refuse_live(), before);
    }
}

static void
test_reading(void **state) {
    (void)state;
    size_t heard = 0;
    const thresh_read_options options[] = {
        {.max_window = 16},
        {.listener = {hear_error, hear_line, hear_decision, &heard}},
        {.header_rows = 1, .stub_columns = 1},
        {.header_rows = THRESH_NO_HEADER, .symbols = "ons"},
        {.encoding = "ISO-8859-2", .nil = THRESH_NIL_ZERO, .skip = 1},
        {.names = (const char *const[]){"region=Place", "x=y", NULL}},
    };
    for (size_t o = 0; o < sizeof options / sizeof *options; o++) {
        for (size_t i = 0; i < 2; i++) {
            struct job job = {
                .text = shape_text, .read = &options[o], .streamed = i};
            check(&job);
            for (size_t s = 0; shapes[s] != NULL; s++) {
                job.text = shapes[s];
                check(&job);
            }
        }
        check(&(struct job){.path = "samples/immigration-2007.txt",
                            .read = &options[o]});
    }
}

static void
check_formats(const thresh_write_options *options, bool streamed) {
    for (size_t f = 0; thresh_writer_at(f) != NULL; f++) {
        struct job job = {.text = shape_text,
                          .to = thresh_writer_at(f)->name,
                          .write = options,
                          .streamed = streamed};
        check(&job);
        for (size_t s = 0; shapes[s] != NULL; s++) {
            job.text = shapes[s];
            check(&job);
        }
        job.text = NULL;
        job.path = "samples/immigration-2007.txt";
        check(&job);
    }
}

static void
test_shapes(void **state) {
    (void)state;
    for (thresh_shape s = THRESH_SHAPE_DEFAULT; s <= THRESH_SHAPE_WIDE; s++) {
        check_formats(&(thresh_write_options){.shape = s, .tables = 2}, false);
        check_formats(&(thresh_write_options){.shape = s,
                                              .tables = 2,
                                              .names = THRESH_NAMES_VERBATIM,
                                              .source_name = "a.txt"},
                      true);
    }
    check_formats(&(thresh_write_options){.no_totals = true, .threads = 2},
                  false);
}

static void
test_columns(void **state) {
    (void)state;
    check_formats(
        &(thresh_write_options){.shape = THRESH_SHAPE_LONG,
                                .columns = "parent,level,raw,line,field,"
                                           "obs_status,table,unit,measure,"
                                           "implied"},
        false);
    check_formats(&(thresh_write_options){.shape = THRESH_SHAPE_WIDE,
                                          .columns = "parent,level,line,table,"
                                                     "unit,measure"},
                  false);
}

/* Every option, and what is none. */
static void
test_options(void **state) {
    (void)state;
    static const char *const set[][2] = {
        {"csv", "excel=1"},        {"csv", "decimal=,"},
        {"csv", "bom=1"},          {"csv", "exce=1"},
        {"ndjson", "x=1"},         {"json", "indent=4"},
        {"json", "indent=0"},      {"json", "indent"},
        {"markdown", "heading=3"}, {"markdown", "footnotes=plain"},
        {"markdown", "x=1"},       {"xlsx", "formulas=1"},
    };
    for (size_t i = 0; i < sizeof set / sizeof *set; i++) {
        const char *const one[] = {set[i][1], NULL};
        const thresh_write_options options = {.set = one};
        struct job job = {.to = set[i][0], .write = &options};
        job.text = shape_text;
        check(&job);
        job.text = NULL;
        job.path = "samples/immigration-2007.txt";
        check(&job);
    }
}

/* Cases that need memory where none of the above does. */
static const char *const inputs[] = {
    "aligned/comma-in-text/input.txt",
    "aligned/explain-leaders/input.txt",
    "aligned/header-again-in-part/input.txt",
    "aligned/headings-of-numbers/input.txt",
    "aligned/headings-with-letters/input.txt",
    "aligned/label-of-three-lines/input.txt",
    "aligned/note-above-a-rule/input.txt",
    "aligned/out-of-line-and-count/input.txt",
    "aligned/page-headings/input.txt",
    "aligned/wrapped-labels/input.txt",
    "check/difference-fails/input.txt",
    "check/missing-parts-too-much/input.txt",
    "check/missing-parts/input.txt",
    "check/rounding-too-much/input.txt",
    "check/strict-warning/input.txt",
    "delimited/all-quoted/input.csv",
    "delimited/padded-cells/input.csv",
    "encodings/hidden-character/input.txt",
    "escape/csv-excel/input.txt",
    "hints/title-or-header/input.txt",
    "layout/columns-continued-chosen/input.txt",
    "layout/columns-continued-symbols/input.txt",
    "layout/header-level-of-one-unit/input.csv",
    "layout/header-with-blanks/input.txt",
    "layout/header-years-marked/input.txt",
    "layout/headings-of-years-and-things/things.csv",
    "layout/headings-of-years-and-things/unit.csv",
    "layout/headings-with-bangs/crew.csv",
    "layout/headings-with-empty-levels/input.csv",
    "layout/marks-of-a-shared-label/input.txt",
    "layout/metadata-rows-no-header/input.txt",
    "layout/metadata-rows/input.txt",
    "layout/note-above-the-header/input.txt",
    "layout/notes-in-columns-raised/input.txt",
    "layout/page-continued/input.txt",
    "layout/pairs-above/input.txt",
    "layout/panels-differ/input.txt",
    "layout/panels-same/input.txt",
    "layout/repeated-header-blanks-within/input.txt",
    "layout/tidy-records/input.txt",
    "layout/tidy-value/input.txt",
    "layout/title-above-text/input.txt",
    "layout/title-with-unit-line/input.txt",
    "layout/unit-below-headings/input.txt",
    "numbers/currency/input.txt",
    "numbers/marks-beside/input.txt",
    "numbers/percent/input.txt",
    "proof/another-view/input.txt",
    "symbols/above-the-rows/input.txt",
    "symbols/em-dash/input.txt",
    "symbols/flags-explained-below/input.txt",
    "symbols/flags/input.txt",
    "symbols/legend-before-option/input.txt",
    "symbols/ticks/input.txt",
    "symbols/with-mark/input.txt",
};

static void
test_cases(void **state) {
    (void)state;
    const thresh_write_options extra = {.columns = "raw,unit,implied"};
    const thresh_write_options live = {
        .set = (const char *const[]){"formulas=1", NULL}};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        char path[PATH_ROOM];
        (void)snprintf(path, sizeof path, "tests/cases/%s", inputs[i]);
        check(&(struct job){.path = path});
        check(&(struct job){.path = path, .to = "csv", .write = &extra});
        check(&(struct job){.path = path, .to = "markdown"});
        check(&(struct job){.path = path, .to = "json"});
        check(&(struct job){.path = path, .to = "xlsx", .write = &live});
    }
}

static void
test_file(void **state) {
    for (size_t f = 0; thresh_writer_at(f) != NULL; f++)
        check(&(struct job){.text = shape_text,
                            .to = thresh_writer_at(f)->name,
                            .out = in(*state, "out")});
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading), cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_columns), cmocka_unit_test(test_options),
        cmocka_unit_test(test_cases),   IN_FOLDER(test_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
