#include "cmark_arena.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A run of memory; the blocks follow it.
typedef struct chunk {
  struct chunk *before;
  size_t size, used;
} chunk;

// What stands in front of each block, so that it can be made larger.
typedef struct {
  _Alignas(max_align_t) size_t size;
} header;

enum { FIRST_CHUNK = 1 << 18, MOST_KEPT = 1 << 23 };

static _Thread_local chunk *current;
static _Thread_local unsigned uses;

static size_t rounded(size_t size) { return (size + sizeof(header) - 1) & ~(sizeof(header) - 1); }

static char *start(chunk *of) { return (char *)of + rounded(sizeof(chunk)); }

static void add_chunk(size_t least) {
  size_t size = current ? current->size * 2 : FIRST_CHUNK;
  while (size < least) size *= 2;
  chunk *added = malloc(rounded(sizeof(chunk)) + size);
  // As libcmark's own allocator does.
  if (!added) abort();
  *added = (chunk){.before = current, .size = size};
  current = added;
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  size_t needed = sizeof(header) + rounded(size);
  if (!current || current->size - current->used < needed) add_chunk(needed);
  header *block = (header *)(start(current) + current->used);
  block->size = rounded(size);
  current->used += needed;
  return block + 1;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(take(count * size), 0, count * size);
}

static void *take_larger(void *old, size_t size) {
  if (!old) return take(size);
  header *block = (header *)old - 1;
  if (size <= block->size) return old;
  // The newest block grows where it is, if there is room.
  size_t added = rounded(size) - block->size;
  if ((char *)old + block->size == start(current) + current->used && current->size - current->used >= added) {
    block->size += added;
    current->used += added;
    return old;
  }
  return memcpy(take(size), old, block->size);
}

static void give_back(void *block) { (void)block; }

cmark_mem *cmark_arena_memory(void) {
  static cmark_mem memory = {take_zeroed, take_larger, give_back};
  return &memory;
}

void cmark_arena_enter(void) { uses++; }

void cmark_arena_leave(void) {
  if (--uses || !current) return;
  // The newest chunk is the largest, and most likely enough for what comes next.
  chunk *kept = current->size <= MOST_KEPT ? current : NULL;
  chunk *chunk = kept ? kept->before : current;
  while (chunk) {
    struct chunk *before = chunk->before;
    free(chunk);
    chunk = before;
  }
  if (kept) *kept = (struct chunk){.size = kept->size};
  current = kept;
}
