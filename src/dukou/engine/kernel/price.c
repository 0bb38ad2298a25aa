/* What a page could give each clause, and a reader's own price. */
#include "kernel.h"

/* Each author's place in a table of `size`, a power of two above the number of notes. */
static int64_t place_of(int64_t *table, int64_t size, int64_t author) {
    int64_t at = (int64_t)((uint64_t)author * 0x9e3779b97f4a7c15u >> 32) & (size - 1);
    while (table[at] >= 0 && table[at] != author) at = (at + 1) & (size - 1);
    table[at] = author;
    return at;
}

/* pressure: how many places of a page each clause's notes could fill, and how many the others
 * could, at so many of an author; shapes (clauses,). Gives 0, -1 without memory. */
int64_t dukou_places(int64_t clauses, int64_t notes, const uint8_t *members, const uint8_t *usable,
                     const int64_t *author, int64_t per_author, int64_t *inside, int64_t *others) {
    int64_t size = 2;
    while (size < 2 * notes) size *= 2;
    int64_t *table = malloc((size_t)(3 * size + notes) * sizeof *table);
    if (!table) return -1;
    int64_t *place = table + size, *taken = place + notes;
    for (int64_t at = 0; at < size; at++) table[at] = -1;
    for (int64_t note = 0; note < notes; note++) place[note] = place_of(table, size, author[note]);
    for (int64_t clause = 0; clause < clauses; clause++) {
        int64_t found[2] = {0, 0};
        memset(taken, 0, (size_t)(2 * size) * sizeof *taken);
        for (int64_t note = 0; note < notes; note++) {
            if (!usable[note]) continue;
            int is_member = members[clause * notes + note] != 0;
            found[is_member] += taken[2 * place[note] + is_member]++ < per_author;
        }
        inside[clause] = found[1];
        others[clause] = found[0];
    }
    free(table);
    return 0;
}

/* Puts a value among the highest, which fall; gives how many they are. */
static int64_t kept(double *highest, int64_t count, int64_t most, double value) {
    if (count == most && (!most || !(value > highest[most - 1]))) return count;
    int64_t at = count < most ? count : most - 1;
    for (; at > 0 && highest[at - 1] < value; at--) highest[at] = highest[at - 1];
    highest[at] = value;
    return count < most ? count + 1 : most;
}

typedef struct {
    const double *falling;     /* part of the page's exposure, by slot */
    int64_t slots, mine, others;
    const double *my_best, *their_best;
} Sides;

/* Share that the clause's notes have of the best notes by score, each with the price added. */
static double share(const Sides *sides, double price) {
    double sum = 0.0;
    int64_t above = 0;
    for (int64_t k = 0; k < sides->mine; k++) {
        while (above < sides->others && sides->their_best[above] > sides->my_best[k] + price)
            above++;
        if (k + above < sides->slots) sum += sides->falling[k + above];
    }
    return sum;
}

/* own_price: the least that brings a page into the reader's band, found by halving. `price` is
 * what is found. Gives 0, -1 without memory. */
int64_t dukou_own_price(int64_t notes, const double *score, const uint8_t *members,
                        const uint8_t *open, int64_t slots, const double *falling, double low,
                        double high, double cap, int64_t halvings, double *price) {
    double *best = malloc((size_t)(2 * slots + 1) * sizeof *best);
    if (!best) return -1;
    Sides sides = {falling, slots, 0, 0, best, best + slots};
    for (int64_t note = 0; note < notes; note++) {
        if (!open[note]) continue;
        if (members[note]) sides.mine = kept(best, sides.mine, slots, score[note]);
        else sides.others = kept(best + slots, sides.others, slots, score[note]);
    }
    double now = share(&sides, 0.0), near = 0.0, far = now < low ? cap : -cap;
    *price = 0.0;
    if (!(low <= now && now <= high)) {
        for (int64_t k = 0; k < halvings; k++) {
            double middle = (near + far) / 2;
            int reached = now < low ? share(&sides, middle) >= low : share(&sides, middle) <= high;
            if (reached) far = middle;
            else near = middle;
        }
        *price = far;
    }
    free(best);
    return 0;
}
