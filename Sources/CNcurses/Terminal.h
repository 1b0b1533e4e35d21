/* What the two halves of this target tell each other: the screen, and the signals. */
#ifndef TERMINAL_H
#define TERMINAL_H

/* Keeps the line's modes as they were before anything was changed. */
void remember_modes(void);
/* Keeps the bytes that give the screen back, so that a crash can send them. */
void remember_exit(const char *leave_screen, int is_xterm_like);
void forget_exit(void);
/* Draws without commands that some terminals only pretend to know. */
void forgo_rare_commands(void);

#endif
