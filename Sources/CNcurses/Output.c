/* What is sent for one frame, put together.
 *
 * Until its screen was left for the first time, ncurses writes at every movement of the cursor: a
 * hundred times a screen, each of which wakes whoever reads, and may become a packet of its own over
 * SSH. Later it still writes several times, and what goes around it, such as the title, goes by
 * itself. While a frame is put together, ncurses's descriptor is one of a file in memory, and what
 * came is sent whole.
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

#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 8U /* Linux 6.3 */
#endif

/* Longer frames than the usual are rare, and their memory is given back. A cell of the largest
   window takes less than 80 bytes: both colours, attributes, a letter and its marks. */
enum { usual_frame = 1 << 16, largest_frame = 80 * CURSES_MOST_COLUMNS * CURSES_MOST_ROWS };

static FILE *ncurses_output;
/* The file in memory, -1 where there is none and ncurses writes as it always does. */
static int held_frame = -1;
static int is_held;

/* A limit on the size of files is one for files in memory too. */
static int may_hold_frames(void) {
  struct rlimit limit;
  return !getrlimit(RLIMIT_FSIZE, &limit) && limit.rlim_cur >= largest_frame;
}

FILE *open_output(void) {
  int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  ncurses_output = descriptor < 0 ? NULL : fdopen(descriptor, "w");
  if (!ncurses_output) {
    if (descriptor >= 0) close(descriptor);
    return stdout;
  }
  if (may_hold_frames()) {
    held_frame = memfd_create("frame", MFD_CLOEXEC | MFD_NOEXEC_SEAL);
    if (held_frame < 0) held_frame = memfd_create("frame", MFD_CLOEXEC);
  }
  return ncurses_output;
}

void close_output(void) {
  if (ncurses_output) fclose(ncurses_output);
  if (held_frame >= 0) close(held_frame);
  ncurses_output = NULL;
  held_frame = -1;
  is_held = 0;
}

/* Makes ncurses write to where another descriptor does. */
static int redirect(int descriptor) {
  int result;
  do result = dup3(descriptor, fileno(ncurses_output), O_CLOEXEC);
  while (result < 0 && (errno == EINTR || errno == EBUSY));
  return result >= 0;
}

void curses_hold(void) {
  if (held_frame >= 0 && !is_held) is_held = redirect(held_frame);
}

/* Waits for a terminal that takes nothing just now, as a write to one that blocks does. */
static int write_whole(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd room = {descriptor, POLLOUT, 0};
      poll(&room, 1, -1);
      continue;
    }
    if (written <= 0) return 0;
    bytes += written;
    count -= (size_t)written;
  }
  return 1;
}

/* Sends the beginning of the file in memory. */
static int send_held(off_t length) {
  char bytes[usual_frame];
  for (off_t sent = 0; sent < length;) {
    off_t left = length - sent;
    /* A longer frame before may have left bytes behind this one's. */
    ssize_t count = pread(held_frame, bytes, left < usual_frame ? (size_t)left : usual_frame, sent);
    if (count <= 0 || !write_whole(STDOUT_FILENO, bytes, (size_t)count)) return 0;
    sent += count;
  }
  return 1;
}

int curses_release(void) {
  if (!is_held) return 1;
  /* Held on where that fails, so that the next frame tries again. */
  if (!redirect(STDOUT_FILENO)) return 0;
  is_held = 0;
  off_t length = lseek(held_frame, 0, SEEK_CUR);
  int is_sent = send_held(length);
  lseek(held_frame, 0, SEEK_SET);
  if (length > usual_frame && ftruncate(held_frame, 0)) return 0;
  return is_sent;
}

void curses_write(const char *bytes, long count) {
  write_whole(is_held ? held_frame : STDOUT_FILENO, bytes, (size_t)count);
}
