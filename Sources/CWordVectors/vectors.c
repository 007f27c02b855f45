#include "CWordVectors.h"

// #embed is C23; clang has it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "vectors.bin"
};

const unsigned char *wv_bytes(void) { return bytes; }

size_t wv_count(void) { return sizeof bytes; }
