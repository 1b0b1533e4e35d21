/* What is sent for one frame, put together.
 *
 * ncurses writes whenever it moves the cursor: several dozen times a screen, each of which wakes
 * whoever reads, and may become a packet of its own over SSH. It has no switch for that. While a
 * frame is put together, its descriptor is one of a file in memory, and what came is sent whole.
 *
 * The descriptor is ncurses's own: standard output stays what it is, also for a handler of a crash.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#include "CNcurses.h"
#include "Terminal.h"

/* Longer frames than the usual are rare, and their memory is given back; a cell of the largest
   window takes some 40 bytes at most. */
enum { usual_frame = 1 << 16, largest_frame = 40 * CURSES_MOST_COLUMNS * CURSES_MOST_ROWS };

static FILE *stream;
static int memory = -1, is_held;

/* The file in memory is a file where their size is limited. */
static int may_hold_frames(void) {
  struct rlimit limit;
  return !getrlimit(RLIMIT_FSIZE, &limit) && limit.rlim_cur >= largest_frame;
}

FILE *open_output(void) {
  int line = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  stream = line < 0 ? NULL : fdopen(line, "w");
  if (!stream) {
    if (line >= 0) close(line);
    return stdout;
  }
  /* Where there is none, ncurses writes as it always does. */
  if (may_hold_frames()) memory = memfd_create("frame", MFD_CLOEXEC);
  return stream;
}

void close_output(void) {
  if (stream) fclose(stream);
  if (memory >= 0) close(memory);
  stream = NULL;
  memory = -1;
}

void curses_hold(void) {
  if (memory < 0 || is_held) return;
  is_held = dup3(memory, fileno(stream), O_CLOEXEC) >= 0;
}

static void write_whole(int descriptor, const char *bytes, long count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, (size_t)count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd ready = {descriptor, POLLOUT, 0};
      if (poll(&ready, 1, 1000) > 0) continue;
    }
    if (written <= 0) return;
    bytes += written;
    count -= written;
  }
}

void curses_send(void) {
  if (!is_held) return;
  is_held = 0;
  while (dup3(STDOUT_FILENO, fileno(stream), O_CLOEXEC) < 0 && errno == EINTR) {}
  char bytes[usual_frame];
  off_t length = lseek(memory, 0, SEEK_CUR);
  for (off_t sent = 0; sent < length;) {
    off_t left = length - sent;
    /* A longer frame before may have left bytes behind this one's. */
    size_t wanted = left < usual_frame ? (size_t)left : usual_frame;
    ssize_t count = pread(memory, bytes, wanted, sent);
    if (count <= 0) break;
    write_whole(STDOUT_FILENO, bytes, count);
    sent += count;
  }
  lseek(memory, 0, SEEK_SET);
  if (length > usual_frame) {
    int ignored = ftruncate(memory, 0);
    (void)ignored;
  }
}

void curses_write(const char *bytes, long count) {
  write_whole(is_held ? memory : STDOUT_FILENO, bytes, count);
}
