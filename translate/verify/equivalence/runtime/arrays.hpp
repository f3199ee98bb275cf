// Arrays without end: each lies in the middle of half a gigabyte of addresses, and a page comes into being, with values that
// its place and the seed alone decide, when it is first touched. Whoever reads or writes too far is seen by what differs.
#pragma once

#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>

#define EQUIVALENCE_QUIET __attribute__((no_sanitize("thread")))

namespace equivalence {

constexpr std::size_t region_bytes = std::size_t(1) << 29;
constexpr std::size_t page_bytes = 4096;
constexpr unsigned most_arrays = 48;
constexpr unsigned most_pages = 8192;

enum Ended { finished = 0, fault = 91, too_much_memory = 92, race = 93, timed_out = 94, unbuildable = 95 };
enum Style { mixed = 0, positive = 1, special = 2, small = 3 };

struct Kind {
    char name = 0;  // f floating, i signed, u unsigned, b truth value
    unsigned char bytes = 0;
};

struct Array {
    int slot = -1;
    Kind kind;
    std::uint64_t seed = 0;
    std::int64_t bound = 0;  // above 0: the values are indices below it
    bool ascending = false;
    bool has_first = false;
    double first = 0;
    std::int64_t lowest = 0;  // the smallest index
    std::int64_t count = 0;   // elements, for containers; rows of the first index, for containers of containers
    std::int64_t rows = 0;
    bool is_many = true;      // whether it is more than the place of one number
    bool is_unsigned = false; // whether the elements have no sign on one of the sides
};

struct Page {
    char* start;
    unsigned array;
};

/// What the parent reads of a child: how it ended, a word about it, and what it changed.
struct Report {
    std::uint32_t completed = 0;
    std::uint32_t bytes = 0;
    char message[248] = {};
    char payload[1];
};

inline char* regions = nullptr;
inline Array arrays[most_arrays];
inline unsigned array_count = 0;
inline Page pages[most_pages];
inline unsigned page_count = 0;
inline Style style = mixed;
inline Report* report = nullptr;
inline std::size_t report_capacity = 0;

EQUIVALENCE_QUIET inline char* base_of(unsigned array) { return regions + array * region_bytes + region_bytes / 2; }

[[noreturn]] EQUIVALENCE_QUIET __attribute__((format(printf, 2, 3))) inline void give_up(int why, const char* format, ...) {
    va_list values;
    va_start(values, format);
    if (report) vsnprintf(report->message, sizeof report->message, format, values);
    va_end(values);
    _exit(why);
}

EQUIVALENCE_QUIET inline std::uint64_t mixed_bits(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ull;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
    return x ^ (x >> 31);
}

EQUIVALENCE_QUIET inline double special_value(std::uint64_t bits) {
    const double values[] = {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                             std::numeric_limits<double>::quiet_NaN(), -0.0, 1e30, -1e30, 1e-30, 16777217.0};
    return values[bits % 8];
}

EQUIVALENCE_QUIET inline double floating_value(std::uint64_t bits) {
    std::uint64_t pick = bits >> 58, rest = bits & 0xffffffffffull;
    double fraction = double(rest >> 16 & 0xffffff) / 16777216.0;
    if (style == positive) return pick < 8 ? double(rest % 4 + 1) : fraction * 0.998 + 0.001;
    if (style == special && pick < 3) return special_value(rest);
    if (pick < 20) return double(rest % 9) - 4.0;
    if (pick < 40) return (double(rest % 65) - 32.0) / 8.0;
    if (pick < 60 || style == small) return fraction * 2.0 - 1.0;
    return fraction * 200.0 - 100.0;
}

EQUIVALENCE_QUIET inline std::int64_t integer_value(std::uint64_t bits, Kind kind) {
    std::uint64_t pick = bits >> 58, rest = bits & 0xffffffffull;
    if (kind.name == 'b') return rest & 1;
    if (kind.bytes == 1 && kind.name == 'u') return pick < 20 ? std::int64_t(rest % 4) : std::int64_t(rest % 256);
    if (kind.name == 'u' || style == positive) return pick < 16 ? std::int64_t(rest % 3) : pick < 60 ? std::int64_t(rest % 17) : std::int64_t(rest % 101);
    if (pick < 16) return std::int64_t(rest % 3) - 1;
    return pick < 60 ? std::int64_t(rest % 19) - 9 : std::int64_t(rest % 201) - 100;
}

template <class T>
EQUIVALENCE_QUIET void put(void* place, T value) {
    __builtin_memcpy(place, &value, sizeof value);
}

EQUIVALENCE_QUIET inline void put_value(const Array& array, std::int64_t index, void* place) {
    std::uint64_t bits = mixed_bits(array.seed ^ mixed_bits(std::uint64_t(index)));
    if (array.kind.name == 'f') {
        double value = array.has_first && index == 0 ? array.first : floating_value(bits);
        return array.kind.bytes == 4 ? put(place, float(value)) : put(place, value);
    }
    Kind kind = array.kind;
    if (array.is_unsigned && kind.name == 'i') kind.name = 'u';
    std::int64_t value = integer_value(bits, kind);
    if (array.bound > 0) value = array.ascending ? index * 2 + std::int64_t(bits % 3) : std::int64_t(bits % std::uint64_t(array.bound));
    if (array.bound > 0) value += array.lowest;
    if (array.has_first && index == 0) value = std::int64_t(array.first);
    switch (array.kind.bytes) {
        case 1: return put(place, std::int8_t(value));
        case 2: return put(place, std::int16_t(value));
        case 4: return put(place, std::int32_t(value));
        default: return put(place, value);
    }
}

EQUIVALENCE_QUIET inline void fill_page(const Page& page, char* into) {
    const Array& array = arrays[page.array];
    std::int64_t first = (page.start - base_of(page.array)) / std::int64_t(array.kind.bytes);
    for (std::size_t at = 0; at < page_bytes; at += array.kind.bytes) put_value(array, first++, into + at);
}

EQUIVALENCE_QUIET inline bool in_regions(const void* address) {
    return regions && std::size_t(static_cast<const char*>(address) - regions) < array_count * region_bytes;
}

EQUIVALENCE_QUIET inline void touched(int signal, siginfo_t* details, void*) {
    char* address = static_cast<char*>(details->si_addr);
    if (signal != SIGSEGV || !in_regions(address)) give_up(fault, signal == SIGFPE ? "division by zero" : "signal %d at %p", signal, address);
    if (page_count == most_pages) give_up(too_much_memory, "it reaches more than %u MB of its arrays", unsigned(most_pages * page_bytes >> 20));
    Page page{regions + std::size_t(address - regions) / page_bytes * page_bytes, unsigned(std::size_t(address - regions) / region_bytes)};
    mprotect(page.start, page_bytes, PROT_READ | PROT_WRITE);
    fill_page(page, page.start);
    pages[page_count++] = page;
}

EQUIVALENCE_QUIET inline void ran_out_of_time(int) { give_up(timed_out, "it does not end"); }

EQUIVALENCE_QUIET inline void watch_touches() {
    static char stack[128 * 1024];
    stack_t alternative{};
    alternative.ss_sp = stack;
    alternative.ss_size = sizeof stack;
    sigaltstack(&alternative, nullptr);
    struct sigaction action {};
    action.sa_sigaction = touched;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) sigaction(signal, &action, nullptr);
    struct sigaction alarm {};
    alarm.sa_handler = ran_out_of_time;
    alarm.sa_flags = SA_ONSTACK;
    sigaction(SIGVTALRM, &alarm, nullptr);
}

