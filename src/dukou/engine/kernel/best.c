/* candidates: the rows of highest score, of all notes and of each group. */
#include "kernel.h"

typedef struct {
    const uint8_t *bits;       /* which notes are in it, the first in the lowest bit */
    const uint8_t *by_set;     /* which combinations of topics are */
    const int64_t *rows;       /* all that are in it, rising: for a group of few notes */
    int64_t count;             /* of rows */
    int64_t size;              /* so many of the best are asked for */
} Group;

typedef struct {
    int64_t notes;
    const float *score;
    const int32_t *topic_set;
    int64_t groups;
    const Group *group;        /* one that names nothing is of all notes */
    int64_t extras;
    const int64_t *extra;      /* rows that must be among them if they may be shown */
    int64_t room;              /* of rows: the sizes of all groups and the extras */
    int64_t *rows;             /* what is found, best first */
} Best;

/* A score and its row as one number: the smaller the better, of equal scores the first row. */
static inline uint64_t key_of(float score, int64_t row) {
    uint32_t bits;
    score += 0.0f;             /* -0 is 0 */
    memcpy(&bits, &score, sizeof bits);
    bits = bits & 0x80000000u ? bits : ~bits & 0x7fffffffu;
    return (uint64_t)bits << 32 | (uint32_t)row;
}

static inline int64_t row_of(uint64_t key) { return (int64_t)(uint32_t)key; }

/* Divides keys[low..high] into smaller ones on the left and larger ones on the right (Hoare):
 * none in low..right is larger than any in left..high, and what lies between is in its place. */
static void divide(uint64_t *keys, int64_t low, int64_t high, int64_t *left, int64_t *right) {
    uint64_t a = keys[low], b = keys[low + (high - low) / 2], c = keys[high];
    uint64_t pivot = a < b ? (b < c ? b : (a < c ? c : a)) : (a < c ? a : (b < c ? c : b));
    *left = low, *right = high;
    while (*left <= *right) {
        while (keys[*left] < pivot) ++*left;
        while (keys[*right] > pivot) --*right;
        if (*left > *right) break;
        uint64_t kept = keys[*left];
        keys[(*left)++] = keys[*right];
        keys[(*right)--] = kept;
    }
}

/* Moves the `size` smallest of `count` keys to the front, in any order; gives the last of them. */
static uint64_t select_smallest(uint64_t *keys, int64_t count, int64_t size) {
    int64_t low = 0, high = count - 1, left, right;
    while (low < high) {
        divide(keys, low, high, &left, &right);
        if (size - 1 <= right) high = right;
        else if (size - 1 >= left) low = left;
        else break;
    }
    uint64_t last = 0;
    for (int64_t k = 0; k < size; k++) if (keys[k] > last) last = keys[k];
    return last;
}

enum { PASSES = 3, DIGIT = 11, DIGITS = 1 << DIGIT };

/* The keys in order, by one digit of the score after the other (LSD radix sort), which keeps equal
 * scores in the order of rows that they came in; gives where they lie, `keys` or `room`. */
static uint64_t *in_order(uint64_t *keys, uint64_t *room, int64_t count) {
    uint32_t begin[PASSES][DIGITS] = {{0}};
    for (int64_t k = 0; k < count; k++)
        for (int pass = 0; pass < PASSES; pass++)
            begin[pass][keys[k] >> (32 + pass * DIGIT) & (DIGITS - 1)]++;
    for (int pass = 0; pass < PASSES; pass++) {
        uint32_t before = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            uint32_t here = begin[pass][digit];
            begin[pass][digit] = before;
            before += here;
        }
        for (int64_t k = 0; k < count; k++)
            room[begin[pass][keys[k] >> (32 + pass * DIGIT) & (DIGITS - 1)]++] = keys[k];
        uint64_t *sorted = room;
        room = keys;
        keys = sorted;
    }
    return keys;
}

static inline int is_in(const Best *best, const Group *group, int64_t note) {
    if (group->bits) return group->bits[note >> 3] >> (note & 7) & 1;
    return group->by_set ? group->by_set[best->topic_set[note]] : 1;
}

enum { SAMPLE = 1024, WIDE = 8 };

/* Where notes are many, a score that some WIDE times the largest group should pass, guessed from
 * a sample. */
