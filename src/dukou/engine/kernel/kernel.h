/* The parts of ranking that look at every note, or at every competing note again and again.
 *
 * Each function does what the numpy code of the same name does, with the same numbers in the same
 * order, so that both give the same page bit for bit: compile without contraction into fused
 * operations and without fast mathematics. Types and lengths are checked by calls.py before
 * anything comes here. Indices are not: rows, authors, languages and combinations of topics are
 * those that LiveNotes gave out, which refuses any other when a note is added. What is taken from
 * memory is given back before a function ends.
 */
#ifndef DUKOU_KERNEL_H
#define DUKOU_KERNEL_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Raised with every change of what a function takes or does; loading.py refuses any other. */
#define INTERFACE 7

/* The same function for several processors, chosen when the library is loaded. */
#ifdef CLONES
#define CLONED __attribute__((target_clones(CLONES)))
#else
#define CLONED
#endif

/* Asks for memory that will be read soon; what lies beyond the end is passed over. */
#ifdef __GNUC__
#define FETCH(base, offset) __builtin_prefetch((const void *)((uintptr_t)(base) + (uintptr_t)(offset)))
#else
#define FETCH(base, offset) ((void)0)
#endif

#endif
