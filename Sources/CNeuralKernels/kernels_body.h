// The bodies of all kernels, written once and compiled for each instruction set by kernels.c.
//
// NK_WIDTH is the number of floats in a register. NK_ROWS rows share the loads of a block of
// weights in nk_maxout3; NK_AFFINE_ROWS rows share those of NK_AFFINE_PARTS registers of outputs in
// nk_affine. The sums, the weights and one input must fit into the registers: sums that do not go
// through memory once for each input, which halves the speed.

typedef float NK(vec) __attribute__((vector_size(NK_WIDTH * 4), aligned(4), may_alias));
typedef int32_t NK(mask) __attribute__((vector_size(NK_WIDTH * 4)));
#define VEC NK(vec)
#define NK_LANES 16
#define NK_PARTS (NK_LANES / NK_WIDTH)

NK_TARGET static inline VEC NK(load)(const float *p) { return *(const VEC *)p; }
NK_TARGET static inline void NK(store)(float *p, VEC v) { *(VEC *)p = v; }
NK_TARGET static inline VEC NK(all)(float f) {
  VEC v;
  for (int i = 0; i < NK_WIDTH; i++) {
    v[i] = f;
  }
  return v;
}
NK_TARGET static inline VEC NK(fma)(VEC a, VEC b, VEC c) {
  return __builtin_elementwise_fma(a, b, c);
}
NK_TARGET static inline VEC NK(max)(VEC a, VEC b) {
  NK(mask) greater = a > b;
  return (VEC)((greater & (NK(mask))a) | (~greater & (NK(mask))b));
}

// The weights of so many inputs are used for a tile of so many rows before the next are: they stay in
// the first-level cache. The sums wait in memory between; their order stays that of the inputs.
#define NK_DEPTH 96
#define NK_TILE 96

// One block of up to NK_ROWS rows, one part of 16 outputs and up to NK_DEPTH inputs. Sums begin at
// `start`, whose rows and pieces lie start_row and start_piece apart, and go to `end`; with y they
// are the whole sums, and the greatest of each three goes there. The count is a constant at each call.
NK_TARGET static inline __attribute__((always_inline)) void NK(maxout3_block)(
    size_t count, const float *x, size_t x_stride, size_t inputs, const float *weights,
    const float *start, size_t start_row, size_t start_piece, float *end, float *y,
    size_t y_stride) {
  VEC sum[NK_ROWS][3];
  for (size_t r = 0; r < count; r++) {
    for (size_t p = 0; p < 3; p++) {
      sum[r][p] = NK(load)(start + r * start_row + p * start_piece);
    }
  }
  for (size_t k = 0; k < inputs; k++) {
    const float *w = weights + k * 3 * NK_LANES;
    VEC w0 = NK(load)(w), w1 = NK(load)(w + NK_LANES), w2 = NK(load)(w + 2 * NK_LANES);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < count; r++) {
      VEC a = NK(all)(x[r * x_stride + k]);
      sum[r][0] = NK(fma)(a, w0, sum[r][0]);
      sum[r][1] = NK(fma)(a, w1, sum[r][1]);
      sum[r][2] = NK(fma)(a, w2, sum[r][2]);
    }
  }
  for (size_t r = 0; r < count; r++) {
    if (y) {
      NK(store)(y + r * y_stride, NK(max)(NK(max)(sum[r][0], sum[r][1]), sum[r][2]));
      continue;
    }
    for (size_t p = 0; p < 3; p++) {
      NK(store)(end + (r * 3 + p) * NK_WIDTH, sum[r][p]);
    }
  }
}

