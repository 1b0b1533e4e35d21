/* Apart, because <term.h> names its macros after everyday words. */
#include <curses.h>
#include <term.h>
#include "Terminal.h"

/* Not every terminal that answers to a name repeats a character or scrolls by
   several lines when told to, and one that doesn't leaves old text standing. */
void forgo_rare_commands(void) {
  repeat_char = NULL;
  parm_index = NULL;
  parm_rindex = NULL;
}
