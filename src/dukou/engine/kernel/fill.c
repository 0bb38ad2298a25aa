/* fill: a page from the top, greedy by score, with diversity, caps and quotas. */
#include "kernel.h"

typedef struct {
    int64_t notes, width, slots;
    /* the field */
    const double *score;       /* by note */
    const int64_t *author;
    const uint8_t *unseen;
    const int8_t *levels;      /* notes x width */
    const double *unit;        /* what a level counts in likeness, by note */
    const int64_t *topic_set;  /* by note */
    const int32_t *begin;      /* where a combination's topics begin; the last, where all end */
    const int32_t *topic;      /* topics of the combinations, rising in each */
    const double *part;        /* what a common topic counts in likeness, by note */
    double author_likeness, penalty;
    /* the rules */
    const uint8_t *members;    /* clauses x notes */
    const double *low, *high;  /* by clause */
    int64_t orders;
    const int64_t *order;      /* clauses with a quota, first to be kept first */
    const uint8_t *good, *open, *resting; /* by note */
    int64_t per_author, per_topic;
    double slack;
    int64_t fixes;
    const int64_t *fixed_slot, *fixed_note;
    int64_t dues, due_by;
    const int64_t *due;
    const double *worth;       /* by slot */
    /* the page */
    int64_t *taken, *natural, *forced; /* by slot */
    double *penalties;
} Fill;

/* Notes of a clause (1), or the others (0). */
typedef struct {
    const uint8_t *members;
    int64_t whose;
} Asking;

/* A page being filled. */
typedef struct {
    const Fill *of;
    double *through;           /* exposure of the slots down to each */
    double *given;             /* by quota */
    double *likeness;          /* by note: to what stands on the page, as far as `known` says */
    int64_t *known;            /* by note: how many on the page it was compared with */
    int64_t *counted;          /* notes that count for their author and topics */
    int64_t *ranked;           /* notes by score, best first */
    Asking *asking;            /* by quota: what is asked of the next note */
    uint8_t *alive, *rests;    /* by note */
    int64_t placed, counts, askings, per_topic;
    int seen_too;
} Run;

/* How like two notes are, 0 to 1: in factors, topics and author. */
static inline double likeness(const Fill *fill, int64_t one, int64_t other) {
    const int8_t *a = fill->levels + one * fill->width, *b = fill->levels + other * fill->width;
    int32_t sum = 0;
    for (int64_t at = 0; at < fill->width; at++) sum += (int32_t)a[at] * b[at];
    double found = (double)(sum > 0 ? sum : 0) * fill->unit[one] * fill->unit[other];
    int64_t common = 0;
    const int32_t *i = fill->topic + fill->begin[fill->topic_set[one]];
    const int32_t *j = fill->topic + fill->begin[fill->topic_set[other]];
    const int32_t *i_end = fill->topic + fill->begin[fill->topic_set[one] + 1];
    const int32_t *j_end = fill->topic + fill->begin[fill->topic_set[other] + 1];
    while (i < i_end && j < j_end) {
        if (*i < *j) i++;
        else if (*i > *j) j++;
        else common++, i++, j++;
    }
    found += (double)common * fill->part[one] * fill->part[other];
    found += fill->author[one] == fill->author[other] ? fill->author_likeness : 0.0;
    return found;
}

/* What the note is worth beside all that stands on the page, its likeness brought up to date. */
static inline double value(Run *run, int64_t note) {
    const Fill *fill = run->of;
    for (; run->known[note] < run->placed; run->known[note]++) {
        double found = likeness(fill, note, fill->taken[run->known[note]]);
        if (found > run->likeness[note]) run->likeness[note] = found;
    }
    return fill->score[note] - fill->penalty * run->likeness[note];
}

static inline int is_wanted(const Run *run, int64_t note) {
    if (run->askings && !run->of->good[note]) return 0;
    for (int64_t k = 0; k < run->askings; k++)
        if (run->asking[k].members[note] != run->asking[k].whose) return 0;
    return 1;
}

/* The open and wanted note of highest value, the first of equal ones; -1 if there is none. Notes
 * are looked at in order of score, and likeness only grows: what is known of it bounds the value
 * from above, and most notes are never compared. */
