// The browser: what a person sees and presses, as values.
//
//     message → state.update(_:) → [Effect]          what happened, and what is to be done about it
//     state.draw()               → Frame             what the screen shows
//
// Nothing here knows SQL, ncurses, files or the clock. Whoever runs the browser performs the effects and reports back in
// messages; an answer that comes too late is dropped, because it carries the request it answers.
