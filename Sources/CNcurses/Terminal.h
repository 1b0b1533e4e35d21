/* What the two halves of this target tell each other: the screen, its description, and the signals. */
#ifndef TERMINAL_H
#define TERMINAL_H

/* Keeps the line's modes as they were before anything was changed. */
void remember_modes(void);
/* Keeps the bytes that give the screen back, so that a crash can send them. */
void remember_exit(const char *leave_screen, int is_xterm_like);
void forget_exit(void);

/* Lets the next newterm() see a description of the terminal without commands
   that some terminals only pretend to know; gives what was set before. */
char *forgo_rare_commands(const char *type);
/* Puts back what was set before, and frees it. */
void restore_description(char *kept);

#endif
