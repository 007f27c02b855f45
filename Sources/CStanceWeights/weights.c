#include "CStanceWeights.h"

// Clang has #embed in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(64) static const unsigned char weights[] = {
#embed "stance.weights"
};

const void *stance_weights(void) { return weights; }

size_t stance_weights_size(void) { return sizeof weights; }
