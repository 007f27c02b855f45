#include "CAttributionWeights.h"

// Clang has #embed in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char weights[] = {
#embed "attribution.weights"
};

const void *attribution_weights(void) { return weights; }

size_t attribution_weights_size(void) { return sizeof weights; }
