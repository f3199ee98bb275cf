// Faults that end the process: one line on stderr and exit status 97.
#pragma once

#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdarg>

#if defined(CUDA_ON_CPU_ADDRESS)
// Kernels that forget cudaFree are not what the run is about, and an absurd size is an error code, not the end.
extern "C" __attribute__((weak)) const char* __asan_default_options() {
    return "exitcode=98:detect_leaks=0:allocator_may_return_null=1:detect_stack_use_after_return=0";
}
#endif
#if defined(CUDA_ON_CPU_THREAD)
extern "C" __attribute__((weak)) const char* __tsan_default_options() { return "exitcode=99:halt_on_error=1:handle_segv=0:handle_sigbus=0"; }
// A source's own atomicAdd by atomicCAS starts with a plain read, as NVIDIA's guide shows it.
extern "C" __attribute__((weak)) const char* __tsan_default_suppressions() { return "race_top:^atomic\n"; }
#endif

namespace cuda_on_cpu {

constexpr int fault_status = 97;

/// The kernel that runs now; null in host code.
inline const char* kernel_name = nullptr;

[[noreturn]] CUDA_ON_CPU_QUIET __attribute__((format(printf, 1, 2))) inline void fault(const char* format, ...) {
    fflush(stdout);
    char text[512];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    fprintf(stderr, "cuda-on-cpu: error: %s\n", text);
    if (kernel_name)
        fprintf(stderr, "cuda-on-cpu: note: in kernel '%s', block (%u,%u,%u), thread (%u,%u,%u)\n", kernel_name, blockIdx.x,
                blockIdx.y, blockIdx.z, threadIdx.x, threadIdx.y, threadIdx.z);
    fflush(stderr);
    _exit(fault_status);
}

/// What the use of a bad address means.
const char* meaning(const void* address);

inline void report_signal(int, siginfo_t* details, void*) {
    fault("%s: %p", meaning(details->si_addr), details->si_addr);
}

/// Report invalid addresses instead of dying silently; AddressSanitizer brings a report of its own.
inline void watch_signals() {
#if !defined(CUDA_ON_CPU_ADDRESS)
    static bool watching = false;
    if (watching) return;
    watching = true;
    static char stack[64 * 1024];
    stack_t alternative{};
    alternative.ss_sp = stack;
    alternative.ss_size = sizeof stack;
    sigaltstack(&alternative, nullptr);
    struct sigaction action {};
    action.sa_sigaction = report_signal;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigaction(SIGSEGV, &action, nullptr);
    sigaction(SIGBUS, &action, nullptr);
#endif
}

}  // namespace cuda_on_cpu
