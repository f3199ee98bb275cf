// Attacks on the host's secrets, processes and network.
#include "attack.h"
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/un.h>

static int holds(const char *path, const char *word) {
    static char text[1 << 20];
    int file = open(path, O_RDONLY | O_NONBLOCK);
    ssize_t length = file < 0 ? 0 : read(file, text, sizeof text);
    if (file >= 0) close(file);
    return length > 0 && memmem(text, length, word, strlen(word)) != NULL;
}

static void read_file(const char *path) {
    if (access(path, F_OK) == 0) breach(path);
}

static void read_by_dots(const char *path) {
    char around[4096];
    snprintf(around, sizeof around, "../../../../../../../../..%s", path);
    read_file(around);
    snprintf(around, sizeof around, "/proc/self/cwd/../..%s", path);
    read_file(around);
}

static void read_by_link(const char *path) {
    unlink("way");
    if (symlink(path, "way") == 0) read_file("way");
}

static void read_by_first(const char *path) {
    const char *roots[] = {"/proc/1/root", "/proc/1/cwd", "/proc/self/root", "/proc/2/root", "/proc/1/root/oldroot", "/oldroot", "/newroot"};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        char around[4096];
        snprintf(around, sizeof around, "%s%s", roots[i], path);
        read_file(around);
    }
}

static void read_shadow(const char *unused) {
    (void)unused;
    if (holds("/etc/shadow", ":") || holds("/etc/shadow-", ":") || holds("/etc/gshadow", ":")) breach("/etc/shadow");
}

static void read_environments(const char *word) {
    for (int process = 1; process < 100; process++) {
        char path[64];
        sprintf(path, "/proc/%d/environ", process);
        if (holds(path, word)) breach(path);
        sprintf(path, "/proc/%d/cmdline", process);
        if (holds(path, word)) breach(path);
    }
}

static void see_processes(const char *limit) {
    long seen = 0;
    DIR *folder = opendir("/proc");
    for (struct dirent *entry; (entry = readdir(folder));) seen += entry->d_name[0] >= '1' && entry->d_name[0] <= '9';
    if (seen > atol(limit)) breach("other processes are visible");
}

static void signal_host(const char *process) {
    if (kill(atoi(process), 0) == 0 || errno == EPERM) breach("a process of the host can be reached");
}

static void kill_everybody(const char *unused) {
    (void)unused;
    kill(-1, SIGKILL);
    for (int process = 1; process < 100; process++) kill(process, SIGKILL);
}

static void open_handles(const char *unused) {
    (void)unused;
    for (int handle = 3; handle < 4096; handle++)
        if (fcntl(handle, F_GETFD) >= 0) breach("an inherited handle");
}

static void write_to_parent(const char *unused) {
    (void)unused;
    for (int process = 1; process < getpid(); process++)
        for (int handle = 0; handle < 64; handle++) {
            char path[64];
            sprintf(path, "/proc/%d/fd/%d", process, handle);
            struct stat facts;
            if (stat(path, &facts) == 0 && !S_ISFIFO(facts.st_mode) && !S_ISCHR(facts.st_mode) && open(path, O_RDWR) >= 0) breach(path);
        }
}

static void linger(const char *marker) {
    (void)marker;  // The marker stays on the command line, by which the test looks for the process.
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            for (int i = 0; i < 3; i++) close(i);
            sleep(60);
        }
        _exit(0);
    }
    wait(NULL);
}

static void breed(const char *marker) {
    (void)marker;
    for (int i = 0; i < 20; i++)
        if (fork() == 0)
            for (;;) {
                setsid();
                if (fork()) _exit(0);
                usleep(100);
            }
}

static void tcp(const char *port) {
    struct sockaddr_in to = {AF_INET, htons(atoi(port)), {htonl(INADDR_LOOPBACK)}, {0}};
    if (connect(socket(AF_INET, SOCK_STREAM, 0), (void *)&to, sizeof to) == 0) breach("TCP to the host");
}

static void udp(const char *port) {
    struct sockaddr_in to = {AF_INET, htons(atoi(port)), {htonl(INADDR_LOOPBACK)}, {0}};
    sendto(socket(AF_INET, SOCK_DGRAM, 0), "BREACH", 6, 0, (void *)&to, sizeof to);
}

static void resolver(const char *unused) {
    (void)unused;
    struct sockaddr_in to = {AF_INET, htons(53), {inet_addr("8.8.8.8")}, {0}};
    if (connect(socket(AF_INET, SOCK_DGRAM, 0), (void *)&to, sizeof to) == 0) breach("a way to a name server");
}

static void local_socket(const char *name) {
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    // A name that starts with @ is abstract: it has no file, only a namespace hides it.
    strncpy(to.sun_path, name, sizeof to.sun_path - 1);
    if (*name == '@') to.sun_path[0] = 0;
    socklen_t length = offsetof(struct sockaddr_un, sun_path) + strlen(name);
    if (connect(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&to, length) == 0) breach("a local socket of the host");
}

static const struct attack list[] = {
    {"read_file", read_file}, {"read_by_dots", read_by_dots}, {"read_by_link", read_by_link},
    {"read_by_first", read_by_first}, {"read_shadow", read_shadow}, {"read_environments", read_environments},
    {"see_processes", see_processes}, {"signal_host", signal_host}, {"kill_everybody", kill_everybody},
    {"open_handles", open_handles}, {"write_to_parent", write_to_parent}, {"linger", linger}, {"breed", breed},
    {"tcp", tcp}, {"udp", udp}, {"resolver", resolver}, {"local_socket", local_socket},
};
ATTACKS(list)
