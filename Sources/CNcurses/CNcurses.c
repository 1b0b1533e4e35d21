#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
#include "Terminal.h"

enum { KEY_PASTE_BEGIN = KEY_MAX + 1, KEY_PASTE_END = KEY_MAX + 2 };

static SCREEN *screen;
/* Keys are read through a pad, because reading through a window would update the screen. */
static WINDOW *keys;
static int colour_count, is_direct, is_xterm_like;

static int at_most(int value, int most) { return value > most ? most : value; }

void curses_window(int *columns, int *rows) {
  struct winsize size;
  int known = !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_row && size.ws_col;
  *columns = known ? size.ws_col : 0;
  *rows = known ? size.ws_row : 0;
}

/* Lets newterm() take no larger window than can be drawn upon. */
static void limit_window(void) {
  char text[16];
  int columns, rows;
  curses_window(&columns, &rows);
  if (columns > CURSES_MOST_COLUMNS) {
    snprintf(text, sizeof text, "%d", CURSES_MOST_COLUMNS);
    setenv("COLUMNS", text, 1);
  }
  if (rows > CURSES_MOST_ROWS) {
    snprintf(text, sizeof text, "%d", CURSES_MOST_ROWS);
    setenv("LINES", text, 1);
  }
}

int curses_open(const char *type, int colours, int escape_delay) {
  remember_modes();
  unsetenv("LINES");
  unsetenv("COLUMNS");
  limit_window();
  char *kept = forgo_rare_commands(type);
  screen = newterm(type, open_output(), stdin);
  restore_description(kept);
  unsetenv("LINES");
  unsetenv("COLUMNS");
  if (!screen) {
    close_output();
    return 0;
  }
  set_escdelay(escape_delay);
  raw();
  noecho();
  nonl();
  curs_set(0);
  colour_count = is_direct = 0;
  if (colours && has_colors() && start_color() == OK) {
    use_default_colors();
    colour_count = COLORS;
    const char *text = tigetstr("RGB");
    is_direct = COLORS >= 0x1000000 &&
                (tigetflag("RGB") > 0 || tigetnum("RGB") == 8 ||
                 (text && text != (char *)-1 && !strcmp(text, "8/8/8")));
  }
  const char *status = tigetstr("tsl");
  /* Screen's own entry says neither, though it passes these on. */
  is_xterm_like = tigetflag("XT") > 0 || (status && status != (char *)-1) ||
                  strncmp(termname(), "screen", 6) == 0;
  /* Once for all: see Description.c. */
  if (is_xterm_like) curses_write("\033(B", 3);
  keys = newpad(1, 1);
  if (!keys) {
    curses_close();
    return 0;
  }
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  define_key("\033[200~", KEY_PASTE_BEGIN);
  define_key("\033[201~", KEY_PASTE_END);
  mouseinterval(0);
  const char *leave = tigetstr("rmcup");
  remember_exit(leave && leave != (char *)-1 ? leave : "", is_xterm_like);
  return 1;
}

void curses_close(void) {
  if (!screen) return;
  curses_release();
  forget_exit();
  curses_mouse(0);
  endwin();
  if (keys) delwin(keys);
  delscreen(screen);
  close_output();
  keys = NULL;
  screen = NULL;
}

void curses_leave(void) {
  curses_release();
  def_prog_mode();
  endwin();
}

void curses_return(void) {
  /* ncurses would do this with the next update, but cannot while that is held back: it asks the
     terminal for its modes through the descriptor it writes to. */
  reset_prog_mode();
  curses_follow_size();
  curses_redraw();
}

int curses_colours(void) { return colour_count; }
int curses_is_direct(void) { return is_direct; }
int curses_is_xterm_like(void) { return is_xterm_like; }

void curses_size(int *columns, int *rows) { getmaxyx(stdscr, *rows, *columns); }

void curses_follow_size(void) {
  int columns, rows;
  curses_window(&columns, &rows);
  if (!columns || !rows) return;
  columns = at_most(columns, CURSES_MOST_COLUMNS);
  rows = at_most(rows, CURSES_MOST_ROWS);
  /* Not resizeterm, which would put a key into the input. */
  if (is_term_resized(rows, columns)) resize_term(rows, columns);
  curses_redraw();
}

