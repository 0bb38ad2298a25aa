/* Products of one vector with many that are held as bytes with a scale each. */
#include <stddef.h>
#include <stdint.h>

/* Raised with every change of what a function takes or does; __init__.py refuses any other. */
#define INTERFACE 1

/* The same function for several processors, chosen when the library is loaded. */
#ifdef CLONES
#define CLONED __attribute__((target_clones(CLONES)))
#else
#define CLONED
#endif

int32_t dukou_interface(void) { return INTERFACE; }

/* Whole numbers, so that order does not matter and several are multiplied at once. */
static inline int32_t product(const int8_t *levels, const int16_t *query, int64_t width) {
    int32_t sum = 0;
    for (int64_t at = 0; at < width; at++) sum += (int32_t)levels[at] * query[at];
    return sum;
}

static inline void products(int64_t count, const int64_t *rows, int64_t width,
                            const int8_t *levels, const float *scales, const int16_t *query,
                            float step, float *found) {
    for (int64_t at = 0; at < count; at++) {
        int64_t row = rows ? rows[at] : at;
        found[at] = (float)product(levels + row * width, query, width) * scales[row] * step;
    }
}

/* Of these rows, or of the first `count` where `rows` is NULL. Widths known beforehand let the
 * compiler unroll the product: those of a shelf's heads and tails. */
CLONED void dukou_products(int64_t count, const int64_t *rows, int64_t width, const int8_t *levels,
                           const float *scales, const int16_t *query, float step, float *found) {
    if (width == 192) products(count, rows, 192, levels, scales, query, step, found);
    else if (width == 320) products(count, rows, 320, levels, scales, query, step, found);
    else products(count, rows, width, levels, scales, query, step, found);
}
