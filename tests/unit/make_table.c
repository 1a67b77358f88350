/* A table made by hand. See make_table.h. */
#include "make_table.h"

#include "base/str.h"

enum { DIMENSIONS = 3, ROWS = 0, PLACE = 1, YEAR = 2 };

static thresh_category
category(const char *label) {
    return (thresh_category){
        .label = thr_str(label), .parent = THRESH_NONE, .level = -1};
}

thresh_cell
make_cell(const char *text) {
    thresh_cell cell = {.text = thr_str(text), .kind = THRESH_NUMBER};
    bool negative = text[0] == '-' && text[1] != '\0';
    bool decimals = false;
    if (text[0] == '\0') {
        cell.kind = THRESH_BLANK;
        return cell;
    }
    if (!strcmp(text, "-") || !strcmp(text, "..")) {
        cell.kind = THRESH_SYMBOL;
        cell.has_value = text[0] == '-';
        cell.status = cell.has_value ? THRESH_NIL : THRESH_NOT_AVAILABLE;
        return cell;
    }
    for (const char *c = text + negative; *c != '\0'; c++) {
        if (*c >= '0' && *c <= '9') {
            cell.coef = cell.coef * 10 + (*c - '0');
            cell.scale = (uint8_t)(cell.scale + decimals);
        } else if (*c == '.') {
            decimals = true;
        } else if (*c != ' ') {
            cell.kind = THRESH_TEXT;
            cell.coef = 0;
            cell.scale = 0;
            return cell;
        }
    }
    cell.coef = negative ? -cell.coef : cell.coef;
    cell.has_value = true;
    return cell;
}

static bool
add_categories(thresh_table *table, size_t ncolumns,
               const char *const *headings) {
    thresh_category year = category("2007");
    if (thr_table_add_category(table, YEAR, &year, NULL) != THRESH_OK)
        return false;
    for (size_t i = 0; i < ncolumns; i++) {
        thresh_category place = category(headings[i]);
        if (thr_table_add_category(table, PLACE, &place, NULL) != THRESH_OK)
            return false;
        table->column_keys[i] = i;
    }
    return true;
}

static bool
allocate(thresh_table *table, size_t ncolumns) {
    thr_arena *arena = &table->arena;
    table->ndimensions = DIMENSIONS;
    table->dimensions = thr_arena_array(arena, DIMENSIONS,
                                        sizeof *table->dimensions);
    table->categories = thr_arena_array(arena, DIMENSIONS,
                                        sizeof *table->categories);
    table->ncolumns = ncolumns;
    table->columns = thr_arena_array(arena, ncolumns, sizeof *table->columns);
    table->column_keys = thr_arena_array(arena, ncolumns,
                                         sizeof *table->column_keys);
    /* One more for a spanner. */
    table->headings = thr_arena_array(arena, ncolumns + 1,
                                      sizeof *table->headings);
    return table->dimensions && table->categories && table->columns
           && table->column_keys && table->headings;
}

static void
set_dimension(thresh_table *table, size_t index, const char *name,
              const char *label, thresh_axis axis) {
    table->dimensions[index].name = thr_str(name);
    table->dimensions[index].label = thr_str(label);
    table->dimensions[index].reason = THR_LIT("made by hand");
    table->dimensions[index].axis = axis;
    table->naxis[axis]++;
}

static bool
fill_frame(thresh_table *table, const char *rows, size_t ncolumns,
           const char *const *headings) {
    if (!allocate(table, ncolumns))
        return false;
    set_dimension(table, ROWS, rows, rows, THRESH_ROWS);
    set_dimension(table, PLACE, "place", "Place", THRESH_COLUMNS);
    set_dimension(table, YEAR, "year", "year", THRESH_CONSTANT);
    if (!add_categories(table, ncolumns, headings))
        return false;
    table->header_rows = 1;
    table->nheadings = ncolumns;
    for (size_t i = 0; i < ncolumns; i++) {
        table->headings[i] = (thresh_heading){.label = thr_str(headings[i]),
                                              .first = i,
                                              .span = 1,
                                              .place = {.line = 5}};
        table->columns[i] = (thresh_column){
            .leaf = &table->headings[i],
            .field = (uint32_t)i + 2,
        };
    }
    return thr_table_key_columns(table, NULL) == THRESH_OK;
}

thresh_table *
make_frame_of(const char *rows, size_t ncolumns, const char *const *headings) {
    thresh_table *table = thr_table_new(0);
    if (table == NULL)
        return NULL;
    if (fill_frame(table, rows, ncolumns, headings))
        return table;
    thresh_table_free(table);
    return NULL;
}

/* Put the spanner "In town" over the last two columns. */
static void
add_spanner(thresh_table *table) {
    thresh_heading *spanner = &table->headings[1];
    for (size_t i = 2; i > 0; i--) {
        table->headings[i + 1] = table->headings[i];
        table->headings[i + 1].parent = spanner;
        table->headings[i + 1].level = 1;
        table->headings[i + 1].place.line = 6;
        table->columns[i].leaf = &table->headings[i + 1];
    }
    *spanner = (thresh_heading){.label = THR_LIT("In town"),
                                .first = 1,
                                .span = 2,
                                .place = {.line = 5}};
    table->nheadings = 4;
    table->header_rows = 2;
}

