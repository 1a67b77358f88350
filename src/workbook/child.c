/* Processes for tasks. See child.h. */
#ifdef __linux__
#define _GNU_SOURCE /* clone(), __WCLONE */
#endif
#include "workbook/child.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "base/error.h"

/* Of both processes, and of the thread; untouched pages take no memory. */
enum { STACK_SIZE = 1024 * 1024, THREAD_STACK_SIZE = 256 * 1024 };

typedef struct child {
    thr_child_task *task;
    void *ctx;
    int fd;
    int from; /* the pipe that the answer comes through */
    int into;
    int failure; /* errno, where no process could be made */
} child;

/* ## The process of the task */

static void
end_with_parent(void) {
#ifdef __linux__
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

/* Handlers are the program's, and so is what they would do. What fails to be
 * written is told by write(), not by a signal. */
static void
reset_signals(void) {
    struct sigaction action;
    for (int number = 1; number < 65; number++)
        if (sigaction(number, NULL, &action) == 0
            && action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN) {
            action = (struct sigaction){.sa_handler = SIG_DFL};
            (void)sigaction(number, &action, NULL);
        }
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGPIPE, &ignore, NULL);
    (void)sigaction(SIGXFSZ, &ignore, NULL);
    sigset_t none;
    (void)sigemptyset(&none);
    (void)pthread_sigmask(SIG_SETMASK, &none, NULL);
}

static void
close_range_of(int first, int last) {
#ifdef SYS_close_range
    if (first <= last)
        (void)syscall(SYS_close_range, (unsigned)first, (unsigned)last, 0U);
#else
    (void)first;
    (void)last;
#endif
}

/* Close what others may wait to see closed. The three standard streams become
 * a folder, which takes no byte: whoever prints there prints nowhere, and no
 * file opened later is taken for one of them. */
static bool
keep_files(const child *job) {
    int folder = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fd != job->fd && fd != job->into && dup2(folder, fd) < 0)
            return false;
    int low = job->fd < job->into ? job->fd : job->into;
    int high = job->fd < job->into ? job->into : job->fd;
    int first = STDERR_FILENO + 1;
    close_range_of(first, low - 1);
    close_range_of(low < first ? first : low + 1, high - 1);
    close_range_of(high < first ? first : high + 1, ~0U >> 1);
    return true;
}

/* One write is enough: a pipe takes what is this small as a whole. */
static int
run_task(const child *job) {
    thresh_error answer = {0};
    end_with_parent();
    reset_signals();
    if (keep_files(job))
        answer.result = job->task(job->ctx, job->fd, &answer);
    else
        thr_fail(&answer, THRESH_E_WRITE, "too many files are open");
    return write(job->into, &answer, sizeof answer) == sizeof answer ? 0 : 1;
}

/* ## The process that waits */

/* It may share memory with us, or may not: what it has to tell goes through
 * the pipe. Returning ends it. */
static int
wait_for_task(void *ctx) {
    const child *job = ctx;
    end_with_parent();
    pid_t pid = fork();
    if (pid == 0)
        _exit(run_task(job));
    if (pid < 0) {
        thresh_error answer = {0};
        thr_fail(&answer, errno == ENOMEM ? THRESH_E_MEMORY : THRESH_E_WRITE,
                 "no process can be started for it");
        return write(job->into, &answer, sizeof answer) < 0 ? 1 : 0;
    }
    close_range_of(STDIN_FILENO, ~0U >> 1);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    return 0;
}

#ifdef __linux__

/* Make the one that waits, and wait for it. Returns 0, or errno. */
static int
make_processes(child *job) {
    char *stack = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED)
        return ENOMEM;
    pid_t pid = clone(wait_for_task, stack + STACK_SIZE,
                      CLONE_VM | CLONE_VFORK, job);
    int failure = pid < 0 ? errno : 0;
    while (pid > 0 && waitpid(pid, NULL, (int)__WCLONE) < 0 && errno == EINTR)
        continue;
    (void)munmap(stack, STACK_SIZE);
    return failure;
}

#else

static int
make_processes(child *job) {
    pid_t pid = fork();
    if (pid == 0)
        _exit(wait_for_task(job));
    int failure = pid < 0 ? errno : 0;
    while (pid > 0 && waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    return failure;
}

#endif

/* ## This process */

static void *
run_thread(void *ctx) {
    child *job = ctx;
    job->failure = make_processes(job);
    return NULL;
}

static bool
start_thread(pthread_t *thread, child *job) {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return false;
    (void)pthread_attr_setstacksize(&attributes, THREAD_STACK_SIZE);
    bool started = pthread_create(thread, &attributes, run_thread, job) == 0;
    (void)pthread_attr_destroy(&attributes);
    return started;
}

/* Without a thread to be had, this one is suspended instead. Signals are
 * blocked where the memory is shared: no handler may run there. */
static void
run_and_wait(child *job) {
    sigset_t all, before;
    pthread_t thread;
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = start_thread(&thread, job);
    if (!started)
        (void)run_thread(job);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (started)
        (void)pthread_join(thread, NULL);
}

static thresh_result
take_answer(const child *job, thresh_error *err) {
    thresh_error answer;
    ssize_t size;
    do
        size = read(job->from, &answer, sizeof answer);
    while (size < 0 && errno == EINTR);
    if (job->failure == ENOMEM)
        return thr_fail_memory(err);
    if (job->failure != 0)
        return thr_fail(err, THRESH_E_WRITE,
                        "no process can be started for it");
    if (size != sizeof answer)
        return thr_fail(err, THRESH_E_WRITE,
                        "the process that writes it came to a sudden end");
    if (answer.result != THRESH_OK && err != NULL)
        *err = answer;
    return answer.result;
}

static bool
make_pipe(child *job) {
    int ends[2];
#ifdef __linux__
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
#else
    if (pipe(ends) != 0)
        return false;
    (void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    (void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
    job->from = ends[0];
    job->into = ends[1];
    return true;
}

thresh_result
thr_child_run(thr_child_task *task, void *ctx, int fd, thresh_error *err) {
    child job = {.task = task, .ctx = ctx, .fd = fd};
    if (!make_pipe(&job))
        return thr_fail(err, THRESH_E_WRITE, "too many files are open");
    /* Nobody may end this thread while the other uses its memory. */
    int cancel;
    (void)pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel);
    run_and_wait(&job);
    (void)close(job.into);
    thresh_result result = take_answer(&job, err);
    (void)close(job.from);
    (void)pthread_setcancelstate(cancel, &cancel);
    return result;
}
