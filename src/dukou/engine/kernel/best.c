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

/* A score and its row as one number: the larger the better, of equal scores the first row. */
static inline uint64_t key_of(float score, int64_t row) {
    uint32_t bits;
    score += 0.0f;             /* -0 is 0 */
    memcpy(&bits, &score, sizeof bits);
    bits = bits & 0x80000000u ? ~bits : bits | 0x80000000u;
    return (uint64_t)bits << 32 | (uint32_t)~(uint32_t)row;
}

static inline int64_t row_of(uint64_t key) { return (int64_t)(uint32_t)~(uint32_t)key; }

/* Divides keys[low..high] into larger ones on the left and smaller ones on the right (Hoare):
 * none in low..right is smaller than any in left..high, and what lies between is in its place. */
static void divide(uint64_t *keys, int64_t low, int64_t high, int64_t *left, int64_t *right) {
    uint64_t a = keys[low], b = keys[low + (high - low) / 2], c = keys[high];
    uint64_t pivot = a < b ? (b < c ? b : (a < c ? c : a)) : (a < c ? a : (b < c ? c : b));
    *left = low, *right = high;
    while (*left <= *right) {
        while (keys[*left] > pivot) ++*left;
        while (keys[*right] < pivot) --*right;
        if (*left > *right) break;
        uint64_t kept = keys[*left];
        keys[(*left)++] = keys[*right];
        keys[(*right)--] = kept;
    }
}

/* Moves the `size` largest of `count` keys to the front, in any order. */
static void select_largest(uint64_t *keys, int64_t count, int64_t size) {
    int64_t low = 0, high = count - 1, left, right;
    while (low < high) {
        divide(keys, low, high, &left, &right);
        if (size - 1 <= right) high = right;
        else if (size - 1 >= left) low = left;
        else return;
    }
}

/* Largest first. The longer part is left to the loop, so that the stack stays small. */
static void sort_falling(uint64_t *keys, int64_t low, int64_t high) {
    int64_t left, right;
    while (high - low > 12) {
        divide(keys, low, high, &left, &right);
        if (right - low < high - left) sort_falling(keys, low, right), low = left;
        else sort_falling(keys, left, high), high = right;
    }
    for (int64_t at = low + 1; at <= high; at++) {
        uint64_t key = keys[at];
        int64_t to = at;
        for (; to > low && keys[to - 1] < key; to--) keys[to] = keys[to - 1];
        keys[to] = key;
    }
}

static inline int is_in(const Best *best, const Group *group, int64_t note) {
    if (group->bits) return group->bits[note >> 3] >> (note & 7) & 1;
    return group->by_set ? group->by_set[best->topic_set[note]] : 1;
}

enum { SAMPLE = 2048, WIDE = 8 };

/* Keys of all notes above a score that WIDE times the largest group should pass, guessed from a
 * sample: the best of most groups are among them. Gives how many; 0 where the guess is no use. */
static int64_t look_widely(const Best *best, uint64_t *keys, int64_t largest) {
    int64_t wide = WIDE * largest, step = best->notes / SAMPLE, taken = 0, count = 0;
    if (best->notes <= 8 * SAMPLE || wide >= best->notes / 8) return 0;
    for (int64_t note = 0; note < best->notes; note += step)
        keys[taken++] = key_of(best->score[note], note);
    int64_t above = 3 * wide * taken / (2 * best->notes) + 8;
    select_largest(keys, taken, above);
    uint64_t least = keys[0];
    for (int64_t k = 1; k < above; k++) if (keys[k] < least) least = keys[k];
    float limit = best->score[row_of(least)];
    for (int64_t note = 0; note < best->notes; note++) {   /* written always: no branch to miss */
        keys[count] = (uint64_t)note;
        count += best->score[note] > limit;
    }
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
        select_largest(keys, held, size);
        held = size;
        uint64_t last = keys[0];
        for (int64_t at = 1; at < size; at++) if (keys[at] < last) last = keys[at];
        limit = best->score[row_of(last)];
    }
    if (held > size) select_largest(keys, held, size);
    return held < size ? held : size;
}

/* The same of the notes looked at widely; less than asked for where they are not enough. */
static int64_t look_among(const Best *best, const Group *group, const uint64_t *wide, int64_t count,
                          uint64_t *keys) {
    int64_t held = 0;
    for (int64_t k = 0; k < count; k++) {
        keys[held] = wide[k];
        held += is_in(best, group, row_of(wide[k]));
    }
    if (held > group->size) select_largest(keys, held, group->size);
    return held < group->size ? held : group->size;
}

/* Gives the number of rows, -1 without memory. */
int64_t dukou_best(const Best *best) {
    int64_t largest = 0, count = 0, found = 0;
    for (int64_t g = 0; g < best->groups; g++)
        if (best->group[g].size > largest) largest = best->group[g].size;
    size_t notes = (size_t)best->notes, room = (size_t)best->room;
    uint64_t *wide = malloc((2 * notes + room + 2 * (size_t)largest + SAMPLE + 8) * sizeof *wide);
    if (!wide) return -1;
    uint64_t *keys = wide + notes + SAMPLE + 1;
    int64_t looked = look_widely(best, wide, largest);
    for (int64_t g = 0; g < best->groups; g++) {
        const Group *group = best->group + g;
        int64_t held = group->rows ? 0 : look_among(best, group, wide, looked, keys + count);
        if (held < group->size) held = look_at_all(best, group, keys + count);
        count += held;
    }
    for (int64_t k = 0; k < best->extras; k++) {
        float score = best->score[best->extra[k]];
        if (score > -INFINITY) keys[count++] = key_of(score, best->extra[k]);
    }
    sort_falling(keys, 0, count - 1);
    for (int64_t k = 0; k < count; k++)
        if (!k || keys[k] != keys[k - 1]) best->rows[found++] = row_of(keys[k]);
    free(wide);
    return found;
}
