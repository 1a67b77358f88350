/* What a stream is connected to. See terminal.h. */
#include "cli/terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/text.h"

void
cli_terminal_guard(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) != -1)
            continue;
        /* Opened the wrong way round, so that its use fails as before. */
        int mode = fd == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (open("/dev/null", mode) == -1)
            return;
    }
}

static size_t
terminal_width(void) {
    enum { USUAL = 80, LEAST = 20 };
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL;
    return size.ws_col < LEAST ? LEAST : size.ws_col;
}

static bool
wants_colour(void) {
    const char *refused = getenv("NO_COLOR");
    const char *type = getenv("TERM");
    if (refused != NULL && *refused != '\0')
        return false;
    return type != NULL && *type != '\0' && strcmp(type, "dumb") != 0;
}

cli_view
cli_terminal_view(void) {
    cli_view view = {.out = stdout, .width = CLI_UNCUT};
    if (isatty(STDOUT_FILENO)) {
        view.width = terminal_width();
        view.colour = wants_colour();
    }
    return view;
}

void
cli_style(const cli_view *view, const char *style) {
    if (view->colour)
        (void)fprintf(view->out, "\033[%sm", style == NULL ? "0" : style);
}