thresh_table *
make_frame(void) {
    static const char *const places[] = {"Total", "North, east", "South"};
    thresh_table *table = make_frame_of("country", 3, places);
    if (table == NULL)
        return NULL;
    table->dimensions[ROWS].label = THR_LIT("Country");
    add_spanner(table);
    table->caption = (thresh_caption){
        .title = THR_LIT("Visitors, by country and place. 2007"),
        .number = THR_LIT("3"),
        .topic = THR_LIT("Travel"),
        .measure = THR_LIT("Visitors"),
        .unit = THR_LIT("persons"),
        .period = THR_LIT("2007"),
        .stubhead = THR_LIT("Country"),
    };
    return table;
}

static bool
add_row(thresh_table *table, const char *label, const char *marks,
        thresh_cell *cells) {
    thresh_category key = category(label);
    uint64_t line = 7 + table->nrows;
    key.marks = thr_str(marks);
    key.place = (thresh_place){.line = line, .record = line, .field = 1};
    for (size_t i = 0; i < table->ncolumns; i++)
        cells[i].place = (thresh_place){
            .line = line, .record = line, .field = table->columns[i].field};
    thresh_row row = {.keys = &key,
                      .cells = cells,
                      .ncells = table->ncolumns,
                      .index = table->nrows,
                      .line = line,
                      .record = line};
    return thr_table_add_row(table, &row, NULL) == THRESH_OK;
}

bool
make_row(thresh_table *table, const char *label, const char *marks,
         const char *const *cells) {
    thresh_cell *made = thr_arena_array(&table->arena, table->ncolumns,
                                        sizeof *made);
    for (size_t i = 0; made != NULL && i < table->ncolumns; i++)
        made[i] = make_cell(cells[i]);
    return made != NULL && add_row(table, label, marks, made);
}

static bool
add_notes(thresh_table *table) {
    static const thresh_note notes[] = {
        {.mark = {"1", 1}, .text = {"Without Greenland.", 18}},
        {.mark = {"2", 1}, .text = {"Counted anew.", 13}},
        {.kind = THRESH_SOURCE, .text = {"Office of visits.", 17}},
    };
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        if (thr_table_add_note(table, &notes[i], NULL) != THRESH_OK)
            return false;
    return true;
}

static bool
fill_rows(thresh_table *table) {
    thresh_cell denmark[] = {make_cell("1 240"), make_cell("1 000"),
                             make_cell("240")};
    denmark[2].marks = THR_LIT("2");
    denmark[2].status = THRESH_REVISED;
    return make_row(table, "Total", "",
                    (const char *const[]){"1 250", "1 000", "250"})
           && add_row(table, "Denmark", "1", denmark)
           && make_row(table, "Stateless", "",
                       (const char *const[]){"10", "-", "10"})
           && make_row(table, "Unknown", "",
                       (const char *const[]){"..", "", "5 to 16"})
           && add_notes(table);
}

thresh_table *
make_table(void) {
    thresh_table *table = make_frame();
    if (table == NULL)
        return NULL;
    table->loaded = fill_rows(table);
    if (table->loaded)
        return table;
    thresh_table_free(table);
    return NULL;
}

void
make_label(thresh_table *table, size_t dimension, size_t index,
           thresh_str label) {
    thr_categories *list = &table->categories[dimension];
    thr_category *category = &list->items[index];
    if (category->length == THR_HAS_MORE) {
        list->more[category->more].label = label;
    } else {
        category->text = label.ptr;
        category->length = (uint8_t)label.len;
    }
    (void)thr_table_key_columns(table, NULL);
}

void
make_marks(thresh_table *table, size_t dimension, size_t index,
           const char *marks) {
    (void)thr_categories_mark(&table->categories[dimension], index,
                              thr_str(marks));
    (void)thr_table_key_columns(table, NULL);
}

void
make_total(thresh_table *table, size_t dimension, size_t index,
           thresh_truth truth) {
    table->categories[dimension].items[index].is_total = truth & 3U;
    (void)thr_table_key_columns(table, NULL);
}

thresh_row
make_lent_row(const thresh_table *table, size_t index, thresh_category *keys) {
    const thr_row row = thr_table_row(table, index);
    thr_table_row_keys(table, index, keys);
    thr_arena *arena = (thr_arena *)&table->arena; /* it was made here */
    thresh_cell *cells = thr_arena_array(arena, table->ncolumns,
                                         sizeof *cells);
    for (size_t i = 0; cells != NULL && i < table->ncolumns; i++)
        cells[i] = thresh_table_cell(table, index, i);
    return (thresh_row){.keys = keys,
                        .cells = cells,
                        .ncells = table->ncolumns,
                        .index = index,
                        .line = row.line,
                        .record = row.record};
}
