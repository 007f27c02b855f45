#ifndef CNEURALKERNELS_H
#define CNEURALKERNELS_H

// The arithmetic of the language model: small matrix products with their following step fused in.
//
// Every output lane is its own sum, added up in the order of the inputs by fused multiply-add. So
// the results are the same bits for every instruction set, batch size and number of threads.
// All weights are in the packed forms that are described at each function; `level` says which
// instruction set to use and must not be above what nk_best_level returns.

#include <stddef.h>
#include <stdint.h>

enum { NK_PORTABLE = 0, NK_AVX2 = 1, NK_AVX512 = 2 };

/// The widest instruction set that this processor has.
int nk_best_level(void);

/// y[r][o] = max over three pieces of (bias + x[r] . weights), for every row r.
///
/// Rows of x begin x_stride floats apart and may overlap. Weights: for each 16 outputs, for each
/// input, 3 x 16 floats (piece, lane). Bias: for each 16 outputs, 3 x 16 floats.
void nk_maxout3(int level, const float *x, size_t x_stride, size_t rows, size_t inputs,
                const float *weights, const float *bias, size_t outputs, float *y,
                size_t y_stride);

/// y[r][o] = bias + x[r] . weights; outputs is a multiple of 16.
///
/// Weights: for each 64 outputs, for each input, 64 floats, also where fewer outputs of the last 64
/// are wanted. Bias: one float for each output.
void nk_affine(int level, const float *x, size_t x_stride, size_t rows, size_t inputs,
               const float *weights, const float *bias, size_t outputs, float *y, size_t y_stride);

/// y[r] = residual[r] + gain * (x[r] - mean) / sqrt(variance + 1e-8) + shift; residual may be null.
///
/// width is a multiple of 16.
void nk_layer_norm(int level, const float *x, size_t rows, size_t width, const float *gain,
                   const float *shift, const float *residual, size_t residual_stride, float *y,
                   size_t y_stride);

/// y = the sum of four rows of a table; width is a multiple of 16.
void nk_sum_four(int level, const float *table, size_t width, const uint32_t *rows, float *y);

/// y += the sum of `count` rows of a table of bytes, each times its own scale; width is a multiple of 16.
///
/// The rows are added one after the other by fused multiply-add.
void nk_add_scaled_rows(int level, const int8_t *table, const float *scales, size_t width,
                        const uint32_t *rows, size_t count, float *y);

/// Sets to zero every value that is below it.
void nk_rectify(float *values, size_t count);

/// The scores of all transitions in one parser state.
///
/// cache holds, for each slot, features x (2 x hidden) floats; slots[f] below zero stands for the
/// learned padding. Upper weights: for each hidden unit, classes floats (a multiple of 16).
void nk_state_scores(int level, const float *cache, const float *padding, const int32_t *slots,
                     size_t features, size_t hidden, const float *lower_bias,
                     const float *upper_weights, const float *upper_bias, size_t classes,
                     float *scores);

/// The index of the first greatest value; count must not be 0.
size_t nk_index_of_max(const float *values, size_t count);

#endif
