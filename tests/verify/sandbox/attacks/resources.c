// Attacks on the host's memory, disk, processes and time.
#include "attack.h"
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/shm.h>
#include <sys/un.h>

#define MIB (1 << 20)

static void fork_count(const char *limit) {
    for (long made = 1;; made++) {
        pid_t child = fork();
        if (child == 0) pause();
        if (child < 0) return;
        if (made > atol(limit)) return breach("more processes than allowed");
    }
}

static void fork_bomb(const char *unused) {
    (void)unused;
    for (;;) fork();
}

static int sleeper(void *unused) {
    (void)unused;
    return pause();
}

static void thread_count(const char *limit) {
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD;
    for (long made = 1;; made++) {
        char *stack = malloc(16384);
        if (clone(sleeper, stack + 16384, flags, NULL) < 0) break;
        if (made > atol(limit)) return breach("more threads than allowed");
    }
}

static void touch(size_t bytes, int flags) {
    char *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) memset(memory, 1, bytes);
}

static void memory_private(const char *mib) {
    for (long i = 0; i < atol(mib); i++) touch(MIB, MAP_PRIVATE);
    breach("memory of one process");
}

static void memory_shared(const char *mib) {
    touch(atol(mib) * (size_t)MIB, MAP_SHARED);
    breach("shared memory of one process");
}

static void memory_spread(const char *mib) {
    for (int i = 0; i < 20; i++)
        if (fork() == 0) {
            touch(atol(mib) / 20 * MIB, MAP_PRIVATE);
            pause();
        }
    sleep(3);
    breach("memory spread over twenty processes");
}

static void memory_files(const char *mib) {
    char block[65536] = {1};
    for (long made = 0; made < atol(mib);) {
        int file = syscall(SYS_memfd_create, "hoard", 0);
        long blocks = 0;
        while (file >= 0 && blocks < 16 * 16 && write(file, block, sizeof block) > 0) blocks++;
        if (blocks == 0) return;
        made += blocks / 16;
    }
    sleep(1);
    breach("memory in files that no process maps");
}

static void memory_segments(const char *mib) {
    for (long made = 0; made < atol(mib); made += 16) {
        int segment = shmget(IPC_PRIVATE, 16 * MIB, IPC_CREAT | 0600);
        if (segment < 0) return;
        void *memory = shmat(segment, NULL, 0);
        memset(memory, 1, 16 * MIB);
        shmdt(memory);
    }
    sleep(1);
    breach("memory in System V segments");
}

static void memory_pipes(const char *mib) {
    static char block[MIB];
    long held = 0;
    for (int ends[2]; pipe2(ends, O_NONBLOCK) == 0;) {
        fcntl(ends[1], F_SETPIPE_SZ, MIB);
        for (long wrote; (wrote = write(ends[1], block, sizeof block)) > 0;) held += wrote;
    }
    if (held > atol(mib) * MIB) breach("memory in pipes");
}

static void fill(const char *path, const char *mib) {
    static char block[MIB];
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    for (long made = 0; file >= 0 && write(file, block, sizeof block) == sizeof block;)
        if (++made > atol(mib)) return breach(path);
}

static void disk_one(const char *mib) {
    fill("big", mib);
    exit(1);
}

static void disk_spread(const char *mib) {
    char name[32];
    signal(SIGXFSZ, SIG_IGN);
    for (int i = 0; i < 16; i++) {
        sprintf(name, "big%d", i);
        fill(name, mib);
    }
    static char block[MIB];
    long total = 0;
    for (int i = 0; i < 16; i++) {
        struct stat facts;
        sprintf(name, "big%d", i);
        if (stat(name, &facts) == 0) total += facts.st_blocks / 2048;
    }
    if (total > atol(mib)) breach("disk in many files");
    _exit(write(open("last", O_WRONLY | O_CREAT, 0600), block, sizeof block) == sizeof block ? 0 : 1);
}

static void disk_elsewhere(const char *unused) {
    (void)unused;
    const char *places[] = {"/x", "/dev/x", "/dev/shm/x", "/dev/mqueue/x", "/run/x", "/var/tmp/x", "/usr/x", "/etc/x", "/proc/x", "/sys/x"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (open(places[i], O_WRONLY | O_CREAT, 0600) >= 0) breach(places[i]);
}

static void sparse(const char *unused) {
    (void)unused;
    if (ftruncate(open("sparse", O_WRONLY | O_CREAT, 0600), 1L << 40) == 0) breach("a file of a terabyte");
}

static void many_files(const char *limit) {
    char name[32];
    for (long i = 0; i < 40 * atol(limit); i++) {
        sprintf(name, "f%ld", i);
        close(open(name, O_WRONLY | O_CREAT, 0600));
    }
    sleep(1);
    breach("more files than allowed");
}

static void many_links(const char *limit) {
    char name[32];
    close(open("one", O_WRONLY | O_CREAT, 0600));
    for (long i = 0; i < 40 * atol(limit); i++) {
        sprintf(name, "l%ld", i);
        if (link("one", name)) break;
    }
    sleep(1);
    breach("more names than allowed");
}

static void deep_folders(const char *limit) {
    for (long i = 0; i < 40 * atol(limit); i++)
        if (mkdir("d", 0700) || chdir("d")) break;
    sleep(1);
    breach("deeper folders than allowed");
}

static void flood(const char *stream) {
    static char block[65536];
    memset(block, 'x', sizeof block);
    while (write(atoi(stream), block, sizeof block) > 0) continue;
}

static void busy(const char *processes) {
    for (long i = 1; i < atol(processes); i++)
        if (fork() == 0) break;
    for (volatile long i = 0;; i++) continue;
}

static void busy_reaped(const char *unused) {
    (void)unused;
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        if (fork() == 0) {
            for (volatile long i = 0; i < 30000000; i++) continue;
            _exit(0);
        }
        usleep(10000);
    }
}

static void stubborn(const char *unused) {
    (void)unused;
    for (int i = 1; i < 65; i++) signal(i, SIG_IGN);
    for (;;) pause();
}

static void stopped(const char *unused) {
    (void)unused;
    raise(SIGSTOP);
}

static void core(const char *unused) {
    (void)unused;
    const struct rlimit most = {RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_CORE, &most);
    abort();
}

static void raise_limits(const char *unused) {
    (void)unused;
    for (int which = 0; which < RLIM_NLIMITS; which++) {
        struct rlimit now;
        getrlimit(which, &now);
        if (now.rlim_max == RLIM_INFINITY) continue;
        now.rlim_max++;
        if (setrlimit(which, &now) == 0) breach("a limit raised");
    }
}

static const struct attack list[] = {
    {"fork_count", fork_count}, {"fork_bomb", fork_bomb}, {"thread_count", thread_count},
    {"memory_private", memory_private}, {"memory_shared", memory_shared}, {"memory_spread", memory_spread},
    {"memory_files", memory_files}, {"memory_segments", memory_segments}, {"memory_pipes", memory_pipes},
    {"disk_one", disk_one}, {"disk_spread", disk_spread}, {"disk_elsewhere", disk_elsewhere},
    {"sparse", sparse}, {"many_files", many_files}, {"many_links", many_links}, {"deep_folders", deep_folders},
    {"flood", flood}, {"busy", busy}, {"busy_reaped", busy_reaped}, {"stubborn", stubborn}, {"stopped", stopped},
    {"core", core}, {"raise_limits", raise_limits},
};
ATTACKS(list)
