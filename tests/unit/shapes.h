/* Small tables that take reading and writing through all that they do, for
 * tests of what goes wrong on the way. */
#ifndef THR_TEST_SHAPES_H
#define THR_TEST_SHAPES_H

/* Two tables; quotes, over lines and never closed; marks, notes, two label
 * columns, a title on two lines, three levels of headings, symbols. */
extern const char shape_text[];

/* Each for something else, ended by NULL. */
extern const char *const shapes[];

#endif
