#ifndef CSTANCEWEIGHTS_H
#define CSTANCEWEIGHTS_H

#include <stddef.h>

// The weights of the stance model, made by Training/stances and kept in the program's own image.

/// The first byte, at a multiple of 64.
const void *stance_weights(void);

/// How many bytes there are.
size_t stance_weights_size(void);

#endif