static attr_t attributes_of(int wanted) {
  attr_t result = A_NORMAL;
  if (wanted & CURSES_BOLD) result |= A_BOLD;
  if (wanted & CURSES_DIM) result |= A_DIM;
  if (wanted & CURSES_ITALIC) result |= A_ITALIC;
  if (wanted & CURSES_UNDERLINE) result |= A_UNDERLINE;
  if (wanted & CURSES_REVERSE) result |= A_REVERSE;
  return result;
}

void curses_put(
    int column, int row, const uint32_t *scalars, int count, int columns, int attributes,
    int foreground, int background) {
  wchar_t text[6] = {L' '};
  for (int index = 0; index < count && index < 5; index++) text[index] = (wchar_t)scalars[index];
  /* What libc sees otherwise than the caller would shift the rest of the line. */
  int safe = wcwidth(text[0]) == columns && (MB_CUR_MAX > 1 || text[0] < 0x7f);
  if (!safe) wcscpy(text, L"?");
  int pair = 0;
  if (colour_count > 0 && (foreground >= 0 || background >= 0)) {
    pair = alloc_pair(foreground, background);
    if (pair < 0) pair = 0;
  }
  attr_t look = attributes_of(attributes);
  cchar_t cell;
  if (setcchar(&cell, text, look, 0, &pair) != OK) return;
  mvadd_wch(row, column, &cell);
  if (!safe && columns == 2) mvadd_wch(row, column + 1, &cell);
}

void curses_redraw(void) { clearok(curscr, TRUE); }

void curses_update(int column, int row, int visible) {
  int columns, rows;
  curses_size(&columns, &rows);
  int inside = column >= 0 && row >= 0 && column < columns && row < rows;
  move(inside ? row : 0, inside ? column : 0);
  curs_set(visible && inside ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
}

void curses_mouse(int on) {
  mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

static uint32_t name_of(wint_t key) {
  switch (key) {
    case KEY_UP: return CURSES_UP;
    case KEY_DOWN: return CURSES_DOWN;
    case KEY_LEFT: return CURSES_LEFT;
    case KEY_RIGHT: return CURSES_RIGHT;
    case KEY_HOME: return CURSES_HOME;
    case KEY_END: return CURSES_END;
    case KEY_PPAGE: return CURSES_PAGE_UP;
    case KEY_NPAGE: return CURSES_PAGE_DOWN;
    case KEY_IC: return CURSES_INSERT;
    case KEY_DC: return CURSES_DELETE;
    case KEY_BACKSPACE: return CURSES_BACKSPACE;
    case KEY_ENTER: return CURSES_ENTER;
    case KEY_BTAB: return CURSES_BACK_TAB;
    case KEY_PASTE_BEGIN: return CURSES_PASTE_BEGIN;
    case KEY_PASTE_END: return CURSES_PASTE_END;
    default: return key > KEY_F0 && key <= KEY_F(63) ? CURSES_F0 + (key - KEY_F0) : 0;
  }
}

CursesEvent curses_read(void) {
  CursesEvent event = {CURSES_NOTHING, 0, 0, 0};
  // Byte by byte: reading letters drops one whose bytes come with a pause between them.
  int key = wgetch(keys);
  if (key == ERR) return event;
  if (key <= UINT8_MAX) {
    event.kind = CURSES_TEXT;
    event.value = (uint32_t)key;
  } else if (key == KEY_MOUSE) {
    MEVENT mouse;
    event.kind = CURSES_OTHER;
    if (getmouse(&mouse) != OK) return event;
    event.column = mouse.x;
    event.row = mouse.y;
    if (mouse.bstate & BUTTON1_PRESSED) event.value = 1;
    if (mouse.bstate & BUTTON4_PRESSED) event.value = 4;
    if (mouse.bstate & BUTTON5_PRESSED) event.value = 5;
    if (event.value) event.kind = CURSES_MOUSE;
  } else {
    event.value = name_of(key);
    event.kind = event.value ? CURSES_KEY : CURSES_OTHER;
  }
  return event;
}
