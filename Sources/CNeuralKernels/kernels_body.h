// The bodies of all kernels, written once and compiled for each instruction set by kernels.c.
//
// NK_WIDTH is the number of floats in a register, NK_ROWS the number of rows that share the loads
// of a block of weights.

typedef float NK(vec) __attribute__((vector_size(NK_WIDTH * 4), aligned(4), may_alias));
typedef int32_t NK(mask) __attribute__((vector_size(NK_WIDTH * 4)));
#define VEC NK(vec)
#define NK_LANES 16
#define NK_PARTS (NK_LANES / NK_WIDTH)

NK_TARGET static inline VEC NK(load)(const float *p) { return *(const VEC *)p; }
NK_TARGET static inline void NK(store)(float *p, VEC v) { *(VEC *)p = v; }
NK_TARGET static inline VEC NK(all)(float f) { return (VEC){} + f; }
NK_TARGET static inline VEC NK(fma)(VEC a, VEC b, VEC c) {
  return __builtin_elementwise_fma(a, b, c);
}
NK_TARGET static inline VEC NK(max)(VEC a, VEC b) {
  NK(mask) greater = a > b;
  return (VEC)((greater & (NK(mask))a) | (~greater & (NK(mask))b));
}

// One block of up to NK_ROWS rows and one part of 16 outputs. The count is a constant at each call.
NK_TARGET static inline __attribute__((always_inline)) void NK(maxout3_block)(
    size_t count, const float *x, size_t x_stride, size_t inputs, const float *weights,
    const float *bias, float *y, size_t y_stride) {
  VEC sum[NK_ROWS][3];
  for (size_t r = 0; r < count; r++) {
    for (size_t p = 0; p < 3; p++) {
      sum[r][p] = NK(load)(bias + p * NK_LANES);
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
    NK(store)(y + r * y_stride, NK(max)(NK(max)(sum[r][0], sum[r][1]), sum[r][2]));
  }
}

NK_TARGET static void NK(maxout3)(const float *x, size_t x_stride, size_t rows, size_t inputs,
                                  const float *weights, const float *bias, size_t outputs,
                                  float *y, size_t y_stride) {
  for (size_t group = 0; group < outputs / NK_LANES; group++) {
    for (size_t part = 0; part < NK_PARTS; part++) {
      const float *w = weights + group * inputs * 3 * NK_LANES + part * NK_WIDTH;
      const float *b = bias + group * 3 * NK_LANES + part * NK_WIDTH;
      float *out = y + group * NK_LANES + part * NK_WIDTH;
      size_t r = 0;
      for (; r + NK_ROWS <= rows; r += NK_ROWS) {
        NK(maxout3_block)(NK_ROWS, x + r * x_stride, x_stride, inputs, w, b, out + r * y_stride,
                          y_stride);
      }
      for (; r < rows; r++) {
        NK(maxout3_block)(1, x + r * x_stride, x_stride, inputs, w, b, out + r * y_stride,
                          y_stride);
      }
    }
  }
}

// One block of rows and 4 registers of outputs.
NK_TARGET static inline __attribute__((always_inline)) void NK(affine_block)(
    size_t count, const float *x, size_t x_stride, size_t inputs, const float *weights,
    const float *bias, float *y, size_t y_stride) {
  VEC sum[NK_ROWS][4];
  for (size_t r = 0; r < count; r++) {
    for (size_t p = 0; p < 4; p++) {
      sum[r][p] = NK(load)(bias + p * NK_WIDTH);
    }
  }
  for (size_t k = 0; k < inputs; k++) {
    const float *w = weights + k * 64;
    VEC w0 = NK(load)(w), w1 = NK(load)(w + NK_WIDTH);
    VEC w2 = NK(load)(w + 2 * NK_WIDTH), w3 = NK(load)(w + 3 * NK_WIDTH);
#pragma clang loop unroll(full)
    for (size_t r = 0; r < count; r++) {
      VEC a = NK(all)(x[r * x_stride + k]);
      sum[r][0] = NK(fma)(a, w0, sum[r][0]);
      sum[r][1] = NK(fma)(a, w1, sum[r][1]);
      sum[r][2] = NK(fma)(a, w2, sum[r][2]);
      sum[r][3] = NK(fma)(a, w3, sum[r][3]);
    }
  }
  for (size_t r = 0; r < count; r++) {
    for (size_t p = 0; p < 4; p++) {
      NK(store)(y + r * y_stride + p * NK_WIDTH, sum[r][p]);
    }
  }
}

#define NK_AFFINE_ROWS (NK_ROWS * 3 / 4)

NK_TARGET static void NK(affine)(const float *x, size_t x_stride, size_t rows, size_t inputs,
                                 const float *weights, const float *bias, size_t outputs, float *y,
                                 size_t y_stride) {
  for (size_t first = 0; first < outputs; first += 4 * NK_WIDTH) {
    const float *w = weights + (first / 64) * 64 * inputs + first % 64;
    size_t r = 0;
    for (; r + NK_AFFINE_ROWS <= rows; r += NK_AFFINE_ROWS) {
      NK(affine_block)(NK_AFFINE_ROWS, x + r * x_stride, x_stride, inputs, w, bias + first,
                       y + r * y_stride + first, y_stride);
    }
    for (; r < rows; r++) {
      NK(affine_block)(1, x + r * x_stride, x_stride, inputs, w, bias + first,
                       y + r * y_stride + first, y_stride);
    }
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

NK_TARGET static void NK(add_scaled_rows)(const int8_t *table, const float *scales, size_t width,
                                          const uint32_t *rows, size_t count, float *y) {
  typedef int8_t NK(bytes) __attribute__((vector_size(NK_WIDTH), aligned(1), may_alias));
  for (size_t i = 0; i < width; i += NK_LANES) {
    VEC sum[NK_PARTS];
    for (size_t p = 0; p < NK_PARTS; p++) {
      sum[p] = NK(load)(y + i + p * NK_WIDTH);
    }
    for (size_t r = 0; r < count; r++) {
      const int8_t *row = table + (size_t)rows[r] * width + i;
      VEC scale = NK(all)(scales[rows[r]]);
      for (size_t p = 0; p < NK_PARTS; p++) {
        NK(bytes) b = *(const NK(bytes) *)(row + p * NK_WIDTH);
        sum[p] = NK(fma)(__builtin_convertvector(b, VEC), scale, sum[p]);
      }
    }
    for (size_t p = 0; p < NK_PARTS; p++) {
      NK(store)(y + i + p * NK_WIDTH, sum[p]);
    }
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
  for (size_t c = 0; c < classes; c += NK_LANES) {
    VEC sum[NK_PARTS];
    for (size_t p = 0; p < NK_PARTS; p++) {
      sum[p] = NK(load)(upper_bias + c + p * NK_WIDTH);
    }
    for (size_t h = 0; h < hidden; h++) {
      VEC a = NK(all)(activation[h]);
      const float *w = upper_weights + h * classes + c;
      for (size_t p = 0; p < NK_PARTS; p++) {
        sum[p] = NK(fma)(a, NK(load)(w + p * NK_WIDTH), sum[p]);
      }
    }
    for (size_t p = 0; p < NK_PARTS; p++) {
      NK(store)(scores + c + p * NK_WIDTH, sum[p]);
    }
  }
}

#undef VEC
#undef NK_LANES
#undef NK_PARTS
#undef NK_AFFINE_ROWS
