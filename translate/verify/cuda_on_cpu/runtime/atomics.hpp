// Atomic operations; their templates give way to a source's own overloads, such as atomicAdd for doubles.
#pragma once

namespace cuda_on_cpu {

#if defined(CUDA_ON_CPU_THREAD)
// Sources order their data by atomics and fences; the race detector knows no fences, so each atomic orders.
constexpr int memory_order = __ATOMIC_ACQ_REL;
constexpr int failure_order = __ATOMIC_ACQUIRE;
#else
constexpr int memory_order = __ATOMIC_RELAXED;
constexpr int failure_order = __ATOMIC_RELAXED;
#endif

template <std::size_t Bytes>
using Word = std::conditional_t<Bytes == 8, std::uint64_t, std::conditional_t<Bytes == 4, std::uint32_t, std::uint16_t>>;

/// Replaces what lies at `address` by `change(old)` in one step; the old value comes out.
template <class T, class Change>
T exchange(T* address, Change change) {
    using Bits = Word<sizeof(T)>;
    Bits* place = reinterpret_cast<Bits*>(address);
    Bits before = __atomic_load_n(place, failure_order), after;
    T old;
    do {
        __builtin_memcpy(&old, &before, sizeof old);
        T changed = change(old);
        __builtin_memcpy(&after, &changed, sizeof after);
    } while (!__atomic_compare_exchange_n(place, &before, after, false, memory_order, failure_order));
    return old;
}

// The second parameter takes no part in deduction, so that `atomicAdd(&total, 1)` works for every type of total.
template <class T>
struct Same {
    using type = T;
};
template <class T>
using same = typename Same<T>::type;

template <class T>
using number = std::enable_if_t<std::is_arithmetic<T>::value && (sizeof(T) == 4 || sizeof(T) == 8), T>;

}  // namespace cuda_on_cpu

#define CUDA_ON_CPU_ATOMIC(name, expression)                                                       \
    template <class T>                                                                             \
    cuda_on_cpu::number<T> name(T* address, cuda_on_cpu::same<T> value) {                          \
        return cuda_on_cpu::exchange(address, [=](T old) { return static_cast<T>(expression); });  \
    }                                                                                              \
    template <class T>                                                                             \
    cuda_on_cpu::number<T> name##_block(T* address, cuda_on_cpu::same<T> value) {                  \
        return name(address, value);                                                               \
    }                                                                                              \
    template <class T>                                                                             \
    cuda_on_cpu::number<T> name##_system(T* address, cuda_on_cpu::same<T> value) {                 \
        return name(address, value);                                                               \
    }

CUDA_ON_CPU_ATOMIC(atomicAdd, old + value)
CUDA_ON_CPU_ATOMIC(atomicSub, old - value)
CUDA_ON_CPU_ATOMIC(atomicMin, value < old ? value : old)
CUDA_ON_CPU_ATOMIC(atomicMax, old < value ? value : old)
CUDA_ON_CPU_ATOMIC(atomicExch, (static_cast<void>(old), value))
CUDA_ON_CPU_ATOMIC(atomicAnd, old & value)
CUDA_ON_CPU_ATOMIC(atomicOr, old | value)
CUDA_ON_CPU_ATOMIC(atomicXor, old ^ value)
CUDA_ON_CPU_ATOMIC(atomicInc, old >= value ? 0 : old + 1)
CUDA_ON_CPU_ATOMIC(atomicDec, old == 0 || old > value ? value : old - 1)
#undef CUDA_ON_CPU_ATOMIC

template <class T>
std::enable_if_t<std::is_integral<T>::value && (sizeof(T) >= 2), T> atomicCAS(T* address, cuda_on_cpu::same<T> compare,
                                                                              cuda_on_cpu::same<T> value) {
    return cuda_on_cpu::exchange(address, [=](T old) { return old == compare ? value : old; });
}