static float guessed_limit(const Best *best, int64_t wide, uint64_t *keys) {
    int64_t step = best->notes / SAMPLE, taken = 0;
    if (best->notes <= WIDE * SAMPLE || wide >= best->notes / 8) return -INFINITY;
    for (int64_t note = 0; note < best->notes; note += step)
        keys[taken++] = key_of(best->score[note], note);
    uint64_t last = select_smallest(keys, taken, 3 * wide * taken / (2 * best->notes) + 8);
    return best->score[row_of(last)];
}

/* Keys of all notes above the limit; gives how many, 0 where there is no room for all. */
static int64_t look_widely(const Best *best, float limit, uint64_t *keys, int64_t room) {
    int64_t count = 0, note = 0;
    for (; note < best->notes && count < room; note++) {   /* written always: no branch to miss */
        keys[count] = (uint64_t)note;
        count += best->score[note] > limit;
    }
    if (note < best->notes) return 0;
    for (int64_t k = 0; k < count; k++)
        keys[k] = key_of(best->score[keys[k]], (int64_t)keys[k]);
    return count;
}

/* The best of one group of all notes, or of its own rows, into `keys`, which has room for twice as
 * many; gives how many there are. Rows come rising, so that a later note of the same score as the
 * last of those is not among them. */
static int64_t look_at_all(const Best *best, const Group *group, uint64_t *keys) {
    int64_t held = 0, size = group->size, all = group->rows ? group->count : best->notes;
    float limit = -INFINITY;
    for (int64_t k = 0; size && k < all; k++) {
        int64_t note = group->rows ? group->rows[k] : k;
        if (!(best->score[note] > limit) || !is_in(best, group, note)) continue;
        keys[held++] = key_of(best->score[note], note);
        if (held < 2 * size) continue;
        limit = best->score[row_of(select_smallest(keys, held, size))];
        held = size;
    }
    if (held <= size) return held;
    select_smallest(keys, held, size);
    return size;
}

static int rising(const void *one, const void *other) {
    uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return (a > b) - (a < b);
}

/* Marks the best of each group among notes in order; what was not found there, and the extras, go
 * to `more`, in order as well. Gives how many those are. */
static int64_t choose(const Best *best, const uint64_t *wide, int64_t count, uint8_t *chosen,
                      uint64_t *more) {
    int64_t found = 0;
    for (int64_t g = 0; g < best->groups; g++) {
        const Group *group = best->group + g;
        int64_t missing = group->size;
        for (int64_t k = 0; !group->rows && missing && k < count; k++)
            if (is_in(best, group, row_of(wide[k]))) chosen[k] = 1, missing--;
        if (missing) found += look_at_all(best, group, more + found);
    }
    for (int64_t k = 0; k < best->extras; k++) {
        float score = best->score[best->extra[k]];
        if (score > -INFINITY) more[found++] = key_of(score, best->extra[k]);
    }
    qsort(more, (size_t)found, sizeof *more, rising);
    return found;
}

/* Gives the number of rows, -1 without memory. */
int64_t dukou_best(const Best *best) {
    int64_t largest = 0, found = 0;
    for (int64_t g = 0; g < best->groups; g++)
        if (best->group[g].size > largest) largest = best->group[g].size;
    int64_t wide = WIDE * largest, room = 4 * wide > WIDE * SAMPLE ? 4 * wide : WIDE * SAMPLE;
    if (room > best->notes) room = best->notes;
    room += SAMPLE + 1;
    uint64_t *keys = malloc((size_t)(2 * room + 2 * best->room + room / 8 + 2) * sizeof *keys);
    if (!keys) return -1;
    uint64_t *more = keys + 2 * room;
    uint8_t *chosen = (uint8_t *)(more + 2 * best->room + 1);
    int64_t count = look_widely(best, guessed_limit(best, wide, keys), keys, room);
    const uint64_t *order = in_order(keys, keys + room, count);
    memset(chosen, 0, (size_t)count);
    int64_t others = choose(best, order, count, chosen, more);
    uint64_t last = UINT64_MAX;
    for (int64_t i = 0, j = 0; i < count || j < others;) {
        if (i < count && !chosen[i]) { i++; continue; }
        uint64_t next = j == others || (i < count && order[i] < more[j]) ? order[i++] : more[j++];
        if (next != last) best->rows[found++] = row_of(next);
        last = next;
    }
    free(keys);
    return found;
}
