// What the compiler's thread instrumentation reports, judged as a GPU would run it: threads of a block are ordered by its barriers only,
// blocks of a launch not at all. Takes the place of ThreadSanitizer's own library, which knows neither and starts slowly.
#pragma once

namespace equivalence {

struct Access {
    std::uint64_t thread = 0;  // block number and thread, 0 for none
    std::uint32_t phase = 0;
    bool atomic = false;
    bool changed = false;
};

struct Cell {
    const void* address = nullptr;
    Access write, read;
    Access other_read;
};

constexpr std::size_t cell_count = std::size_t(1) << 20;
inline Cell* cells = nullptr;
inline std::size_t cells_used = 0;
inline bool watch_races = false;
inline bool warps_are_ordered = false;
inline bool blocks_are_ordered = false;
inline unsigned long launch_start = 0, last_serial = 0;
inline unsigned long last_block = 0;

/// A write whose effect shows only at the next event: a write of the value that is there already harms nobody.
struct Pending {
    char* address = nullptr;
    unsigned bytes = 0;
    std::uint64_t before[2];
    Access by;
};
inline Pending pending;

EQUIVALENCE_QUIET inline bool in_shared(const void* address) {
    auto& arena = cuda_on_cpu::shared_arena;
    return arena.start && std::size_t(static_cast<const char*>(address) - arena.start) < cuda_on_cpu::shared_arena_bytes;
}

EQUIVALENCE_QUIET inline Cell* cell_of(const void* address) {
    auto place = reinterpret_cast<std::uintptr_t>(address);
    std::size_t at = ((place >> 2) + (place / region_bytes) * 40503) % cell_count;
    while (cells[at].address != address) {
        if (!cells[at].address) {
            if (++cells_used > cell_count / 2) return nullptr;
            cells[at].address = address;
            break;
        }
        at = (at + 1) % cell_count;
    }
    return &cells[at];
}

EQUIVALENCE_QUIET inline Access access_now(bool atomic) {
    auto& block = cuda_on_cpu::block;
    if (block.serial != last_serial) {
        unsigned long number = blockIdx.x + gridDim.x * (blockIdx.y + static_cast<unsigned long>(gridDim.y) * blockIdx.z);
        if (number <= last_block || last_serial == 0) launch_start = block.serial;
        last_block = number;
        last_serial = block.serial;
    }
    return {(block.serial << 10 | cuda_on_cpu::number_of(*block.running)) + 1, block.phase, atomic, false};
}

EQUIVALENCE_QUIET inline bool unordered(const Access& earlier, const Access& now, bool shared) {
    if (earlier.thread == 0 || earlier.thread == now.thread) return false;
    unsigned long block = (earlier.thread - 1) >> 10;
    if (block == (now.thread - 1) >> 10) {
        bool same_warp = ((earlier.thread - 1) & 1023) / 32 == ((now.thread - 1) & 1023) / 32;
        return earlier.phase == now.phase && !(warps_are_ordered && same_warp);
    }
    return !shared && block >= launch_start && !blocks_are_ordered;
}

[[noreturn]] EQUIVALENCE_QUIET inline void report_race(const char* address, const char* what, bool shared) {
    if (shared) give_up(race, "%s in shared memory without a barrier between them", what);
    unsigned array = unsigned(std::size_t(address - regions) / region_bytes);
    give_up(race, "%s: argument %d, element %lld", what, arrays[array].slot,
            static_cast<long long>((address - base_of(array)) / std::int64_t(arrays[array].kind.bytes)));
}

EQUIVALENCE_QUIET inline void settle_pending() {
    if (!pending.address) return;
    char* address = pending.address;
    pending.address = nullptr;
    bool shared = in_shared(address);
    Access now = pending.by;
    now.changed = memcmp(address, pending.before, pending.bytes) != 0;
    Cell* cell = cell_of(address);
    if (!cell) return;
    if (now.changed && unordered(cell->write, now, shared) && !(cell->write.atomic && now.atomic))
        report_race(address, "two threads write different values", shared);
    if (now.changed && !now.atomic && (unordered(cell->read, now, shared) || unordered(cell->other_read, now, shared)))
        report_race(address, "one thread reads what another writes", shared);
    if (now.changed || !cell->write.changed || cell->write.thread == now.thread) cell->write = now;
}

EQUIVALENCE_QUIET inline bool watched(const void* address) {
    return watch_races && cuda_on_cpu::block.running && (in_regions(address) || in_shared(address));
}

EQUIVALENCE_QUIET inline void on_read(void* address, bool atomic) {
    settle_pending();
    if (!watched(address)) return;
    Cell* cell = cell_of(address);
    if (!cell) return;
    Access now = access_now(atomic);
    if (cell->write.changed && !cell->write.atomic && !atomic && unordered(cell->write, now, in_shared(address)))
        report_race(static_cast<char*>(address), "one thread reads what another writes", in_shared(address));
    if (atomic) return;
    if (cell->read.thread != now.thread) cell->other_read = cell->read;
    cell->read = now;
}

EQUIVALENCE_QUIET inline void on_write(void* address, unsigned bytes, bool atomic) {
    settle_pending();
    if (!watched(address)) return;
    pending.by = access_now(atomic);
    pending.bytes = bytes;
    memcpy(pending.before, address, bytes);
    pending.address = static_cast<char*>(address);
}

EQUIVALENCE_QUIET inline void start_watching_races() {
    cells = static_cast<Cell*>(mmap(nullptr, cell_count * sizeof(Cell), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
    watch_races = cells != MAP_FAILED;
}

}  // namespace equivalence

#define EQUIVALENCE_HOOK extern "C" __attribute__((used, noinline)) EQUIVALENCE_QUIET
#define EQUIVALENCE_PLAIN(n)                                                                                         \
    EQUIVALENCE_HOOK void __tsan_read##n(void* p) { equivalence::on_read(p, false); }                                \
    EQUIVALENCE_HOOK void __tsan_write##n(void* p) { equivalence::on_write(p, n, false); }                           \
    EQUIVALENCE_HOOK void __tsan_unaligned_read##n(void* p) { equivalence::on_read(p, false); }                      \
    EQUIVALENCE_HOOK void __tsan_unaligned_write##n(void* p) { equivalence::on_write(p, n, false); }                 \
    EQUIVALENCE_HOOK void __tsan_volatile_read##n(void* p) { equivalence::on_read(p, false); }                       \
    EQUIVALENCE_HOOK void __tsan_volatile_write##n(void* p) { equivalence::on_write(p, n, false); }
EQUIVALENCE_PLAIN(1)
EQUIVALENCE_PLAIN(2)
EQUIVALENCE_PLAIN(4)
EQUIVALENCE_PLAIN(8)
EQUIVALENCE_PLAIN(16)
EQUIVALENCE_HOOK void __tsan_read_range(void* p, unsigned long n) {
    for (unsigned long i = 0; i < n; i += 4) equivalence::on_read(static_cast<char*>(p) + i, false);
}
EQUIVALENCE_HOOK void __tsan_write_range(void* p, unsigned long n) {
    for (unsigned long i = 0; i < n; i += 4) equivalence::on_write(static_cast<char*>(p) + i, n - i < 4 ? unsigned(n - i) : 4, false);
}
EQUIVALENCE_HOOK void __tsan_init() {}
EQUIVALENCE_HOOK void __tsan_func_entry(void*) { equivalence::settle_pending(); }
EQUIVALENCE_HOOK void __tsan_func_exit(void*) { equivalence::settle_pending(); }
EQUIVALENCE_HOOK void __tsan_vptr_update(void**, void*) {}
EQUIVALENCE_HOOK void __tsan_vptr_read(void**) {}
#define EQUIVALENCE_ATOMIC(bits, T)                                                                                             \
    EQUIVALENCE_HOOK T __tsan_atomic##bits##_load(const volatile void* p, int) {                                                \
        equivalence::on_read(const_cast<void*>(p), true);                                                                       \
        return __atomic_load_n(static_cast<const volatile T*>(p), __ATOMIC_SEQ_CST);                                            \
    }                                                                                                                           \
    EQUIVALENCE_HOOK void __tsan_atomic##bits##_store(volatile void* p, T v, int) {                                             \
        equivalence::on_write(const_cast<void*>(p), sizeof(T), true);                                                           \
        __atomic_store_n(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST);                                                     \
    }                                                                                                                           \
    EQUIVALENCE_HOOK bool __tsan_atomic##bits##_compare_exchange_strong(volatile void* p, void* e, T v, int, int) {             \
        equivalence::on_write(const_cast<void*>(p), sizeof(T), true);                                                           \
        return __atomic_compare_exchange_n(static_cast<volatile T*>(p), static_cast<T*>(e), v, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    }                                                                                                                           \
    EQUIVALENCE_HOOK bool __tsan_atomic##bits##_compare_exchange_weak(volatile void* p, void* e, T v, int a, int b) {           \
        return __tsan_atomic##bits##_compare_exchange_strong(p, e, v, a, b);                                                    \
    }
