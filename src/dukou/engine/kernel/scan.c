/* The score of every live note, and what its topics add to it. */
#include "kernel.h"

int32_t dukou_interface(void) { return INTERFACE; }

/* TopicSets.affinity: match of each combination of topics with a liking of each topic. */
void dukou_affinity(int64_t sets, const int32_t *begin, const int32_t *topic, const double *liking,
                    const double *counts, float *match) {
    for (int64_t set = 0; set < sets; set++) {
        double sum = 0.0;
        for (int32_t at = begin[set]; at < begin[set + 1]; at++) sum += liking[topic[at]];
        match[set] = (float)(sum * counts[begin[set + 1] - begin[set]]);
    }
}

/* relevance.scan: the score of every live note. */
typedef struct {
    int64_t notes, width;
    const float *readable;     /* freshness, quality, bridging, language; by note */
    const float *liking;       /* of each combination of topics, NULL for none */
    const int32_t *topic_set;  /* by note */
    const int8_t *levels;      /* notes x width */
    const float *steps;        /* by note */
    const int16_t *query;      /* the reader's levels, NULL for none */
    float weight;              /* of a level times a step */
    int64_t authors, marks;
    const float *by_author;    /* 0 for all but the marked */
    const int64_t *marked;     /* authors, known to few readers each: most notes are by others */
    const int32_t *author;     /* by note */
    const float *slope;        /* calibration by language, NULL for none */
    const float *offset;
    const int16_t *language;   /* by note */
    float *score;              /* what is found, by note */
} Scan;

/* Product of a note's levels with the reader's: whole numbers, so that order does not matter. */
static inline int32_t product(const int8_t *levels, const int16_t *query, int64_t width) {
    int32_t sum = 0;
    for (int64_t at = 0; at < width; at++) sum += (int32_t)levels[at] * query[at];
    return sum;
}

/* Notes whose levels are asked of memory before they are needed: more than a processor foresees by
 * itself, since the look-ups between keep it busy. A million notes take a third of the time. */
#define AHEAD 128

static inline void products(const Scan *scan, int64_t width, const uint8_t *is_marked) {
    for (int64_t note = 0; note < scan->notes; note++) {
        float score = scan->readable[note];
        if (scan->liking) score += scan->liking[scan->topic_set[note]];
        if (width) {
            FETCH(scan->levels, (note + AHEAD) * width);
            int32_t sum = product(scan->levels + note * width, scan->query, width);
            score += (float)sum * scan->steps[note] * scan->weight;
        }
        int32_t author = scan->author[note];   /* a bit is at hand where a number may not be */
        if (is_marked[author >> 3] >> (author & 7) & 1) score += scan->by_author[author];
        if (scan->slope && score > -INFINITY) {
            score *= scan->slope[scan->language[note]];
            score += scan->offset[scan->language[note]];
        }
        scan->score[note] = score;
    }
}

/* Notes that are gone through at a time where there is no product to wait for: what was found of
 * them is still at hand for the next sum, and each sum is a plain loop, of which the compiler makes
 * several at once. */
#define SOME 1024

/* So many numbers, one of each author, are at hand as quickly as bits are. */
#define FEW 4096

static inline void sums(const Scan *scan, int64_t begin, int64_t end, const uint8_t *is_marked) {
    float *restrict score = scan->score;
    if (scan->authors <= FEW) {
        for (int64_t note = begin; note < end; note++)
            score[note] = scan->readable[note] + scan->liking[scan->topic_set[note]]
                          + scan->by_author[scan->author[note]];
    } else {
        for (int64_t note = begin; note < end; note++)
            score[note] = scan->readable[note] + scan->liking[scan->topic_set[note]];
        for (int64_t note = begin; note < end; note++) {
            int32_t author = scan->author[note];
            if (is_marked[author >> 3] >> (author & 7) & 1) score[note] += scan->by_author[author];
        }
    }
    if (!scan->slope) return;
    for (int64_t note = begin; note < end; note++) {
        if (!(score[note] > -INFINITY)) continue;
        score[note] *= scan->slope[scan->language[note]];
        score[note] += scan->offset[scan->language[note]];
    }
}

/* Gives 0, -1 without memory. Widths known beforehand let the compiler unroll the product. */
CLONED int64_t dukou_scan(const Scan *scan) {
    uint8_t *is_marked = calloc((size_t)scan->authors / 8 + 1, 1);
    if (!is_marked) return -1;
    for (int64_t k = 0; k < scan->marks; k++)
        is_marked[scan->marked[k] >> 3] |= (uint8_t)(1 << (scan->marked[k] & 7));
    int64_t width = scan->query ? scan->width : 0;
    if (width == 64) products(scan, 64, is_marked);
    else if (width == 32) products(scan, 32, is_marked);
    else if (width || !scan->liking) products(scan, width, is_marked);
    else for (int64_t begin = 0; begin < scan->notes; begin += SOME)
        sums(scan, begin, begin + SOME < scan->notes ? begin + SOME : scan->notes, is_marked);
    free(is_marked);
    return 0;
}
