// Runs jobs that are read from stdin, each in a process of its own, and writes to stdout what each one changed.
//
// The comparison is not done here: this process knows one side only, and what it prints is judged outside. A job's process cannot
// touch its parent, nor the report of any other job.
#pragma once

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <time.h>

namespace equivalence {

struct Entry {
    void (*call)(Job&);
    bool warps_are_ordered;
    bool blocks_are_ordered;
};

extern const Entry entries[];

constexpr int longest_sleep_seconds = 3, longest_seconds = 120;
constexpr std::uint64_t most_watched_threads = 200000;
constexpr std::size_t payload_capacity = std::size_t(48) << 20;

struct Answer {
    std::uint32_t mark = 0x45515556;
    std::uint32_t job = 0;
    std::int32_t status = 0;
    std::uint32_t bytes = 0;
};

EQUIVALENCE_QUIET inline void dirty_the_stack(unsigned seed) {
    volatile char room[24 * 1024];
    for (unsigned i = 0; i < sizeof room; ++i) room[i] = char(seed);
}

EQUIVALENCE_QUIET inline void limit_time(unsigned milliseconds) {
    itimerval limit{};
    limit.it_value = {time_t(milliseconds / 1000), suseconds_t(milliseconds % 1000 * 1000)};
    setitimer(ITIMER_VIRTUAL, &limit, nullptr);
}

[[noreturn]] EQUIVALENCE_QUIET inline void run_child(Job& job, unsigned milliseconds, unsigned dirt, int complaints) {
    int nowhere = open("/dev/null", O_RDWR);
    for (int stream = 0; stream < 2; ++stream) dup2(nowhere, stream);
    dup2(complaints, 2);
    reserve_regions();
#if defined(__CUDACC__)
    cuda_on_cpu::watch_signals();
    warps_are_ordered = entries[job.entry].warps_are_ordered;
    blocks_are_ordered = entries[job.entry].blocks_are_ordered;
    const Launch& asked = job.launch;
    // So many threads are launched only where a number in the code asks for them, and each would be followed.
    if (std::uint64_t(asked.grid[0]) * asked.threads[0] <= most_watched_threads) start_watching_races();
#endif
    watch_touches();
    limit_time(milliseconds);
    dirty_the_stack(dirt);
    entries[job.entry].call(job);
    limit_time(0);
#if defined(__CUDACC__)
    settle_pending();
    watch_races = false;
#endif
    std::int32_t head[4] = {-2, returned_kind.name, returned_kind.bytes, std::int32_t(returned_count)};
    append(head, sizeof head);
    for (std::uint64_t at = 0; at < returned_count; ++at) {
        std::uint64_t values[3] = {at, 0, 0};
        memcpy(&values[2], reinterpret_cast<const char*>(returned) + at * returned_kind.bytes, returned_kind.bytes);
        append(values, sizeof values);
    }
    // In order of place: the order in which pages were touched is nobody's business.
    qsort(pages, page_count, sizeof *pages, by_place);
    for (unsigned array = 0; array < array_count; ++array) append_changes(array);
    report->completed = 1;
    _exit(finished);
}

inline std::int64_t processor_time_of(pid_t child) {
    clockid_t clock;
    timespec used{};
    if (clock_getcpuclockid(child, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0;
    return std::int64_t(used.tv_sec) * 1000000000 + used.tv_nsec;
}

/// Its status; -1 where it sleeps. Whoever computes without end stops itself by the processor time it uses, however busy the machine is.
inline int wait_for(pid_t child) {
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGCHLD);
    std::int64_t used = -1;
    for (int idle_seconds = 0, seconds = 0;; ++seconds) {
        int status = 0;
        if (waitpid(child, &status, WNOHANG) == child) return status;
        timespec left{1, 0};
        if (sigtimedwait(&wanted, nullptr, &left) >= 0 || errno != EAGAIN) continue;
        std::int64_t now = processor_time_of(child);
        idle_seconds = now == used ? idle_seconds + 1 : 0;
        used = now;
        if (idle_seconds >= longest_sleep_seconds || seconds >= longest_seconds) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            return -1;
        }
    }
}

inline int meaning_of(int status, bool completed) {
    if (status == -1) return timed_out;
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    int code = WEXITSTATUS(status);
    // Whoever ends by exit(0) has not returned.
    return code == finished && !completed ? fault : code;
}

inline void write_all(const void* bytes, std::size_t count) {
    const char* at = static_cast<const char*>(bytes);
    while (count > 0) {
        ssize_t done = write(1, at, count);
        if (done <= 0) _exit(1);
        at += done;
        count -= std::size_t(done);
    }
}

/// The first line that begins with a word on what went wrong, as the libraries of the languages say it.
inline void take_complaint(int from) {
    static char text[4096];
    ssize_t size = read(from, text, sizeof text - 1);
    if (size <= 0) return;
    text[size] = 0;
    const char* start = strstr(text, "Fortran runtime error: ");
    if (!start) start = strstr(text, "terminate called");
    if (!start) return;
    snprintf(report->message, sizeof report->message, "%.*s", int(strcspn(start, "\n")), start);
}

inline int run_job(unsigned number, Job& job, unsigned milliseconds, unsigned dirt) {
    std::size_t room = sizeof(Report) + payload_capacity;
    void* memory = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) _exit(1);
    report = new (memory) Report;
    report_capacity = payload_capacity;
    // Who says more than a pipe holds is not listened to.
    int said_there[2];
    if (pipe2(said_there, O_NONBLOCK | O_CLOEXEC) != 0) _exit(1);
    pid_t child = fork();
    if (child < 0) _exit(1);
    if (child == 0) run_child(job, milliseconds, dirt, said_there[1]);
    close(said_there[1]);
    int ended = wait_for(child);
    int status = meaning_of(ended, report->completed == 1);
    if (status != finished && report->message[0] == 0) take_complaint(said_there[0]);
    close(said_there[0]);
    std::uint32_t bytes = report->bytes <= payload_capacity ? report->bytes : 0;
    std::uint32_t said = std::uint32_t(strnlen(report->message, sizeof report->message));
    Answer answer{0x45515556, number, status, status == finished ? bytes : said};
    write_all(&answer, sizeof answer);
    write_all(status == finished ? report->payload : report->message, answer.bytes);
    munmap(memory, room);
    return status;
}

