#define _GNU_SOURCE
#include "CNcurses.h"
#include "Terminal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios modes;
static int has_modes;
static char exit_bytes[256];
static volatile sig_atomic_t exit_length;

static volatile sig_atomic_t was_resized, was_hung_up, was_stopped;
static int wake[2] = {-1, -1};

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
static const int watched[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGPIPE};
enum {
  CRASH_COUNT = sizeof crashes / sizeof *crashes,
  WATCH_COUNT = sizeof watched / sizeof *watched
};
static struct sigaction crash_before[CRASH_COUNT], watch_before[WATCH_COUNT];

void remember_modes(void) { has_modes = tcgetattr(STDIN_FILENO, &modes) == 0; }

void remember_exit(const char *leave_screen, int is_xterm_like) {
  /* Ends an update, pastes and mouse reports, and shows the cursor in plain colours. */
  int length = snprintf(
      exit_bytes, sizeof exit_bytes, "%s%s",
      is_xterm_like ? "\033[?2026l\033[?2004l\033[?1006l\033[?1000l\033[?25h\033[0m" : "",
      leave_screen);
  exit_length = length > 0 && (size_t)length < sizeof exit_bytes ? length : 0;
}

void forget_exit(void) { exit_length = 0; }

/* Sends what gives the screen back, and waits a moment for a terminal that takes nothing just now.
   Only what may be called in a signal handler is called here and below. */
static void send_exit(void) {
  int sent = 0;
  for (int attempt = 0; sent < exit_length && attempt < 4; attempt++) {
    ssize_t written = write(STDOUT_FILENO, exit_bytes + sent, (size_t)(exit_length - sent));
    if (written > 0) sent += (int)written;
    struct pollfd room = {STDOUT_FILENO, POLLOUT, 0};
    if (sent < exit_length) poll(&room, 1, 100);
  }
}

static void on_crash(int signal_number) {
  if (exit_length > 0) {
    send_exit();
    exit_length = 0;
    if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  }
  for (int index = 0; index < CRASH_COUNT; index++) {
    if (crashes[index] == signal_number) sigaction(signal_number, &crash_before[index], NULL);
  }
  /* Blocked until this returns; then whoever was here before gets it. */
  raise(signal_number);
}

static void on_signal(int signal_number) {
  int saved = errno;
  if (signal_number == SIGWINCH) was_resized = 1;
  if (signal_number == SIGTSTP) was_stopped = 1;
  if (signal_number == SIGHUP || signal_number == SIGTERM || signal_number == SIGINT)
    was_hung_up = 1;
  ssize_t ignored = write(wake[1], "", 1);
  (void)ignored;
  errno = saved;
}

int curses_watch_signals(void) {
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK)) return -1;
  struct sigaction action = {0};
  sigfillset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  for (int index = 0; index < WATCH_COUNT; index++) {
    action.sa_handler = watched[index] == SIGPIPE ? SIG_IGN : on_signal;
    sigaction(watched[index], &action, &watch_before[index]);
  }
  action.sa_handler = on_crash;
  action.sa_flags = SA_ONSTACK;
  for (int index = 0; index < CRASH_COUNT; index++)
    sigaction(crashes[index], &action, &crash_before[index]);
  return wake[0];
}

int curses_take_signals(void) {
  char bytes[64];
  /* Emptied before the flags are read, so that a signal in between is not lost. */
  while (read(wake[0], bytes, sizeof bytes) > 0) {}
  int taken = 0;
  if (was_resized) {
    was_resized = 0;
    taken |= CURSES_RESIZED;
  }
  if (was_stopped) {
    was_stopped = 0;
    taken |= CURSES_STOP;
  }
  if (was_hung_up) {
    was_hung_up = 0;
    taken |= CURSES_HUNG_UP;
  }
  return taken;
}

void curses_unwatch_signals(void) {
  for (int index = 0; index < WATCH_COUNT; index++)
    sigaction(watched[index], &watch_before[index], NULL);
  for (int index = 0; index < CRASH_COUNT; index++)
    sigaction(crashes[index], &crash_before[index], NULL);
}

void curses_stop(void) {
  struct sigaction plain = {0}, before;
  plain.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &plain, &before);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}
