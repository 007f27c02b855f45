#ifndef CTABLES_H
#define CTABLES_H

// The large tables that come with the program, as bytes. Swift would take seconds to read each as a literal.

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} ct_table;

/// Each is never changed and lives as long as the program.
ct_table ct_character_references(void);
ct_table ct_common_words(void);
ct_table ct_packing_analysis(void);
ct_table ct_packing_prose(void);
ct_table ct_word_frequencies(void);
ct_table ct_world_map(void);

#endif
