/* Put before each file of a build that counts what runs: a process that ends
 * by _exit() writes down its counts as well. Where check_faults.py refuses
 * memory, it no longer does so for what writes them. */
#ifndef COUNTED_EXIT_H
#define COUNTED_EXIT_H

void __gcov_dump(void);
int unsetenv(const char *name);
_Noreturn void _Exit(int status);

__attribute__((weak)) _Noreturn void
counted_exit(int status) {
    (void)unsetenv("FAULT_CALL");
    __gcov_dump();
    _Exit(status);
}

/* Called before the counts are written, as all that have no priority are. */
__attribute__((weak, destructor)) void
counted_end(void) {
    (void)unsetenv("FAULT_CALL");
}

#define _exit counted_exit

#endif
