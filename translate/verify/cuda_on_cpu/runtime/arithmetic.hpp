// min, max and the other overloads that CUDA puts into the global namespace beside those of the C library.
#pragma once

// Plain functions for each pair of types, as in CUDA: a template would clash with std::min under `using namespace std`.
#define CUDA_ON_CPU_PICK(first, second, result)                                                                      \
    inline result min(first x, second y) { return static_cast<result>(x) < static_cast<result>(y) ? x : y; }         \
    inline result max(first x, second y) { return static_cast<result>(x) < static_cast<result>(y) ? y : x; }
#define CUDA_ON_CPU_PICK_MIXED(first, second, result) \
    CUDA_ON_CPU_PICK(first, second, result)           \
    CUDA_ON_CPU_PICK(second, first, result)
CUDA_ON_CPU_PICK(int, int, int)
CUDA_ON_CPU_PICK(unsigned, unsigned, unsigned)
CUDA_ON_CPU_PICK_MIXED(int, unsigned, unsigned)
CUDA_ON_CPU_PICK(long, long, long)
CUDA_ON_CPU_PICK(unsigned long, unsigned long, unsigned long)
CUDA_ON_CPU_PICK_MIXED(long, unsigned long, unsigned long)
CUDA_ON_CPU_PICK(long long, long long, long long)
CUDA_ON_CPU_PICK(unsigned long long, unsigned long long, unsigned long long)
CUDA_ON_CPU_PICK_MIXED(long long, unsigned long long, unsigned long long)
#undef CUDA_ON_CPU_PICK
#undef CUDA_ON_CPU_PICK_MIXED

// A NaN gives way to a number.
inline float min(float x, float y) { return fminf(x, y); }
inline float max(float x, float y) { return fmaxf(x, y); }
inline double min(double x, double y) { return fmin(x, y); }
inline double max(double x, double y) { return fmax(x, y); }
inline double min(float x, double y) { return fmin(x, y); }
inline double max(float x, double y) { return fmax(x, y); }
inline double min(double x, float y) { return fmin(x, y); }
inline double max(double x, float y) { return fmax(x, y); }

inline void sincos(float x, float* sine, float* cosine) { sincosf(x, sine, cosine); }
inline void sincospi(double x, double* sine, double* cosine) { sincos(M_PI * x, sine, cosine); }
inline void sincospif(float x, float* sine, float* cosine) { sincosf(static_cast<float>(M_PI) * x, sine, cosine); }

inline long long clock64() {
    static long long ticks = 0;
    return ++ticks;
}
