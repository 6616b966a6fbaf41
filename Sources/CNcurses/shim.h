// ncursesw for Swift. The macros are switched off so that every call is a function Swift can see.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <locale.h>
#include <curses.h>
#include <term.h>