EQUIVALENCE_QUIET inline void reserve_regions() {
    std::size_t bytes = most_arrays * region_bytes;
    void* memory = mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) give_up(unbuildable, "no addresses left");
    regions = static_cast<char*>(memory);
}

EQUIVALENCE_QUIET inline void append(const void* bytes, std::size_t count) {
    if (report->bytes + count > report_capacity) give_up(too_much_memory, "it changes too much memory");
    memcpy(report->payload + report->bytes, bytes, count);
    report->bytes += std::uint32_t(count);
}

EQUIVALENCE_QUIET inline int by_place(const void* one, const void* other) {
    const char *left = static_cast<const Page*>(one)->start, *right = static_cast<const Page*>(other)->start;
    return left < right ? -1 : left > right;
}

/// For each array its slot, kind and the elements that changed: places, values before, values after.
EQUIVALENCE_QUIET inline void append_changes(unsigned array) {
    static char before[page_bytes];
    const Array& of = arrays[array];
    std::int32_t head[4] = {of.slot, of.kind.name, of.kind.bytes, 0};
    std::uint32_t at_head = report->bytes;
    append(head, sizeof head);
    for (unsigned p = 0; p < page_count; ++p) {
        if (pages[p].array != array) continue;
        fill_page(pages[p], before);
        if (memcmp(before, pages[p].start, page_bytes) == 0) continue;
        std::int64_t first = (pages[p].start - base_of(array)) / std::int64_t(of.kind.bytes);
        for (std::size_t at = 0; at < page_bytes; at += of.kind.bytes, ++first) {
            if (memcmp(before + at, pages[p].start + at, of.kind.bytes) == 0) continue;
            std::uint64_t values[3] = {std::uint64_t(first), 0, 0};
            memcpy(&values[1], before + at, of.kind.bytes);
            memcpy(&values[2], pages[p].start + at, of.kind.bytes);
            append(values, sizeof values);
            ++head[3];
        }
    }
    memcpy(report->payload + at_head, head, sizeof head);
}

}  // namespace equivalence
