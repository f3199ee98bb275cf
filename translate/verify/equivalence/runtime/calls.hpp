// Calls any function with arguments built from its parameter types; the compiler, not our reader, knows what a type is.
#pragma once

#include <array>
#include <complex>
#include <cstddef>
#include <functional>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace equivalence {

/// One argument as the plan states it: a number, or an array's slot.
struct Argument {
    char form = 'n';  // n number, r real number, p array, x the place of what is returned
    double real = 0;
    std::int64_t integer = 0;
    Array array;
};

struct Launch {
    unsigned grid[3] = {1, 1, 1};
    unsigned threads[3] = {1, 1, 1};
    unsigned shared_bytes = 0;
};

struct Job {
    unsigned entry = 0;
    Launch launch;
    unsigned argument_count = 0;
    Argument arguments[most_arrays];
};

template <class T>
struct Parts {
    using type = T;  // of a vector such as float4, the type of its members
};
template <class T>
struct Parts<std::complex<T>> {
    using type = T;
};
template <class T, std::size_t N>
struct Parts<std::array<T, N>> {
    using type = typename Parts<T>::type;
};
#if defined(__CUDACC__)
#define EQUIVALENCE_VECTOR(name, part) template <> struct Parts<name> { using type = part; };
#define EQUIVALENCE_VECTORS(name, part) \
    EQUIVALENCE_VECTOR(name##1, part) EQUIVALENCE_VECTOR(name##2, part) EQUIVALENCE_VECTOR(name##3, part) EQUIVALENCE_VECTOR(name##4, part)
EQUIVALENCE_VECTORS(float, float)
EQUIVALENCE_VECTORS(double, double)
EQUIVALENCE_VECTORS(int, int)
EQUIVALENCE_VECTORS(uint, unsigned)
EQUIVALENCE_VECTORS(char, signed char)
EQUIVALENCE_VECTORS(uchar, unsigned char)
EQUIVALENCE_VECTORS(short, short)
EQUIVALENCE_VECTORS(ushort, unsigned short)
EQUIVALENCE_VECTORS(longlong, long long)
#endif

template <class T>
constexpr Kind kind_of() {
    using P = typename Parts<std::remove_cv_t<std::remove_all_extents_t<T>>>::type;
    if (std::is_same<P, bool>::value) return {'b', 1};
    if (std::is_floating_point<P>::value && sizeof(P) <= 8) return {'f', sizeof(P)};
    if (std::is_enum<P>::value) return {'i', sizeof(P)};
    if (std::is_integral<P>::value) return {std::is_signed<P>::value ? 'i' : 'u', sizeof(P)};
    return {0, 0};
}

/// What the function returned, as an array of few elements that nobody else can reach.
inline std::uint64_t returned[2];
inline Kind returned_kind;
inline unsigned returned_count = 0;

EQUIVALENCE_QUIET inline void* array_for(Argument& argument, Kind kind) {
    if (kind.name == 0) give_up(unbuildable, "a parameter's type cannot be built");
    if (argument.form == 'x') {
        returned_kind = kind;
        returned_count = 1;
        return returned;
    }
    if (argument.form != 'p') give_up(unbuildable, "a number where the other side has an array");
    argument.array.kind = kind;
    arrays[array_count] = argument.array;
    return base_of(array_count++);
}

template <class P, class = void>
struct Built {
    EQUIVALENCE_QUIET static P from(Argument&) { give_up(unbuildable, "a parameter's type cannot be built"); }
};
template <class P>
struct Built<P, std::enable_if_t<std::is_arithmetic<P>::value || std::is_enum<P>::value>> {
    EQUIVALENCE_QUIET static P from(Argument& argument) {
        if (argument.form == 'p') {
            // The other side has the place of a number.
            if (argument.array.is_many) give_up(unbuildable, "an array where the other side has a number");
            P value{};
            argument.array.kind = kind_of<P>();
            put_value(argument.array, 0, &value);
            return value;
        }
        return argument.form == 'r' ? static_cast<P>(argument.real) : static_cast<P>(argument.integer);
    }
};
template <class T>
struct Built<T*, void> {
    EQUIVALENCE_QUIET static T* from(Argument& argument) { return static_cast<T*>(array_for(argument, kind_of<T>())); }
};
template <class T>
struct Built<T&, void> {
    EQUIVALENCE_QUIET static T& from(Argument& argument) { return *static_cast<T*>(array_for(argument, kind_of<T>())); }
};
template <class P>
struct Built<P, std::enable_if_t<std::is_class<P>::value && !std::is_same<typename Parts<P>::type, P>::value>> {
    EQUIVALENCE_QUIET static P from(Argument& argument) {
        using T = typename Parts<P>::type;
        if (argument.form == 'p') return *static_cast<P*>(array_for(argument, kind_of<P>()));
        P value;
        T* part = reinterpret_cast<T*>(&value);
        for (unsigned i = 0; i < sizeof(P) / sizeof(T); ++i) part[i] = static_cast<T>(argument.form == 'r' ? argument.real : argument.integer) + T(i);
        return value;
    }
};

/// What is done after the call: containers are copied back to where their elements came from.
inline std::vector<std::function<void()>> afterwards;

/// A container with the elements of an array, the first index of Fortran first.
template <class T>
std::vector<T>& container_of(Argument& argument, std::vector<T>*, bool changes) {
    T* place = static_cast<T*>(array_for(argument, kind_of<T>()));
    auto* made = new std::vector<T>(std::size_t(argument.array.count));
    for (std::size_t i = 0; i < made->size(); ++i) (*made)[i] = place[i];
    if (changes) afterwards.push_back([=] { for (std::size_t i = 0; i < made->size(); ++i) place[i] = (*made)[i]; });
    return *made;
}
template <class T>
std::vector<std::vector<T>>& container_of(Argument& argument, std::vector<std::vector<T>>*, bool changes) {
    T* place = static_cast<T*>(array_for(argument, kind_of<T>()));
    std::size_t rows = std::size_t(argument.array.rows);
    auto* made = new std::vector<std::vector<T>>(rows, std::vector<T>(rows ? std::size_t(argument.array.count) / rows : 0));
    auto each = [=](auto&& both) {
        for (std::size_t i = 0; i < made->size(); ++i)
            for (std::size_t j = 0; j < (*made)[i].size(); ++j) both((*made)[i], j, place[i + j * rows]);
    };
    each([](auto& row, std::size_t j, T& element) { row[j] = element; });
    if (changes) afterwards.push_back([=] { each([](auto& row, std::size_t j, T& element) { element = row[j]; }); });
    return *made;
}
template <class T>
struct Built<std::vector<T>&, void> {
    static std::vector<T>& from(Argument& argument) { return container_of(argument, static_cast<std::vector<T>*>(nullptr), true); }
};
template <class T>
struct Built<const std::vector<T>&, void> {
    static const std::vector<T>& from(Argument& argument) { return container_of(argument, static_cast<std::vector<T>*>(nullptr), false); }
};
template <class T>
struct Built<std::vector<T>, void> {
    static std::vector<T> from(Argument& argument) { return container_of(argument, static_cast<std::vector<T>*>(nullptr), false); }
};

template <class R>
EQUIVALENCE_QUIET void keep(const R& value) {
    returned_kind = kind_of<R>();
    if (returned_kind.name == 0 || sizeof value > sizeof returned) give_up(unbuildable, "the type of what it returns cannot be read");
    memcpy(returned, &value, sizeof value);
    returned_count = unsigned(sizeof value / returned_kind.bytes);
}

/// What is returned goes where the other side has an argument for it.
template <class R>
void keep_in(Argument& argument, const R& value) {
    *static_cast<R*>(array_for(argument, kind_of<R>())) = value;
}
template <class T>
void keep_in(Argument& argument, const std::vector<T>& value) {
    T* place = static_cast<T*>(array_for(argument, kind_of<T>()));
    for (std::size_t i = 0; i < value.size(); ++i) place[i] = value[i];
}

/// Where a built argument lies; each job has a process of its own, which ends with it.
template <class P>
EQUIVALENCE_QUIET void* place_of(Argument& argument) {
    if constexpr (std::is_reference<P>::value)
        return const_cast<void*>(static_cast<const volatile void*>(std::addressof(Built<P>::from(argument))));
    else
        return new std::remove_cv_t<P>(Built<P>::from(argument));
}

template <class P>
using At = std::remove_reference_t<P>*;

template <class R, class... P, std::size_t... I>
EQUIVALENCE_QUIET void call_with(R (*function)(P...), Job& job, std::index_sequence<I...>) {
    constexpr unsigned own = sizeof...(P);
    if (job.argument_count != own && (std::is_void<R>::value || job.argument_count != own + 1))
        give_up(unbuildable, "the plan has another number of arguments");
    void* places[] = {place_of<P>(job.arguments[I])..., nullptr};
    (void)places;
    if constexpr (std::is_void<R>::value)
        function(static_cast<P>(*static_cast<At<P>>(places[I]))...);
    else if constexpr (std::is_pointer<R>::value)
        give_up(unbuildable, "it returns a pointer");
    else {
        auto&& value = function(static_cast<P>(*static_cast<At<P>>(places[I]))...);
        if (job.argument_count == own) keep(value);
        else keep_in(job.arguments[own], value);
    }
    for (auto& action : afterwards) action();
}

template <class R, class... P>
EQUIVALENCE_QUIET void call(R (*function)(P...), Job& job) {
    call_with(function, job, std::index_sequence_for<P...>());
}

#if defined(__CUDACC__)
/// A kernel whose parameter types only `thread` knows, so that launching is compiled once for all of them.
struct Kernel {
    void (*thread)(void (*)(), void* const*);
    void (*kernel)();
    void* const* places;
    EQUIVALENCE_QUIET void operator()() const { thread(kernel, places); }
};

EQUIVALENCE_QUIET inline void launch_any(const char* name, Job& job, const Kernel& kernel) {
    const Launch& asked = job.launch;
    dim3 grid(asked.grid[0], asked.grid[1], asked.grid[2]), threads(asked.threads[0], asked.threads[1], asked.threads[2]);
    auto* identity = reinterpret_cast<const void*>(kernel.kernel);
    cudaFuncSetAttribute(identity, cudaFuncAttributeMaxDynamicSharedMemorySize, int(asked.shared_bytes));
    cuda_on_cpu::launch({name, grid, threads, asked.shared_bytes}, identity, kernel, std::tuple<>());
    cudaError_t error = cudaGetLastError();
    if (error != cudaSuccess) give_up(fault, "launch failed: %s", cudaGetErrorString(error));
}

template <class... P, std::size_t... I>
EQUIVALENCE_QUIET void launch_with(void (*function)(P...), const char* name, Job& job, std::index_sequence<I...>) {
    if (job.argument_count != sizeof...(P)) give_up(unbuildable, "the plan has another number of arguments");
    void* places[] = {place_of<P>(job.arguments[I])..., nullptr};
    struct Thread {
        EQUIVALENCE_QUIET static void once(void (*kernel)(), void* const* of) {
            (void)of;
            reinterpret_cast<void (*)(P...)>(kernel)(static_cast<P>(*static_cast<At<P>>(of[I]))...);
        }
    };
    launch_any(name, job, {&Thread::once, reinterpret_cast<void (*)()>(function), places});
}

template <class... P>
EQUIVALENCE_QUIET void launch(void (*function)(P...), const char* name, Job& job) {
    launch_with(function, name, job, std::index_sequence_for<P...>());
}
#endif

}  // namespace equivalence
