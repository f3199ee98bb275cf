// The scheduler: one block's threads, their barriers, and the report when nobody can go on.
#pragma once

namespace cuda_on_cpu {

constexpr unsigned max_threads = 1024;

enum class State : unsigned char { fresh, ready, at_barrier, at_warp_operation, at_activemask, done };

struct Thread {
    uint3 index;
    State state;
    Fiber* fiber;
    // What the thread brought to a warp operation, and what it takes away.
    unsigned mask;
    const void* operation;
    std::uint64_t value;
    int operand;
    std::uint64_t result;
};

struct Warp {
    unsigned alive;
    unsigned waiting;
};

struct Block {
    Thread threads[max_threads];
    Warp warps[max_threads / 32];
    unsigned count = 0;
    unsigned next = 0;
    unsigned alive = 0;
    /// Counts blocks over all launches: whatever is kept per block is stale when the number differs.
    unsigned long serial = 0;
    unsigned arrived = 0;
    unsigned votes = 0;
    unsigned phase = 0;
    unsigned last_arrived = 0;
    unsigned last_votes = 0;
    void (*body)(void*) = nullptr;
    void* arguments = nullptr;
    Thread* running = nullptr;
    char launch_mark = 0;
    char finish_mark = 0;
    char phase_marks[2] = {};
};

inline Block block;

CUDA_ON_CPU_QUIET inline void races_acquire([[maybe_unused]] void* mark) {
#if defined(CUDA_ON_CPU_THREAD)
    __tsan_acquire(mark);
#endif
}

CUDA_ON_CPU_QUIET inline void races_release([[maybe_unused]] void* mark) {
#if defined(CUDA_ON_CPU_THREAD)
    __tsan_release(mark);
#endif
}

void settle_warp(unsigned warp);

CUDA_ON_CPU_QUIET inline unsigned number_of(const Thread& thread) { return static_cast<unsigned>(&thread - block.threads); }
CUDA_ON_CPU_QUIET inline unsigned warp_of(const Thread& thread) { return number_of(thread) / warpSize; }
CUDA_ON_CPU_QUIET inline unsigned lane_of(const Thread& thread) { return number_of(thread) % warpSize; }

/// Give the processor back until the scheduler finds the thread ready.
CUDA_ON_CPU_QUIET inline void suspend(Thread& self) { switch_fiber(*self.fiber, host_fiber); }

CUDA_ON_CPU_QUIET inline void open_barrier_if_full() {
    if (block.arrived == 0 || block.arrived != block.alive) return;
    block.last_arrived = block.arrived;
    block.last_votes = block.votes;
    block.arrived = block.votes = 0;
    ++block.phase;
    for (unsigned i = 0; i < block.count; ++i)
        if (block.threads[i].state == State::at_barrier) block.threads[i].state = State::ready;
}

/// Wait until every thread that has not returned waits too.
CUDA_ON_CPU_QUIET __attribute__((noinline)) inline void barrier(bool vote) {
    if (!block.running) fault("__syncthreads() outside a kernel");
    Thread& self = *block.running;
    // Two marks in turn: a fast thread's next arrival must not order a slow one's work in this phase.
    char* mark = &block.phase_marks[block.phase & 1];
    races_release(mark);
    self.state = State::at_barrier;
    ++block.arrived;
    block.votes += vote;
    open_barrier_if_full();
    if (self.state == State::at_barrier) suspend(self);
    self.state = State::ready;
    races_acquire(mark);
}

CUDA_ON_CPU_QUIET inline void run_thread(Thread& thread, Fiber& self) {
    thread.fiber = &self;
    thread.state = State::ready;
    block.running = &thread;
    threadIdx = thread.index;
    races_acquire(&block.launch_mark);
    block.body(block.arguments);
    races_release(&block.finish_mark);
    thread.state = State::done;
    --block.alive;
    open_barrier_if_full();
    Warp& warp = block.warps[warp_of(thread)];
    warp.alive &= ~(1u << lane_of(thread));
    if (warp.waiting > 0) settle_warp(warp_of(thread));
}

CUDA_ON_CPU_QUIET inline void fiber_main(Fiber& self) {
    for (;;) {
        while (block.next < block.count) {
            run_thread(block.threads[block.next++], self);
#if defined(CUDA_ON_CPU_THREAD)
            break;  // One stack a thread, or reuse of a stack would look like a race.
#endif
        }
        self.next_idle = idle_fibers;
        idle_fibers = &self;
        switch_fiber(self, host_fiber);
    }
}

#if defined(CUDA_ON_CPU_THREAD)
// Neighbouring blocks take turns at two sets, so that equal threads of theirs are not the same thread to the race detector.
CUDA_ON_CPU_QUIET inline Fiber& fiber_for_next_thread() {
    static Fiber* sets[2][max_threads];
    Fiber*& fiber = sets[block.serial & 1][block.next];
    if (!fiber) fiber = &new_fiber();
    return *fiber;
}
#else
inline Fiber& fiber_for_next_thread() {
    if (!idle_fibers) return new_fiber();
    Fiber& fiber = *idle_fibers;
    idle_fibers = fiber.next_idle;
    return fiber;
}
#endif

CUDA_ON_CPU_QUIET inline void enter(Fiber& fiber) {
    started_fiber = &fiber;
    switch_fiber(host_fiber, fiber);
}

CUDA_ON_CPU_QUIET inline bool resume_ready_threads() {
    bool resumed = false;
    for (unsigned i = 0; i < block.count; ++i) {
        Thread& thread = block.threads[i];
        if (thread.state != State::ready) continue;
        resumed = true;
        block.running = &thread;
        threadIdx = thread.index;
        enter(*thread.fiber);
    }
    return resumed;
}

[[noreturn]] CUDA_ON_CPU_QUIET inline void report_deadlock() {
    unsigned at_barrier = 0, at_warp = 0;
    const Thread* first = nullptr;
    for (unsigned i = 0; i < block.count; ++i) {
        const Thread& thread = block.threads[i];
        if (thread.state == State::done) continue;
        if (!first) first = &thread;
        (thread.state == State::at_barrier ? at_barrier : at_warp)++;
    }
    if (first) threadIdx = first->index;
    fault("deadlock: %u threads wait at a barrier and %u at a warp operation whose mask names lanes that never come", at_barrier,
          at_warp);
}

bool release_activemask();

CUDA_ON_CPU_QUIET inline void number_warps() {
    for (unsigned first = 0; first < block.count; first += warpSize) {
        unsigned left = block.count - first;
        block.warps[first / warpSize] = Warp{left >= unsigned(warpSize) ? ~0u : (1u << left) - 1, 0};
    }
}

CUDA_ON_CPU_QUIET inline void number_threads() {
    unsigned i = 0;
    for (unsigned z = 0; z < blockDim.z; ++z)
        for (unsigned y = 0; y < blockDim.y; ++y)
            for (unsigned x = 0; x < blockDim.x; ++x, ++i) {
                block.threads[i].index = uint3{x, y, z};
                block.threads[i].state = State::fresh;
            }
}

/// Run every thread of the block to its end.
CUDA_ON_CPU_QUIET inline void run_block() {
    block.count = block.alive = blockDim.x * blockDim.y * blockDim.z;
    block.next = block.arrived = block.votes = 0;
    ++block.serial;
    number_threads();
    number_warps();
    while (block.alive > 0) {
        if (block.next < block.count)
            enter(fiber_for_next_thread());
        else if (!resume_ready_threads() && !release_activemask())
            report_deadlock();
    }
    block.running = nullptr;
}

}  // namespace cuda_on_cpu

inline void __syncthreads() { cuda_on_cpu::barrier(false); }

CUDA_ON_CPU_QUIET inline int __syncthreads_count(int predicate) {
    cuda_on_cpu::barrier(predicate != 0);
    return static_cast<int>(cuda_on_cpu::block.last_votes);
}

CUDA_ON_CPU_QUIET inline int __syncthreads_and(int predicate) {
    cuda_on_cpu::barrier(predicate != 0);
    return cuda_on_cpu::block.last_votes == cuda_on_cpu::block.last_arrived;
}

CUDA_ON_CPU_QUIET inline int __syncthreads_or(int predicate) {
    cuda_on_cpu::barrier(predicate != 0);
    return cuda_on_cpu::block.last_votes > 0;
}

inline void __threadfence() {}
inline void __threadfence_block() {}
inline void __threadfence_system() {}