// One tile of rows and one part of 16 outputs.
NK_TARGET static inline void NK(maxout3_tile)(const float *x, size_t x_stride, size_t rows,
                                              size_t inputs, const float *weights,
                                              const float *bias, float *y, size_t y_stride) {
  float sums[NK_TILE * 3 * NK_WIDTH] __attribute__((aligned(64)));
  const size_t step = 3 * NK_WIDTH;
  for (size_t k = 0; k < inputs; k += NK_DEPTH) {
    size_t depth = inputs - k < NK_DEPTH ? inputs - k : NK_DEPTH;
    int is_first = k == 0, is_last = k + depth == inputs;
    const float *w = weights + k * 3 * NK_LANES;
    for (size_t r = 0; r < rows;) {
      const float *from = x + r * x_stride + k, *start = is_first ? bias : sums + r * step;
      size_t start_row = is_first ? 0 : step, start_piece = is_first ? NK_LANES : NK_WIDTH;
      float *end = sums + r * step, *to = is_last ? y + r * y_stride : 0;
      if (r + NK_ROWS <= rows) {
        NK(maxout3_block)(NK_ROWS, from, x_stride, depth, w, start, start_row, start_piece, end,
                          to, y_stride);
        r += NK_ROWS;
      } else if (r + 2 <= rows) {
        NK(maxout3_block)(2, from, x_stride, depth, w, start, start_row, start_piece, end, to,
                          y_stride);
        r += 2;
      } else {
        NK(maxout3_block)(1, from, x_stride, depth, w, start, start_row, start_piece, end, to,
                          y_stride);
        r += 1;
      }
    }
  }
}

NK_TARGET static void NK(maxout3)(const float *x, size_t x_stride, size_t rows, size_t inputs,
                                  const float *weights, const float *bias, size_t outputs,
                                  float *y, size_t y_stride) {
  for (size_t first = 0; first < rows; first += NK_TILE) {
    size_t tile = rows - first < NK_TILE ? rows - first : NK_TILE;
    for (size_t group = 0; group < outputs / NK_LANES; group++) {
      for (size_t part = 0; part < NK_PARTS; part++) {
        size_t lane = part * NK_WIDTH;
        NK(maxout3_tile)(x + first * x_stride, x_stride, tile, inputs,
                         weights + group * inputs * 3 * NK_LANES + lane,
                         bias + group * 3 * NK_LANES + lane,
                         y + first * y_stride + group * NK_LANES + lane, y_stride);
      }
    }
  }
}

// One block of rows and so many registers of outputs; both counts are constants at each call.
NK_TARGET static inline __attribute__((always_inline)) void NK(affine_block)(
    size_t count, size_t parts, const float *x, size_t x_stride, size_t inputs,
    const float *weights, const float *bias, float *y, size_t y_stride) {
  VEC sum[NK_AFFINE_ROWS][64 / NK_WIDTH];
  for (size_t r = 0; r < count; r++) {
    for (size_t p = 0; p < parts; p++) {
      sum[r][p] = NK(load)(bias + p * NK_WIDTH);
    }
  }
  for (size_t k = 0; k < inputs; k++) {
    VEC w[64 / NK_WIDTH];
    for (size_t p = 0; p < parts; p++) {
      w[p] = NK(load)(weights + k * 64 + p * NK_WIDTH);
    }
#pragma clang loop unroll(full)
    for (size_t r = 0; r < count; r++) {
      VEC a = NK(all)(x[r * x_stride + k]);
      for (size_t p = 0; p < parts; p++) {
        sum[r][p] = NK(fma)(a, w[p], sum[r][p]);
      }
    }
  }
  for (size_t r = 0; r < count; r++) {
    for (size_t p = 0; p < parts; p++) {
      NK(store)(y + r * y_stride + p * NK_WIDTH, sum[r][p]);
    }
  }
}

// All rows and 64 outputs. A row by itself takes all 64 at once: it needs as many sums that do not
// wait for one another.
NK_TARGET static inline void NK(affine_group)(const float *x, size_t x_stride, size_t rows,
                                              size_t inputs, const float *weights,
                                              const float *bias, float *y, size_t y_stride) {
  size_t whole = rows - rows % NK_AFFINE_ROWS;
  for (size_t lane = 0; lane < 64; lane += NK_AFFINE_PARTS * NK_WIDTH) {
    for (size_t r = 0; r < whole; r += NK_AFFINE_ROWS) {
      NK(affine_block)(NK_AFFINE_ROWS, NK_AFFINE_PARTS, x + r * x_stride, x_stride, inputs,
                       weights + lane, bias + lane, y + r * y_stride + lane, y_stride);
    }
  }
  for (size_t r = whole; r < rows; r++) {
    NK(affine_block)(1, 64 / NK_WIDTH, x + r * x_stride, x_stride, inputs, weights, bias,
                     y + r * y_stride, y_stride);
  }
}

