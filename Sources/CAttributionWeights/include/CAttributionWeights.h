#ifndef CATTRIBUTIONWEIGHTS_H
#define CATTRIBUTIONWEIGHTS_H

// The weights of the attribution network, as `Training/attribution/export.py` wrote them.

#include <stddef.h>

/// The first byte, at a multiple of 64.
const void *attribution_weights(void);

/// How many bytes there are.
size_t attribution_weights_size(void);

#endif