inline bool read_argument(Argument& argument) {
    int ascending = 0, has_first = 0, is_many = 0, is_unsigned = 0;
    if (scanf(" %c", &argument.form) != 1) return false;
    if (argument.form == 'n') return scanf("%ld", &argument.integer) == 1;
    if (argument.form == 'r') return scanf("%lf", &argument.real) == 1;
    if (argument.form == 'x') return true;
    Array& array = argument.array;
    bool read = scanf("%d %lu %ld %d %d %lf", &array.slot, &array.seed, &array.bound, &ascending, &has_first, &array.first) == 6;
    read = read && scanf("%ld %ld %ld %d %d", &array.lowest, &array.count, &array.rows, &is_many, &is_unsigned) == 5;
    array.is_many = is_many != 0;
    array.is_unsigned = is_unsigned != 0;
    array.ascending = ascending != 0;
    array.has_first = has_first != 0;
    return read;
}

inline bool read_job(unsigned& number, Job& job, unsigned& milliseconds, unsigned& dirt, int& patient) {
    int asked_style = 0;
    Launch& launch = job.launch;
    if (scanf("%u %u %d %u %u %d", &number, &job.entry, &asked_style, &milliseconds, &dirt, &patient) != 6) return false;
    if (scanf("%u %u %u %u %u %u %u", &launch.grid[0], &launch.grid[1], &launch.grid[2], &launch.threads[0], &launch.threads[1], &launch.threads[2],
              &launch.shared_bytes) != 7)
        return false;
    style = Style(asked_style);
    if (scanf("%u", &job.argument_count) != 1 || job.argument_count > most_arrays) return false;
    for (unsigned i = 0; i < job.argument_count; ++i)
        if (!read_argument(job.arguments[i])) return false;
    return true;
}

inline int serve() {
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    sigprocmask(SIG_BLOCK, &children, nullptr);
    prctl(PR_SET_DUMPABLE, 0);
    unsigned number = 0, milliseconds = 0, dirt = 0, hopeless = ~0u;
    int patient = 0;
    static Job job;
    while (read_job(number, job, milliseconds, dirt, patient)) {
        // Who does not end once is not asked again, or a batch would wait for it at every size.
        if (job.entry != hopeless && run_job(number, job, milliseconds, dirt) == timed_out && !patient) hopeless = job.entry;
        job = Job{};
    }
    return 0;
}

}  // namespace equivalence
