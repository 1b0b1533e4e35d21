/* The terminal's description, less what is not to be sent.
 *
 * Not every terminal that answers to a name repeats a character or scrolls by
 * several lines when told to; one that doesn't leaves old text standing, and
 * nothing tells. ncurses has no switch for either, but takes a description in
 * place of a folder's name, so the terminal's own is read, the commands are
 * taken out, and ncurses scrolls line by line.
 *
 * Most descriptions choose the character set with every change of look, which
 * nothing drawn here ever leaves, and begin each look by ending the one before:
 * a third of a change's bytes, for nothing.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "Terminal.h"

enum { largest = 32768, header = 12 };
/* Positions among a description's strings, as term(5) counts them. */
static const int rare[] = {109 /* indn */, 113 /* rin */, 121 /* rep */, 131 /* sgr */};
enum { rare_count = sizeof rare / sizeof *rare };

/* Where a look is ended, and the part of it that chooses a set. */
enum { look_end = 39 /* sgr0 */ };
static const char choice[] = "\033(B";

static int number_at(const uint8_t *bytes) { return bytes[0] | bytes[1] << 8; }

static long read_from(const char *folder, size_t length, const char *type, uint8_t *bytes) {
  char path[4096];
  const char *shapes[] = {"%.*s/%c/%s", "%.*s/%x/%s"};
  for (int shape = 0; shape < 2; shape++) {
    int written = snprintf(path, sizeof path, shapes[shape], (int)length, folder, *type, type);
    if (written < 0 || (size_t)written >= sizeof path) continue;
    FILE *file = fopen(path, "re");
    if (!file) continue;
    long count = (long)fread(bytes, 1, largest, file);
    fclose(file);
    return count;
  }
  return 0;
}

/* The description's bytes, from where ncurses itself would look. */
static long read_description(const char *type, uint8_t *bytes) {
  const char *home = getenv("HOME"), *own = getenv("TERMINFO"), *more = getenv("TERMINFO_DIRS");
  long count = 0;
  if (own) count = read_from(own, strlen(own), type, bytes);
  if (!count && home) {
    char folder[4096];
    int written = snprintf(folder, sizeof folder, "%s/.terminfo", home);
    if (written > 0 && (size_t)written < sizeof folder)
      count = read_from(folder, strlen(folder), type, bytes);
  }
  while (!count && more && *more) {
    size_t length = strcspn(more, ":");
    if (length) count = read_from(more, length, type, bytes);
    more += length + (more[length] == ':');
  }
  const char *usual[] = {"/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"};
  for (int index = 0; !count && index < 3; index++)
    count = read_from(usual[index], strlen(usual[index]), type, bytes);
  return count;
}

/* Cuts a part out of a string, which ends the sooner. */
static void cut(uint8_t *text, long room, const char *part) {
  size_t length = strlen(part);
  if (room <= 0 || !memchr(text, 0, (size_t)room)) return;
  char *found = strstr((char *)text, part);
  if (found) memmove(found, found + length, strlen(found + length) + 1);
}

/* Takes the commands out; false for bytes that are no description. */
static int take_out(uint8_t *bytes, long count) {
  if (count < header) return 0;
  int width = number_at(bytes) == 0x21e ? 4 : number_at(bytes) == 0x11a ? 2 : 0;
  if (!width) return 0;
  long strings = header + number_at(bytes + 2) + number_at(bytes + 4);
  strings += strings & 1;
  strings += (long)number_at(bytes + 6) * width;
  int present = number_at(bytes + 8);
  if (strings + 2L * present > count) return 0;
  for (int index = 0; index < rare_count; index++)
    if (rare[index] < present) memset(bytes + strings + 2 * rare[index], 0xff, 2);
  long table = strings + 2L * present;
  if (look_end >= present) return 1;
  int offset = number_at(bytes + strings + 2 * look_end);
  if (offset < 0x8000) cut(bytes + table + offset, count - table - offset, choice);
  return 1;
}

char *forgo_rare_commands(const char *type) {
  const char *before = getenv("TERMINFO");
  char *kept = before ? strdup(before) : NULL;
  if (!type || !*type || strchr(type, '/')) return kept;
  uint8_t *bytes = malloc(largest);
  char *text = malloc(2 * largest + 8);
  if (bytes && text) {
    long count = read_description(type, bytes);
    if (take_out(bytes, count)) {
      const char *digits = "0123456789abcdef";
      strcpy(text, "hex:");
      for (long index = 0; index < count; index++) {
        text[4 + 2 * index] = digits[bytes[index] >> 4];
        text[5 + 2 * index] = digits[bytes[index] & 15];
      }
      text[4 + 2 * count] = 0;
      setenv("TERMINFO", text, 1);
    }
  }
  free(text);
  free(bytes);
  return kept;
}

void restore_description(char *kept) {
  if (kept)
    setenv("TERMINFO", kept, 1);
  else
    unsetenv("TERMINFO");
  free(kept);
}
