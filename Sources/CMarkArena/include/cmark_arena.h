// Memory for libcmark that is taken piece by piece and given back all at once.
//
// libcmark makes several small objects for each word of markup, and all of them go when the tree does. Handing them out
// of one block of memory, one after the other, costs next to nothing, and leaves no holes between what is kept.
//
// Each thread has an arena of its own: a tree has to be made, read and let go of on one thread.

#ifndef CMARK_ARENA_H
#define CMARK_ARENA_H

#include <cmark.h>

/// Begins a use of the thread's arena.
void cmark_arena_enter(void);

/// Ends a use. With the last one everything handed out since the first is gone; the memory stays for the next.
void cmark_arena_leave(void);

/// The allocator that hands out the memory of the thread that calls it.
cmark_mem *cmark_arena_memory(void);

#endif