CLONED static int64_t best_open(Run *run) {
    const Fill *fill = run->of;
    double most = -INFINITY;
    int64_t found = -1;
    for (int64_t k = 0; k < fill->notes; k++) {
        int64_t note = run->ranked[k];
        if (fill->score[note] < most) break;
        if (fill->score[note] - fill->penalty * run->likeness[note] < most) continue;
        if (!run->alive[note] || run->rests[note]) continue;
        if (!run->seen_too && !fill->unseen[note]) continue;
        if (!is_wanted(run, note)) continue;
        double here = value(run, note);
        if (here > most || (here == most && note < found)) most = here, found = note;
    }
    return found;
}

static int has_topic(const Fill *fill, int64_t note, int64_t topic) {
    int64_t set = fill->topic_set[note];
    for (int64_t at = fill->begin[set]; at < fill->begin[set + 1]; at++)
        if (fill->topic[at] == topic) return 1;
    return 0;
}

/* Counts a note for its author and topics; the others of an author leave when that is all that a
 * page takes, those of a topic rest. */
static void count(Run *run, int64_t note) {
    const Fill *fill = run->of;
    int64_t of_author = 0, set = fill->topic_set[note];
    run->counted[run->counts++] = note;
    for (int64_t k = 0; k < run->counts; k++)
        of_author += fill->author[run->counted[k]] == fill->author[note];
    for (int64_t k = 0; of_author >= fill->per_author && k < fill->notes; k++)
        if (fill->author[k] == fill->author[note]) run->alive[k] = 0;
    if (!run->per_topic) return;
    for (int64_t at = fill->begin[set]; at < fill->begin[set + 1]; at++) {
        int64_t about = 0;
        for (int64_t k = 0; k < run->counts; k++)
            about += has_topic(fill, run->counted[k], fill->topic[at]);
        for (int64_t k = 0; about == run->per_topic && k < fill->notes; k++)
            if (has_topic(fill, k, fill->topic[at])) run->rests[k] = 1;
    }
}

/* Lets caps of topics yield, then takes in what was seen before; false after both. */
static int widened(Run *run) {
    int any = 0;
    for (int64_t note = 0; note < run->of->notes; note++) any |= run->rests[note];
    if (!any && run->seen_too) return 0;
    if (any) {
        memset(run->rests, 0, (size_t)run->of->notes);
        run->per_topic = 0;
    } else
        run->seen_too = 1;
    return 1;
}

enum { ANY = -1, OTHERS = 0, ITS_OWN = 1 };

/* Which notes a quota asks for here: its clause's own, the others, or any. */
static int asked(const Run *run, int64_t quota, int64_t slot) {
    const Fill *fill = run->of;
    int64_t clause = fill->order[quota];
    double total = run->through[fill->slots - 1], here = run->through[slot];
    double left = total - here, ahead = 0.0;
    for (int64_t k = 0; k < fill->fixes; k++) {
        if (fill->fixed_slot[k] <= slot) continue;
        double worth = fill->worth[fill->fixed_slot[k]];
        left -= worth;
        if (fill->members[clause * fill->notes + fill->fixed_note[k]]) ahead += worth;
    }
    double least = fill->low[clause] * total, most = fill->high[clause] * total;
    double slack = fill->slack * total, part = here / total, given = run->given[quota];
    if (given < fmax(least - ahead - left, least * part - slack) - 1e-9) return ITS_OWN;
    if (given + fill->worth[slot] > fmin(most - ahead, most * part + slack) + 1e-9) return OTHERS;
    return ANY;
}

/* Puts the note on the page. */
static void take(Run *run, int64_t slot, int64_t note, int64_t natural, int64_t forced) {
    const Fill *fill = run->of;
    value(run, note);
    fill->penalties[slot] = fill->penalty * run->likeness[note];
    fill->taken[slot] = note;
    fill->natural[slot] = natural;
    fill->forced[slot] = forced;
    for (int64_t k = 0; k < fill->orders; k++)
        if (fill->members[fill->order[k] * fill->notes + note]) run->given[k] += fill->worth[slot];
    run->alive[note] = 0;
    run->placed = slot + 1;
}

