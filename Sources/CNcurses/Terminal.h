/* What the parts of this target tell each other: the screen, its description, what is sent, and the
   signals. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdio.h>

/* Keeps the line's modes as they were before anything was changed. */
void remember_modes(void);
/* Keeps the bytes that give the screen back, so that a crash can send them. */
void remember_exit(const char *leave_screen, int is_xterm_like);
void forget_exit(void);

/* Where ncurses is to write; close it when ncurses has done with it. */
FILE *open_output(void);
void close_output(void);

/* Lets the next newterm() see a description of the terminal without commands
   that some terminals only pretend to know; gives what was set before. */
char *forgo_rare_commands(const char *type);
/* Puts back what was set before, and frees it. */
void restore_description(char *kept);

#endif
