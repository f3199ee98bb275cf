// A stack of its own for each suspended thread, and the switch between two stacks.
#pragma once

#if !defined(__x86_64__) && !defined(__aarch64__) && !defined(CUDA_ON_CPU_UCONTEXT)
#define CUDA_ON_CPU_UCONTEXT 1
#endif

#if defined(CUDA_ON_CPU_UCONTEXT)
#include <ucontext.h>
#elif defined(__x86_64__)
extern "C" void cuda_on_cpu_switch(void** from, void* to);
__asm__(R"(
    .pushsection .text
    .weak cuda_on_cpu_switch
    .type cuda_on_cpu_switch, @function
cuda_on_cpu_switch:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
    .size cuda_on_cpu_switch, .-cuda_on_cpu_switch
    .popsection
)");
#elif defined(__aarch64__)
extern "C" void cuda_on_cpu_switch(void** from, void* to);
__asm__(R"(
    .pushsection .text
    .weak cuda_on_cpu_switch
    .type cuda_on_cpu_switch, %function
cuda_on_cpu_switch:
    sub sp, sp, #160
    stp x19, x20, [sp, #0]
    stp x21, x22, [sp, #16]
    stp x23, x24, [sp, #32]
    stp x25, x26, [sp, #48]
    stp x27, x28, [sp, #64]
    stp x29, x30, [sp, #80]
    stp d8, d9, [sp, #96]
    stp d10, d11, [sp, #112]
    stp d12, d13, [sp, #128]
    stp d14, d15, [sp, #144]
    mov x9, sp
    str x9, [x0]
    mov sp, x1
    ldp x19, x20, [sp, #0]
    ldp x21, x22, [sp, #16]
    ldp x23, x24, [sp, #32]
    ldp x25, x26, [sp, #48]
    ldp x27, x28, [sp, #64]
    ldp x29, x30, [sp, #80]
    ldp d8, d9, [sp, #96]
    ldp d10, d11, [sp, #112]
    ldp d12, d13, [sp, #128]
    ldp d14, d15, [sp, #144]
    add sp, sp, #160
    ret
    .size cuda_on_cpu_switch, .-cuda_on_cpu_switch
    .popsection
)");
#endif

namespace cuda_on_cpu {

constexpr std::size_t stack_bytes = 256 * 1024;
constexpr std::size_t guard_bytes = 64 * 1024;

/// A suspended computation; the one without a stack of its own is the host's.
struct Fiber {
    void* sleeping_at = nullptr;
    char* stack = nullptr;
    std::size_t stack_size = 0;
    Fiber* next_idle = nullptr;
    void* fake_stack = nullptr;
    void* race_identity = nullptr;
#if defined(CUDA_ON_CPU_UCONTEXT)
    ucontext_t context;
#endif
};

inline Fiber host_fiber;
inline Fiber* idle_fibers = nullptr;
inline Fiber* started_fiber = nullptr;

CUDA_ON_CPU_QUIET inline void arrived_on([[maybe_unused]] Fiber& self, [[maybe_unused]] Fiber* from) {
#if defined(CUDA_ON_CPU_ADDRESS)
    const void* bottom = nullptr;
    std::size_t size = 0;
    __sanitizer_finish_switch_fiber(self.fake_stack, &bottom, &size);
    if (from == &host_fiber) {
        host_fiber.stack = static_cast<char*>(const_cast<void*>(bottom));
        host_fiber.stack_size = size;
    }
#endif
}

/// Sleep on `from` and go on with `to`; returns when something switches back.
CUDA_ON_CPU_QUIET __attribute__((noinline)) inline void switch_fiber(Fiber& from, Fiber& to) {
#if defined(CUDA_ON_CPU_ADDRESS)
    __sanitizer_start_switch_fiber(&from.fake_stack, to.stack, to.stack_size);
#endif
#if defined(CUDA_ON_CPU_THREAD)
    // Without the flag each switch would count as synchronisation, and no race would ever show.
    __tsan_switch_to_fiber(to.race_identity, 1);
#endif
#if defined(CUDA_ON_CPU_UCONTEXT)
    swapcontext(&from.context, &to.context);
#else
    cuda_on_cpu_switch(&from.sleeping_at, to.sleeping_at);
#endif
    arrived_on(from, &to == &host_fiber ? nullptr : &host_fiber);
}

/// What each fiber does, for ever; defined with the scheduler.
[[noreturn]] void fiber_main(Fiber& self);

[[noreturn]] CUDA_ON_CPU_QUIET inline void fiber_entry() {
    Fiber& self = *started_fiber;
    arrived_on(self, &host_fiber);
    fiber_main(self);
}

CUDA_ON_CPU_QUIET inline void prepare_first_switch(Fiber& fiber) {
#if defined(CUDA_ON_CPU_UCONTEXT)
    getcontext(&fiber.context);
    fiber.context.uc_stack.ss_sp = fiber.stack;
    fiber.context.uc_stack.ss_size = fiber.stack_size;
    makecontext(&fiber.context, reinterpret_cast<void (*)()>(fiber_entry), 0);
#else
    void** top = reinterpret_cast<void**>(fiber.stack + fiber.stack_size);
#if defined(__x86_64__)
    // After `ret` the stack pointer must stand as after a call: 8 past a multiple of 16.
    top -= 2;
    top[0] = reinterpret_cast<void*>(fiber_entry);
    fiber.sleeping_at = top - 6;
#else
    top -= 20;
    top[11] = reinterpret_cast<void*>(fiber_entry);
    fiber.sleeping_at = top;
#endif
#endif
}

CUDA_ON_CPU_QUIET inline Fiber& new_fiber() {
    void* memory = mmap(nullptr, guard_bytes + stack_bytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) fault("no memory for the stack of a thread");
    mprotect(memory, guard_bytes, PROT_NONE);
    // The fiber itself lies at the far end of its stack, out of reach of the host's heap.
    char* start = static_cast<char*>(memory) + guard_bytes;
    // Shifted from fiber to fiber, or the tops of all stacks would compete for the same few lines of the cache.
    static std::size_t made = 0;
    std::size_t usable = (stack_bytes - sizeof(Fiber)) / 64 * 64 - made++ % 61 * 256;
    Fiber& fiber = *new (start + usable) Fiber;
    fiber.stack = start;
    fiber.stack_size = usable;
#if defined(CUDA_ON_CPU_THREAD)
    fiber.race_identity = __tsan_create_fiber(0);
#endif
    prepare_first_switch(fiber);
    return fiber;
}

}  // namespace cuda_on_cpu
