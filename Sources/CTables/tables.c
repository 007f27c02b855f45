#include "CTables.h"

// #embed is C23; clang has it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char character_references[] = {
#embed "character-references.tsv"
};
static const unsigned char common_words[] = {
#embed "common-words.txt"
};
static const unsigned char packing_analysis[] = {
#embed "packing-analysis.txt"
};
static const unsigned char packing_prose[] = {
#embed "packing-prose.txt"
};
static const unsigned char word_frequencies[] = {
#embed "word-frequencies.tsv"
};
static const unsigned char world_map[] = {
#embed "world-map.tsv"
};

#define TABLE(name) \
  ct_table ct_##name(void) { return (ct_table){name, sizeof name}; }

TABLE(character_references)
TABLE(common_words)
TABLE(packing_analysis)
TABLE(packing_prose)
TABLE(word_frequencies)
TABLE(world_map)
