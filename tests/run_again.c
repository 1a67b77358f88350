/* thresh, as often as it is asked for, without being started anew: valgrind
 * takes half a second to start, and another half to translate what runs.
 *
 *     run_again < requests > statuses
 *
 * A request is words that end in NUL: the folder to run in, the files that
 * take stdout and stderr, then the environment and the command, each a list
 * that ends with an empty word. Each is run in a process of its own. See
 * run_cases.py.
 */
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 64 };

extern char **environ;

/* main() of src/cli/main.c. */
int thresh_main(int argc, char **argv);

static char *
read_word(void) {
    char *word = NULL;
    size_t size = 0;
    if (getdelim(&word, &size, '\0', stdin) < 0) {
        free(word);
        return NULL;
    }
    return word;
}

/* Returns how many they are. */
static int
read_list(char *list[MOST + 1]) {
    int count = 0;
    while (count < MOST && (list[count] = read_word()) != NULL
           && *list[count] != '\0')
        count++;
    free(list[count]);
    list[count] = NULL;
    return count;
}

static void
free_list(char *const *list) {
    for (; *list != NULL; list++)
        free(*list);
}

static void
become(int stream, const char *path, int flags) {
    int fd = open(path, flags, 0666);
    if (fd < 0 || dup2(fd, stream) < 0)
        _exit(98);
    (void)close(fd);
}

static int
run(char *const *places, char **env, int argc, char **argv) {
    pid_t pid = fork();
    if (pid == 0) {
        become(STDIN_FILENO, "/dev/null", O_RDONLY);
        become(STDOUT_FILENO, places[1], O_WRONLY | O_CREAT | O_TRUNC);
        become(STDERR_FILENO, places[2], O_WRONLY | O_CREAT | O_TRUNC);
        if (chdir(places[0]) != 0)
            _exit(98);
        environ = env;
        exit(thresh_main(argc, argv));
    }
    int status;
    if (pid < 0 || waitpid(pid, &status, 0) < 0)
        return 98;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* What is translated before a process is made is not translated in it. */
static void
warm_up(void) {
    static const char *const what[] = {"-tcsv", "-tjson", "-tmarkdown",
                                       "--explain"};
    for (size_t i = 0; i < sizeof what / sizeof *what; i++) {
        char *argv[] = {"thresh", (char *)what[i],
                        "samples/immigration-2007.txt", NULL};
        optind = 0; /* getopt_long() starts anew */
        (void)thresh_main(3, argv);
    }
    optind = 0;
}

int
main(void) {
    char *places[3], *env[MOST + 1], *argv[MOST + 1];
    FILE *answers = fdopen(dup(STDOUT_FILENO), "w");
    if (answers == NULL)
        return 1;
    become(STDOUT_FILENO, "/dev/null", O_WRONLY);
    warm_up();
    while ((places[0] = read_word()) != NULL) {
        places[1] = read_word();
        places[2] = read_word();
        (void)read_list(env);
        int argc = read_list(argv);
        (void)fprintf(answers, "%d\n", run(places, env, argc, argv));
        (void)fflush(answers);
        free_list(env);
        free_list(argv);
        for (int i = 0; i < 3; i++)
            free(places[i]);
    }
    return 0;
}
