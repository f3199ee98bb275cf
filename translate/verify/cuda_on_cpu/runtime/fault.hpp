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
extern "C" __attribute__((weak)) const char* __tsan_default_options() { return "exitcode=99:halt_on_error=1"; }
#endif

namespace cuda_on_cpu {

constexpr int fault_status = 97;

/// The kernel that runs now; null in host code.
inline const char* kernel_name = nullptr;

struct Range {
    char* start;
    char* end;
    bool holds(const void* address) const { return address >= start && address < end; }
};

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

/// What the access of an address in the range means; filled by fiber stacks, device memory and the strict mode.
inline const char* (*meaning_of_address)(const void*) = nullptr;

inline void report_signal(int, siginfo_t* details, void*) {
    const char* meaning = meaning_of_address ? meaning_of_address(details->si_addr) : nullptr;
    fault("%s at %p", meaning ? meaning : kernel_name ? "invalid address used in a kernel" : "invalid address used in host code",
          details->si_addr);
}

/// Report invalid addresses instead of dying silently; the sanitizers bring reports of their own.
inline void watch_signals() {
#if !defined(CUDA_ON_CPU_ADDRESS) && !defined(CUDA_ON_CPU_THREAD)
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
