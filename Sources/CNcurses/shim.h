// ncursesw for Swift. The macros are switched off so that every call is a function Swift can see; what ncurses offers only as
// macros or global variables has a function of its own here, with `newsroom_` before its name.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <stdint.h>
#include <wchar.h>

// `stdin` and `stdout` are global variables, which Swift 6 refuses. `output` may be NULL for standard output.
static inline SCREEN *newsroom_newterm(const char *type, FILE *output) {
  return newterm(type, output ? output : stdout, stdin);
}

// These are Linux's own, behind a switch that Swift's module of the C library leaves off. Descriptors are closed when another
// program starts.
static inline int newsroom_memory_file(void) {
  extern int memfd_create(const char *, unsigned int);
  return memfd_create("newsroom-screen", 1);
}
static inline int newsroom_duplicate(int file, int place) {
  extern int dup3(int, int, int);
  return dup3(file, place, O_CLOEXEC);
}

// Like setupterm, which takes the name as `char *` though it only reads it.
static inline int newsroom_setupterm(const char *type, int file, int *answer) { return setupterm(type, file, answer); }

// A string capability, or NULL where the terminal has none: tigetstr answers -1 for a name it does not know.
static inline const char *newsroom_tigetstr(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

// `COLORS` is a global variable.
static inline int newsroom_colors(void) { return COLORS; }

// The attributes are macros with casts.
static inline attr_t newsroom_bold(void) { return A_BOLD; }
static inline attr_t newsroom_dim(void) { return A_DIM; }
static inline attr_t newsroom_italic(void) { return A_ITALIC; }
static inline attr_t newsroom_underline(void) { return A_UNDERLINE; }
static inline attr_t newsroom_reverse(void) { return A_REVERSE; }

// `ioctl` is variadic.
static inline int newsroom_window_size(int file, struct winsize *size) { return ioctl(file, TIOCGWINSZ, size); }

// `CODESET` is an enumerator behind a macro of the same name.
static inline const char *newsroom_codeset(void) { return nl_langinfo(CODESET); }

// `wcwidth` stands in <wchar.h> behind a switch that Swift's own module of the C library leaves off.
static inline int newsroom_wcwidth(uint32_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth((wchar_t)character);
}
