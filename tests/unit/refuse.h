/* Memory that ends where a test wants it to. The linker's --wrap puts what
 * allocates in the C library and in base/ before the functions here: see
 * tests/CMakeLists.txt. Calls are counted, and those from places not seen
 * before are noted. A place is the innermost part of the call stack. */
#ifndef THR_TEST_REFUSE_H
#define THR_TEST_REFUSE_H

#include <stdbool.h>
#include <stddef.h>

/* Count from 0 again; answer all calls, and note those from new places. */
void refuse_watch(void);

/* The calls noted since. Lends. */
size_t refuse_noted(const size_t **calls);

/* Count from 0 again; refuse that call, and unless `once`, all after it. */
void refuse_from(size_t call, bool once);

/* Answer all calls. */
void refuse_none(void);

/* Count a call that is to be refused like those for memory, and say whether it
 * is refused now. `deep`, more of the stack tells places apart. */
bool refuse_now(void);
bool refuse_deep(void);

/* The blocks that are not given back. */
long refuse_live(void);

/* What the linker asks for is declared nowhere else: __real_f is the function
 * that was, __wrap_f what is called instead. */
#define WRAP(type, name, ...)        \
    type __real_##name(__VA_ARGS__); \
    type __wrap_##name(__VA_ARGS__); \
    type __wrap_##name(__VA_ARGS__)

#endif