// All rows and 16 outputs, for a last group of which not all are wanted.
NK_TARGET static inline void NK(affine_lanes)(const float *x, size_t x_stride, size_t rows,
                                              size_t inputs, const float *weights,
                                              const float *bias, float *y, size_t y_stride) {
  size_t whole = rows - rows % NK_AFFINE_ROWS;
  for (size_t r = 0; r < whole; r += NK_AFFINE_ROWS) {
    NK(affine_block)(NK_AFFINE_ROWS, NK_PARTS, x + r * x_stride, x_stride, inputs, weights, bias,
                     y + r * y_stride, y_stride);
  }
  for (size_t r = whole; r < rows; r++) {
    NK(affine_block)(1, NK_PARTS, x + r * x_stride, x_stride, inputs, weights, bias,
                     y + r * y_stride, y_stride);
  }
}

NK_TARGET static void NK(affine)(const float *x, size_t x_stride, size_t rows, size_t inputs,
                                 const float *weights, const float *bias, size_t outputs, float *y,
                                 size_t y_stride) {
  size_t whole = outputs - outputs % 64;
  for (size_t group = 0; group < whole; group += 64) {
    NK(affine_group)(x, x_stride, rows, inputs, weights + group * inputs, bias + group, y + group,
                     y_stride);
  }
  for (size_t lane = 0; whole + lane < outputs; lane += NK_LANES) {
    NK(affine_lanes)(x, x_stride, rows, inputs, weights + whole * inputs + lane,
                     bias + whole + lane, y + whole + lane, y_stride);
  }
}

// Adds 16 lanes in a fixed tree.
NK_TARGET static inline float NK(total)(const float *lanes) {
  float a[8], b[4];
  for (int i = 0; i < 8; i++) {
    a[i] = lanes[i] + lanes[i + 8];
  }
  for (int i = 0; i < 4; i++) {
    b[i] = a[i] + a[i + 4];
  }
  return (b[0] + b[2]) + (b[1] + b[3]);
}

NK_TARGET static inline float NK(sum_of)(const float *x, size_t width) {
  VEC sum[NK_PARTS] = {};
  for (size_t i = 0; i < width; i += NK_LANES) {
    for (size_t p = 0; p < NK_PARTS; p++) {
      sum[p] = sum[p] + NK(load)(x + i + p * NK_WIDTH);
    }
  }
  return NK(total)((const float *)sum);
}

NK_TARGET static inline float NK(squares_of)(const float *x, size_t width, float mean) {
  VEC sum[NK_PARTS] = {};
  VEC m = NK(all)(mean);
  for (size_t i = 0; i < width; i += NK_LANES) {
    for (size_t p = 0; p < NK_PARTS; p++) {
      VEC d = NK(load)(x + i + p * NK_WIDTH) - m;
      sum[p] = NK(fma)(d, d, sum[p]);
    }
  }
  return NK(total)((const float *)sum);
}

NK_TARGET static void NK(layer_norm)(const float *x, size_t rows, size_t width, const float *gain,
                                     const float *shift, const float *residual,
                                     size_t residual_stride, float *y, size_t y_stride) {
  for (size_t r = 0; r < rows; r++) {
    const float *row = x + r * width;
    float mean = NK(sum_of)(row, width) / (float)width;
    float variance = NK(squares_of)(row, width, mean) / (float)width + 1e-8f;
    VEC m = NK(all)(mean), s = NK(all)(1.0f / __builtin_sqrtf(variance));
    for (size_t i = 0; i < width; i += NK_WIDTH) {
      VEC v = (NK(load)(row + i) - m) * s;
      v = NK(fma)(v, NK(load)(gain + i), NK(load)(shift + i));
      if (residual) {
        v = v + NK(load)(residual + r * residual_stride + i);
      }
      NK(store)(y + r * y_stride + i, v);
    }
  }
}

NK_TARGET static void NK(sum_four)(const float *table, size_t width, const uint32_t *rows,
                                   float *y) {
  for (size_t i = 0; i < width; i += NK_WIDTH) {
    VEC v = NK(load)(table + rows[0] * width + i);
    for (int r = 1; r < 4; r++) {
      v = v + NK(load)(table + rows[r] * width + i);
    }
    NK(store)(y + i, v);
  }
}

