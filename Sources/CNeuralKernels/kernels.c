#include "CNeuralKernels.h"

#include <string.h>

// A product and a sum are only fused where the code says so: the same bits everywhere.
#pragma clang fp contract(off)

#define NK_JOIN2(a, b) a##_##b
#define NK_JOIN(a, b) NK_JOIN2(a, b)
#define NK(name) NK_JOIN(name, NK_SUFFIX)

#define NK_SUFFIX portable
#define NK_WIDTH 4
#define NK_ROWS 2
#define NK_AFFINE_ROWS 1
#define NK_AFFINE_PARTS 4
#define NK_TARGET
#include "kernels_body.h"
#undef NK_SUFFIX
#undef NK_WIDTH
#undef NK_ROWS
#undef NK_AFFINE_ROWS
#undef NK_AFFINE_PARTS
#undef NK_TARGET

#if defined(__x86_64__)
#define NK_SUFFIX avx2
#define NK_WIDTH 8
#define NK_ROWS 3
#define NK_AFFINE_ROWS 6
#define NK_AFFINE_PARTS 2
#define NK_TARGET __attribute__((target("avx2,fma")))
#include "kernels_body.h"
#undef NK_SUFFIX
#undef NK_WIDTH
#undef NK_ROWS
#undef NK_AFFINE_ROWS
#undef NK_AFFINE_PARTS
#undef NK_TARGET

#define NK_SUFFIX avx512
#define NK_WIDTH 16
#define NK_ROWS 8
#define NK_AFFINE_ROWS 6
#define NK_AFFINE_PARTS 4
#define NK_TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma")))
#include "kernels_body.h"
#undef NK_SUFFIX
#undef NK_WIDTH
#undef NK_ROWS
#undef NK_AFFINE_ROWS
#undef NK_AFFINE_PARTS
#undef NK_TARGET

#define NK_CALL(name, ...)                                                                         \
  do {                                                                                             \
    if (level >= NK_AVX512) {                                                                      \
      name##_avx512(__VA_ARGS__);                                                                  \
    } else if (level == NK_AVX2) {                                                                 \
      name##_avx2(__VA_ARGS__);                                                                    \
    } else {                                                                                       \
      name##_portable(__VA_ARGS__);                                                                \
    }                                                                                              \
  } while (0)

int nk_best_level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")) {
    return NK_AVX512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return NK_AVX2;
  }
  return NK_PORTABLE;
}
#else
#define NK_CALL(name, ...) name##_portable(__VA_ARGS__)

int nk_best_level(void) { return NK_PORTABLE; }
#endif

void nk_maxout3(int level, const float *x, size_t x_stride, size_t rows, size_t inputs,
                const float *weights, const float *bias, size_t outputs, float *y,
                size_t y_stride) {
  NK_CALL(maxout3, x, x_stride, rows, inputs, weights, bias, outputs, y, y_stride);
}

void nk_affine(int level, const float *x, size_t x_stride, size_t rows, size_t inputs,
               const float *weights, const float *bias, size_t outputs, float *y,
               size_t y_stride) {
  NK_CALL(affine, x, x_stride, rows, inputs, weights, bias, outputs, y, y_stride);
}

void nk_layer_norm(int level, const float *x, size_t rows, size_t width, const float *gain,
                   const float *shift, const float *residual, size_t residual_stride, float *y,
                   size_t y_stride) {
  NK_CALL(layer_norm, x, rows, width, gain, shift, residual, residual_stride, y, y_stride);
}

void nk_sum_four(int level, const float *table, size_t width, const uint32_t *rows, float *y) {
  NK_CALL(sum_four, table, width, rows, y);
}

void nk_add_scaled_rows(int level, const int8_t *table, const float *scales, size_t width,
                        const uint32_t *rows, size_t count, float *y) {
  NK_CALL(add_scaled_rows, table, scales, width, rows, count, y);
}

void nk_rectify(float *values, size_t count) {
  for (size_t i = 0; i < count; i++) {
    values[i] = values[i] > 0 ? values[i] : 0;
  }
}

void nk_state_scores(int level, const float *cache, const float *padding, const int32_t *slots,
                     size_t features, size_t hidden, const float *lower_bias,
                     const float *upper_weights, const float *upper_bias, size_t classes,
                     float *scores) {
  NK_CALL(state_scores, cache, padding, slots, features, hidden, lower_bias, upper_weights,
          upper_bias, classes, scores);
}

size_t nk_index_of_max(const float *values, size_t count) {
  size_t best = 0;
  for (size_t i = 1; i < count; i++) {
    if (values[i] > values[best]) {
      best = i;
    }
  }
  return best;
}