#define EQUIVALENCE_FETCH(bits, T, name, builtin)                                      \
    EQUIVALENCE_HOOK T __tsan_atomic##bits##_##name(volatile void* p, T v, int) {      \
        equivalence::on_write(const_cast<void*>(p), sizeof(T), true);                  \
        return builtin(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST);              \
    }
#define EQUIVALENCE_ATOMICS(bits, T)                              \
    EQUIVALENCE_ATOMIC(bits, T)                                   \
    EQUIVALENCE_FETCH(bits, T, exchange, __atomic_exchange_n)     \
    EQUIVALENCE_FETCH(bits, T, fetch_add, __atomic_fetch_add)     \
    EQUIVALENCE_FETCH(bits, T, fetch_sub, __atomic_fetch_sub)     \
    EQUIVALENCE_FETCH(bits, T, fetch_and, __atomic_fetch_and)     \
    EQUIVALENCE_FETCH(bits, T, fetch_or, __atomic_fetch_or)       \
    EQUIVALENCE_FETCH(bits, T, fetch_xor, __atomic_fetch_xor)
EQUIVALENCE_ATOMICS(8, unsigned char)
EQUIVALENCE_ATOMICS(16, unsigned short)
EQUIVALENCE_ATOMICS(32, unsigned)
EQUIVALENCE_ATOMICS(64, unsigned long)