// Adds the rows of `lanes` columns, a constant at each call: a scale is loaded once for all of them.
NK_TARGET static inline __attribute__((always_inline)) void NK(add_scaled_lanes)(
    size_t lanes, const int8_t *table, const float *scales, size_t width, const uint32_t *rows,
    size_t count, float *y) {
  typedef int8_t NK(bytes) __attribute__((vector_size(NK_WIDTH), aligned(1), may_alias));
  VEC sum[64 / NK_WIDTH];
  for (size_t p = 0; p < lanes / NK_WIDTH; p++) {
    sum[p] = NK(load)(y + p * NK_WIDTH);
  }
  for (size_t r = 0; r < count; r++) {
    const int8_t *row = table + (size_t)rows[r] * width;
    VEC scale = NK(all)(scales[rows[r]]);
#pragma clang loop unroll(full)
    for (size_t p = 0; p < lanes / NK_WIDTH; p++) {
      NK(bytes) b = *(const NK(bytes) *)(row + p * NK_WIDTH);
      sum[p] = NK(fma)(__builtin_convertvector(b, VEC), scale, sum[p]);
    }
  }
  for (size_t p = 0; p < lanes / NK_WIDTH; p++) {
    NK(store)(y + p * NK_WIDTH, sum[p]);
  }
}

NK_TARGET static void NK(add_scaled_rows)(const int8_t *table, const float *scales, size_t width,
                                          const uint32_t *rows, size_t count, float *y) {
  size_t i = 0;
  for (; i + 64 <= width; i += 64) {
    NK(add_scaled_lanes)(64, table + i, scales, width, rows, count, y + i);
  }
  for (; i < width; i += NK_LANES) {
    NK(add_scaled_lanes)(NK_LANES, table + i, scales, width, rows, count, y + i);
  }
}

// The scores of so many transitions, a constant at each call: sums that do not wait for one another.
NK_TARGET static inline __attribute__((always_inline)) void NK(score_lanes)(
    size_t lanes, const float *activation, size_t hidden, const float *weights, size_t classes,
    const float *bias, float *scores) {
  VEC sum[64 / NK_WIDTH];
  for (size_t p = 0; p < lanes / NK_WIDTH; p++) {
    sum[p] = NK(load)(bias + p * NK_WIDTH);
  }
  for (size_t h = 0; h < hidden; h++) {
    VEC a = NK(all)(activation[h]);
#pragma clang loop unroll(full)
    for (size_t p = 0; p < lanes / NK_WIDTH; p++) {
      sum[p] = NK(fma)(a, NK(load)(weights + h * classes + p * NK_WIDTH), sum[p]);
    }
  }
  for (size_t p = 0; p < lanes / NK_WIDTH; p++) {
    NK(store)(scores + p * NK_WIDTH, sum[p]);
  }
}

NK_TARGET static void NK(state_scores)(const float *cache, const float *padding,
                                       const int32_t *slots, size_t features, size_t hidden,
                                       const float *lower_bias, const float *upper_weights,
                                       const float *upper_bias, size_t classes, float *scores) {
  float activation[256];
  size_t width = 2 * hidden;
  const float *rows[16];
  for (size_t f = 0; f < features; f++) {
    const float *base = slots[f] < 0 ? padding : cache + (size_t)slots[f] * features * width;
    rows[f] = base + f * width;
  }
  for (size_t i = 0; i < hidden; i += NK_WIDTH) {
    VEC one = NK(load)(lower_bias + i), two = NK(load)(lower_bias + hidden + i);
    for (size_t f = 0; f < features; f++) {
      one = one + NK(load)(rows[f] + i);
      two = two + NK(load)(rows[f] + hidden + i);
    }
    NK(store)(activation + i, NK(max)(one, two));
  }
  size_t c = 0;
  for (; c + 64 <= classes; c += 64) {
    NK(score_lanes)(64, activation, hidden, upper_weights + c, classes, upper_bias + c,
                    scores + c);
  }
  for (; c + 32 <= classes; c += 32) {
    NK(score_lanes)(32, activation, hidden, upper_weights + c, classes, upper_bias + c,
                    scores + c);
  }
  for (; c < classes; c += NK_LANES) {
    NK(score_lanes)(NK_LANES, activation, hidden, upper_weights + c, classes, upper_bias + c,
                    scores + c);
  }
}

#undef VEC
#undef NK_LANES
#undef NK_PARTS
#undef NK_DEPTH
#undef NK_TILE