/* Fills one slot; false when nothing may be shown any more. */
static int place(Run *run, int64_t slot) {
    const Fill *fill = run->of;
    for (int64_t k = 0; k < fill->fixes; k++)
        if (fill->fixed_slot[k] == slot) {
            take(run, slot, fill->fixed_note[k], fill->fixed_note[k], -1);
            return 1;
        }
    run->askings = 0;
    int64_t natural = best_open(run);
    while (natural < 0 && widened(run)) natural = best_open(run);
    if (natural < 0) return 0;
    int64_t waiting = 0, first = -1;
    for (int64_t k = fill->dues - 1; k >= 0; k--)
        if (run->alive[fill->due[k]]) waiting++, first = fill->due[k];
    int64_t chosen = natural, forced = -1;
    if (waiting && waiting >= fill->due_by - slot)
        chosen = natural = first;
    else
        for (int64_t k = 0; k < fill->orders; k++) {
            int whose = asked(run, k, slot);
            if (whose == ANY) continue;
            const uint8_t *members = fill->members + fill->order[k] * fill->notes;
            run->asking[run->askings++] = (Asking){members, whose};
            int64_t best = best_open(run);
            if (best < 0) run->askings--;
            else if (best != chosen) chosen = best, forced = fill->order[k];
        }
    take(run, slot, chosen, natural, forced);
    count(run, chosen);
    return 1;
}

/* The notes by score, best first, of equal ones the first (merge sort, by way of `room`). */
static void rank_notes(const Fill *fill, int64_t *ranked, int64_t *room) {
    int64_t notes = fill->notes;
    int64_t falling = 1;
    for (int64_t note = 0; note < notes; note++) ranked[note] = note;
    while (falling < notes && fill->score[falling - 1] >= fill->score[falling]) falling++;
    if (falling >= notes) return;   /* as those of the plain page come */
    for (int64_t run = 1; run < notes; run *= 2) {
        for (int64_t low = 0; low < notes; low += 2 * run) {
            int64_t middle = low + run < notes ? low + run : notes;
            int64_t high = middle + run < notes ? middle + run : notes;
            int64_t i = low, j = middle;
            for (int64_t at = low; at < high; at++)
                room[at] = j == high || (i < middle && fill->score[ranked[i]] >= fill->score[ranked[j]])
                    ? ranked[i++] : ranked[j++];
        }
        memcpy(ranked, room, (size_t)notes * sizeof *ranked);
    }
}

/* Gives the number of slots that could be filled, -1 without memory. */
int64_t dukou_fill(const Fill *fill) {
    size_t notes = (size_t)fill->notes, slots = (size_t)fill->slots, quotas = (size_t)fill->orders;
    size_t doubles = slots + quotas + notes, counts = 2 * notes + slots + (size_t)fill->fixes;
    char *room = calloc(1, (doubles + counts) * 8 + quotas * sizeof(Asking) + 2 * notes + 8);
    if (!room) return -1;
    Run run = {.of = fill, .per_topic = fill->per_topic, .seen_too = 1};
    run.through = (double *)room;
    run.given = run.through + slots;
    run.likeness = run.given + quotas;
    run.known = (int64_t *)(run.likeness + notes);
    run.ranked = run.known + notes;
    run.counted = run.ranked + notes;
    run.asking = (Asking *)(run.counted + slots + fill->fixes);
    run.alive = (uint8_t *)(run.asking + quotas);
    run.rests = run.alive + notes;
    rank_notes(fill, run.ranked, run.known);
    memset(run.known, 0, notes * sizeof *run.known);
    double sum = 0.0;
    for (int64_t slot = 0; slot < fill->slots; slot++) run.through[slot] = sum += fill->worth[slot];
    memcpy(run.alive, fill->open, notes);
    if (fill->resting) memcpy(run.rests, fill->resting, notes);
    for (size_t note = 0; note < notes; note++) run.seen_too &= fill->unseen[note];
    for (int64_t k = 0; k < fill->fixes; k++) run.alive[fill->fixed_note[k]] = 0;
    for (int64_t k = 0; k < fill->fixes; k++) count(&run, fill->fixed_note[k]);
    int64_t slot = 0;
    while (slot < fill->slots && place(&run, slot)) slot++;
    free(room);
    return slot;
}
