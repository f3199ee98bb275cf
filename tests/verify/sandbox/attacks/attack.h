// An attack says BREACH when it got what it wanted, and ends; the test looks for that word.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct attack {
    const char *name;
    void (*run)(const char *argument);
};

static void breach(const char *what) {
    printf("BREACH: %s\n", what);
    fflush(stdout);
}

static int begin(const struct attack *attacks, size_t count, int argc, char **argv) {
    for (size_t i = 0; argc > 1 && i < count; i++)
        if (strcmp(attacks[i].name, argv[1]) == 0) {
            attacks[i].run(argc > 2 ? argv[2] : "");
            return 0;
        }
    return 99;
}

#define ATTACKS(list) \
    int main(int argc, char **argv) { return begin(list, sizeof list / sizeof *list, argc, argv); }
