// Warp operations: a group of lanes that name each other in their masks meets, then each takes its result away.
#pragma once

namespace cuda_on_cpu {

/// Computes what `lane` takes away, from what the lanes of `group` brought; lanes outside the group brought nothing.
using Operation = std::uint64_t (*)(const Thread* lanes, unsigned group, unsigned lane);

CUDA_ON_CPU_QUIET inline Thread* lanes_of(unsigned warp) { return block.threads + warp * warpSize; }

/// The first lane of a set; the set must not be empty.
CUDA_ON_CPU_QUIET inline unsigned first_of(unsigned lanes) { return static_cast<unsigned>(__builtin_ctz(lanes)); }

/// Those of the mask's lanes that have come to the same operation with the same mask; lanes that returned are not waited for.
CUDA_ON_CPU_QUIET inline unsigned waiting_like(const Thread* lanes, const Thread& like, unsigned wanted) {
    unsigned waiting = 0;
    for (unsigned left = wanted; left; left &= left - 1) {
        const Thread& other = lanes[first_of(left)];
        if (other.state != State::at_warp_operation || other.mask != like.mask || other.operation != like.operation) return 0;
        waiting |= left & -left;
    }
    return waiting;
}

CUDA_ON_CPU_QUIET inline void release_group(Warp& warp, Thread* lanes, unsigned group) {
    auto operation = reinterpret_cast<Operation>(const_cast<void*>(lanes[first_of(group)].operation));
    for (unsigned left = group; left; left &= left - 1) lanes[first_of(left)].result = operation(lanes, group, first_of(left));
    for (unsigned left = group; left; left &= left - 1) lanes[first_of(left)].state = State::ready;
    warp.waiting -= static_cast<unsigned>(__builtin_popcount(group));
}

/// Release the lane's group if all of it has come.
CUDA_ON_CPU_QUIET inline void settle_group(Warp& warp, Thread* lanes, const Thread& member) {
    unsigned wanted = member.mask & warp.alive;
    if (warp.waiting < static_cast<unsigned>(__builtin_popcount(wanted))) return;
    if (waiting_like(lanes, member, wanted) == wanted) release_group(warp, lanes, wanted);
}

CUDA_ON_CPU_QUIET inline void settle_warp(unsigned number) {
    Thread* lanes = lanes_of(number);
    for (unsigned left = block.warps[number].alive; left; left &= left - 1)
        if (lanes[first_of(left)].state == State::at_warp_operation)
            settle_group(block.warps[number], lanes, lanes[first_of(left)]);
}

CUDA_ON_CPU_QUIET __attribute__((noinline)) inline std::uint64_t meet(unsigned mask, Operation operation, std::uint64_t value,
                                                                        int operand) {
    if (!block.running) fault("a warp operation outside a kernel");
    Thread& self = *block.running;
    if (!(mask >> lane_of(self) & 1)) fault("a warp operation whose mask 0x%08x leaves out the calling lane %u", mask, lane_of(self));
    self.mask = mask;
    self.operation = reinterpret_cast<const void*>(operation);
    self.value = value;
    self.operand = operand;
    self.state = State::at_warp_operation;
    ++block.warps[warp_of(self)].waiting;
    settle_group(block.warps[warp_of(self)], lanes_of(warp_of(self)), self);
    if (self.state == State::at_warp_operation) suspend(self);
    self.state = State::ready;
    return self.result;
}

/// When nobody else can go on, the lanes that asked at the same place are the active ones.
CUDA_ON_CPU_QUIET inline bool release_activemask() {
    for (unsigned i = 0; i < block.count; ++i) {
        if (block.threads[i].state != State::at_activemask) continue;
        Thread* lanes = lanes_of(i / warpSize);
        unsigned group = 0;
        for (unsigned left = block.warps[i / warpSize].alive; left; left &= left - 1) {
            const Thread& other = lanes[first_of(left)];
            if (other.state == State::at_activemask && other.operation == block.threads[i].operation) group |= left & -left;
        }
        for (unsigned left = group; left; left &= left - 1) {
            lanes[first_of(left)].result = group;
            lanes[first_of(left)].state = State::ready;
        }
        return true;
    }
    return false;
}

CUDA_ON_CPU_QUIET inline std::uint64_t from_lane(const Thread* lanes, unsigned group, unsigned lane, int source, bool inside) {
    // A lane that does not take part has nothing to give: hardware leaves that undefined, here the asker keeps its own.
    bool there = inside && source >= 0 && source < warpSize && (group >> source & 1);
    return lanes[there ? unsigned(source) : lane].value;
}

// The operand holds width and distance: both small.
CUDA_ON_CPU_QUIET inline int packed(int distance, int width) { return (width & 0xff) << 16 | (distance & 0xffff); }
CUDA_ON_CPU_QUIET inline int width_of(const Thread& thread) { return thread.operand >> 16 & 0xff; }
CUDA_ON_CPU_QUIET inline int distance_of(const Thread& thread) { return thread.operand & 0xffff; }
CUDA_ON_CPU_QUIET inline int segment_start(const Thread* lanes, unsigned lane) { return int(lane) & ~(width_of(lanes[lane]) - 1); }

CUDA_ON_CPU_QUIET inline std::uint64_t shuffle_direct(const Thread* lanes, unsigned group, unsigned lane) {
    int source = segment_start(lanes, lane) + (distance_of(lanes[lane]) & (width_of(lanes[lane]) - 1));
    return from_lane(lanes, group, lane, source, true);
}

CUDA_ON_CPU_QUIET inline std::uint64_t shuffle_up(const Thread* lanes, unsigned group, unsigned lane) {
    int source = int(lane) - distance_of(lanes[lane]);
    return from_lane(lanes, group, lane, source, source >= segment_start(lanes, lane));
}

CUDA_ON_CPU_QUIET inline std::uint64_t shuffle_down(const Thread* lanes, unsigned group, unsigned lane) {
    int source = int(lane) + distance_of(lanes[lane]);
    return from_lane(lanes, group, lane, source, source < segment_start(lanes, lane) + width_of(lanes[lane]));
}

CUDA_ON_CPU_QUIET inline std::uint64_t shuffle_xor(const Thread* lanes, unsigned group, unsigned lane) {
    int source = int(lane) ^ distance_of(lanes[lane]);
    return from_lane(lanes, group, lane, source, source < segment_start(lanes, lane) + width_of(lanes[lane]));
}

CUDA_ON_CPU_QUIET inline std::uint64_t ballot(const Thread* lanes, unsigned group, unsigned) {
    std::uint64_t votes = 0;
    for (unsigned lane = 0; lane < unsigned(warpSize); ++lane)
        if ((group >> lane & 1) && lanes[lane].value) votes |= std::uint64_t(1) << lane;
    return votes;
}

CUDA_ON_CPU_QUIET inline std::uint64_t vote_all(const Thread* lanes, unsigned group, unsigned lane) {
    return ballot(lanes, group, lane) == group;
}

CUDA_ON_CPU_QUIET inline std::uint64_t match_any(const Thread* lanes, unsigned group, unsigned lane) {
    std::uint64_t equal = 0;
    for (unsigned other = 0; other < unsigned(warpSize); ++other)
        if ((group >> other & 1) && lanes[other].value == lanes[lane].value) equal |= std::uint64_t(1) << other;
    return equal;
}

CUDA_ON_CPU_QUIET inline std::uint64_t warp_barrier(const Thread*, unsigned, unsigned) { return 0; }

/// Folds the values of a group; `Pick` is a struct with a static `of(a, b)`.
template <class T, class Pick>
CUDA_ON_CPU_QUIET std::uint64_t fold(const Thread* lanes, unsigned group, unsigned) {
    bool first = true;
    T total{};
    for (unsigned lane = 0; lane < unsigned(warpSize); ++lane) {
        if (!(group >> lane & 1)) continue;
        T value = static_cast<T>(lanes[lane].value);
        total = first ? value : Pick::of(total, value);
        first = false;
    }
    return static_cast<std::uint64_t>(total);
}

template <class T>
CUDA_ON_CPU_QUIET std::uint64_t as_bits(T value) {
    static_assert(sizeof(T) <= 8 && std::is_trivially_copyable<T>::value, "a warp operation moves 1 to 8 bytes");
    std::uint64_t bits = 0;
    __builtin_memcpy(&bits, &value, sizeof value);
    return bits;
}

template <class T>
CUDA_ON_CPU_QUIET T of_bits(std::uint64_t bits) {
    T value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

template <class T>
CUDA_ON_CPU_QUIET T shuffle(unsigned mask, Operation operation, T value, int distance, int width) {
    return of_bits<T>(meet(mask, operation, as_bits(value), packed(distance, width)));
}

struct Sum { template <class T> static T of(T a, T b) { return a + b; } };
struct Least { template <class T> static T of(T a, T b) { return b < a ? b : a; } };
struct Greatest { template <class T> static T of(T a, T b) { return a < b ? b : a; } };
struct Both { template <class T> static T of(T a, T b) { return a & b; } };
struct Either { template <class T> static T of(T a, T b) { return a | b; } };
struct OneOf { template <class T> static T of(T a, T b) { return a ^ b; } };

}  // namespace cuda_on_cpu

template <class T>
T __shfl_sync(unsigned mask, T value, int source, int width = warpSize) {
    return cuda_on_cpu::shuffle(mask, cuda_on_cpu::shuffle_direct, value, source, width);
}
template <class T>
T __shfl_up_sync(unsigned mask, T value, unsigned delta, int width = warpSize) {
    return cuda_on_cpu::shuffle(mask, cuda_on_cpu::shuffle_up, value, int(delta), width);
}
template <class T>
T __shfl_down_sync(unsigned mask, T value, unsigned delta, int width = warpSize) {
    return cuda_on_cpu::shuffle(mask, cuda_on_cpu::shuffle_down, value, int(delta), width);
}
template <class T>
T __shfl_xor_sync(unsigned mask, T value, int lanes, int width = warpSize) {
    return cuda_on_cpu::shuffle(mask, cuda_on_cpu::shuffle_xor, value, lanes, width);
}

inline unsigned __ballot_sync(unsigned mask, int predicate) {
    return static_cast<unsigned>(cuda_on_cpu::meet(mask, cuda_on_cpu::ballot, predicate != 0, 0));
}
inline int __any_sync(unsigned mask, int predicate) { return __ballot_sync(mask, predicate) != 0; }
inline int __all_sync(unsigned mask, int predicate) {
    return static_cast<int>(cuda_on_cpu::meet(mask, cuda_on_cpu::vote_all, predicate != 0, 0));
}
template <class T>
unsigned __match_any_sync(unsigned mask, T value) {
    return static_cast<unsigned>(cuda_on_cpu::meet(mask, cuda_on_cpu::match_any, cuda_on_cpu::as_bits(value), 0));
}
template <class T>
unsigned __match_all_sync(unsigned mask, T value, int* agree) {
    unsigned equal = __match_any_sync(mask, value);
    unsigned present = static_cast<unsigned>(cuda_on_cpu::meet(mask, cuda_on_cpu::ballot, 1, 0));
    *agree = equal == present;
    return *agree ? present : 0;
}

#define CUDA_ON_CPU_REDUCE(name, type, pick)                                                                   \
    inline type name(unsigned mask, type value) {                                                              \
        return static_cast<type>(cuda_on_cpu::meet(mask, cuda_on_cpu::fold<type, cuda_on_cpu::pick>,           \
                                                   static_cast<std::uint64_t>(value), 0));                     \
    }
CUDA_ON_CPU_REDUCE(__reduce_add_sync, unsigned, Sum)
CUDA_ON_CPU_REDUCE(__reduce_add_sync, int, Sum)
CUDA_ON_CPU_REDUCE(__reduce_min_sync, unsigned, Least)
CUDA_ON_CPU_REDUCE(__reduce_min_sync, int, Least)
CUDA_ON_CPU_REDUCE(__reduce_max_sync, unsigned, Greatest)
CUDA_ON_CPU_REDUCE(__reduce_max_sync, int, Greatest)
CUDA_ON_CPU_REDUCE(__reduce_and_sync, unsigned, Both)
CUDA_ON_CPU_REDUCE(__reduce_or_sync, unsigned, Either)
CUDA_ON_CPU_REDUCE(__reduce_xor_sync, unsigned, OneOf)
#undef CUDA_ON_CPU_REDUCE

CUDA_ON_CPU_QUIET inline void __syncwarp(unsigned mask = 0xffffffffu) {
    // Only this warp operation orders memory; one mark for each warp and turn would be exact, one per warp errs on the quiet side.
    static char marks[cuda_on_cpu::max_threads / warpSize];
    char* mark = &marks[cuda_on_cpu::warp_of(*cuda_on_cpu::block.running)];
    cuda_on_cpu::races_release(mark);
    cuda_on_cpu::meet(mask, cuda_on_cpu::warp_barrier, 0, 0);
    cuda_on_cpu::races_acquire(mark);
}

CUDA_ON_CPU_QUIET __attribute__((noinline)) inline unsigned __activemask() {
    cuda_on_cpu::Thread& self = *cuda_on_cpu::block.running;
    self.operation = __builtin_return_address(0);
    self.state = cuda_on_cpu::State::at_activemask;
    cuda_on_cpu::suspend(self);
    return static_cast<unsigned>(self.result);
}
