#ifndef CWORDVECTORS_H
#define CWORDVECTORS_H

// The word vectors that come with the program; the layout is described in Training/vectors/train.py.

#include <stddef.h>

/// The first byte of the vectors; they are never changed and live as long as the program.
const unsigned char *wv_bytes(void);

/// How many bytes there are.
size_t wv_count(void);

#endif
