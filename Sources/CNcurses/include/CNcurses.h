/* What huddle needs of ncurses, without its headers: those share mutable globals and macros that
   Swift can't import. One terminal per process; call from one thread. */
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdint.h>

/* Attributes, joined by |. */
enum {
  CURSES_BOLD = 1,
  CURSES_DIM = 2,
  CURSES_ITALIC = 4,
  CURSES_UNDERLINE = 8,
  CURSES_REVERSE = 16
};

/* What curses_read found. */
enum {
  CURSES_NOTHING = 0,
  CURSES_TEXT = 1,  /* value: a byte */
  CURSES_KEY = 2,   /* value: one of the names below, or CURSES_F0 + n */
  CURSES_MOUSE = 3, /* value: 1 press, 4 wheel up, 5 wheel down; with column and row */
  CURSES_OTHER = 4  /* something without a meaning here */
};

enum {
  CURSES_UP = 1,
  CURSES_DOWN,
  CURSES_LEFT,
  CURSES_RIGHT,
  CURSES_HOME,
  CURSES_END,
  CURSES_PAGE_UP,
  CURSES_PAGE_DOWN,
  CURSES_INSERT,
  CURSES_DELETE,
  CURSES_BACKSPACE,
  CURSES_ENTER,
  CURSES_BACK_TAB,
  CURSES_PASTE_BEGIN,
  CURSES_PASTE_END,
  CURSES_F0 = 100
};

/* Signals that came since the last call, joined by |. */
enum {
  CURSES_RESIZED = 1,
  CURSES_HUNG_UP = 2,
  CURSES_STOP = 4
};

typedef struct {
  int kind;
  uint32_t value;
  int column;
  int row;
} CursesEvent;

/* Opens the terminal that standard input and output are; 0 where terminfo does not know `type`.
   `type` NULL is $TERM. Colours are left alone unless `colours` is set. */
int curses_open(const char *type, int colours, int escape_delay);
/* Gives the terminal back for good. */
void curses_close(void);
/* Gives the terminal back for a while, and takes it again. */
void curses_leave(void);
void curses_return(void);

/* How many colours there are: 0 without any. */
int curses_colours(void);
/* Whether a colour's number is its red, green and blue parts. */
int curses_is_direct(void);
/* Whether the terminal knows titles and the other private sequences of xterm. */
int curses_is_xterm_like(void);

/* A window may claim to be as large as it likes; the cells of any would take all memory. */
enum { CURSES_MOST_COLUMNS = 800, CURSES_MOST_ROWS = 300 };
/* The window's own size, 0 where it has none. */
void curses_window(int *columns, int *rows);
/* Follows the window's size as far as it can be drawn upon, and says it. */
void curses_size(int *columns, int *rows);
void curses_follow_size(void);

/* Puts one spacing character and its marks; colours are -1 for the terminal's own. */
void curses_put(
    int column, int row, const uint32_t *scalars, int count, int columns, int attributes,
    int foreground, int background);
/* Everything is sent again with the next update. */
void curses_redraw(void);
/* Sends what differs from what is shown, and leaves the cursor at a place. */
void curses_update(int column, int row, int visible);
/* Sends bytes around ncurses. */
void curses_write(const char *bytes, long count);
/* Holds back what is sent from here on, until it goes in one piece with `curses_release`; 0 from it
   where not all of it could be sent. */
void curses_hold(void);
int curses_release(void);
void curses_mouse(int on);

/* Reads one event without waiting, but for the rest of an escape sequence. */
CursesEvent curses_read(void);

/* Catches signals: the descriptor becomes readable when there is something to take. -1 on error. */
int curses_watch_signals(void);
int curses_take_signals(void);
void curses_unwatch_signals(void);
/* Stops this process as ^z does and returns when it goes on. */
void curses_stop(void);

#endif
