// Attacks on the walls: namespaces, mounts, devices, privileges, and the kernel's rarely used doors.
#include "attack.h"
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/reboot.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <sys/uio.h>

#define ANY(name, expression, what) \
    static void name(const char *argument) { \
        (void)argument; \
        if (expression) breach(what); \
    }

ANY(mount_tmpfs, mount("none", "/tmp/job", "tmpfs", 0, "") == 0, "a mount")
ANY(remount_root, mount("none", "/usr", NULL, MS_REMOUNT | MS_BIND, "") == 0, "/usr made writable")
ANY(change_root, chroot("/tmp/job") == 0, "chroot")
ANY(pivot, syscall(SYS_pivot_root, "/tmp", "/tmp/job") == 0, "pivot_root")
ANY(new_user_namespace, unshare(CLONE_NEWUSER) == 0, "a user namespace")
ANY(new_mount_namespace, unshare(CLONE_NEWNS) == 0, "a mount namespace")
ANY(new_mount_api, syscall(430, "tmpfs", 0) >= 0, "fsopen")
ANY(by_handle, syscall(SYS_open_by_handle_at, AT_FDCWD, "", 0) < 0 && errno != EPERM, "open_by_handle_at")
ANY(device_node, mknod("memory", S_IFCHR | 0666, makedev(1, 1)) == 0 && open("memory", O_RDONLY) >= 0, "a device")
ANY(module, syscall(SYS_init_module, "", 0, "") == 0 || errno != EPERM, "a kernel module")
ANY(keyring, syscall(SYS_add_key, "user", "k", "v", 1, -3) >= 0 || syscall(SYS_keyctl, 0, -3, 1) >= 0, "a keyring")
ANY(user_fault, syscall(SYS_userfaultfd, 1) >= 0, "userfaultfd")
ANY(io_uring, syscall(425, 1, (char[256]){0}) >= 0 || errno != EPERM, "io_uring")
ANY(restart, syscall(SYS_reboot, 0xfee1dead, 672274793, 0, NULL) == 0, "reboot")
ANY(host_name, sethostname("mine", 4) == 0, "the host's name")
ANY(kernel_log, syscall(SYS_syslog, 3, (char[64]){0}, 64) >= 0, "the kernel's log")
ANY(become_root, setresuid(0, 0, 0) == 0 || setgid(0) == 0 || geteuid() == 0, "root")
ANY(new_privileges, prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1, "setuid programs keep their power")
ANY(foreign_vsock, socket(40, SOCK_STREAM, 0) >= 0, "a socket to the hypervisor")
ANY(netlink, socket(AF_NETLINK, SOCK_RAW, 0) >= 0, "a netlink socket")
ANY(packet, socket(AF_PACKET, SOCK_RAW, 0) >= 0, "a packet socket")
ANY(trace_first, ptrace(PTRACE_SEIZE, 1, 0, 0) == 0, "ptrace of the first process")
ANY(trace_parent, ptrace(PTRACE_SEIZE, getppid(), 0, 0) == 0, "ptrace of the parent")
ANY(outlive_us, prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0) == 0, "no death with the parent")
ANY(terminal_open, ioctl(open("/dev/tty", O_RDWR), TIOCSTI, "x") == 0, "typing into a terminal")

static int child(void *unused) {
    (void)unused;
    return 0;
}

static void clone_user_namespace(const char *unused) {
    (void)unused;
    static char stack[65536];
    if (clone(child, stack + sizeof stack, CLONE_NEWUSER | SIGCHLD, NULL) > 0) breach("clone of a user namespace");
    uint64_t arguments[8] = {CLONE_NEWUSER, [4] = SIGCHLD};
    long made = syscall(SYS_clone3, arguments, sizeof arguments);
    if (made == 0) _exit(0);
    if (made > 0) breach("clone3 of a user namespace");
}

static void enter_namespaces(const char *unused) {
    (void)unused;
    const char *names[] = {"user", "mnt", "net", "pid", "ipc", "uts", "cgroup"};
    for (int i = 0; i < 7; i++) {
        char path[64];
        sprintf(path, "/proc/1/ns/%s", names[i]);
        if (setns(open(path, O_RDONLY), 0) == 0) breach(path);
    }
}

static void programs_for_kernel(const char *unused) {
    (void)unused;
    union bpf_attr bpf = {.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
    if (syscall(SYS_bpf, BPF_MAP_CREATE, &bpf, sizeof bpf) >= 0) breach("a bpf map");
    struct perf_event_attr perf = {.type = PERF_TYPE_SOFTWARE, .size = sizeof perf, .exclude_kernel = 1};
    if (syscall(SYS_perf_event_open, &perf, 0, -1, -1, 0) >= 0) breach("a performance counter");
}

static void devices(const char *unused) {
    (void)unused;
    const char *paths[] = {"/dev/kmsg", "/dev/mem", "/dev/port", "/dev/sda", "/dev/vda", "/dev/loop-control", "/dev/fuse", "/dev/kvm", "/dev/vsock", "/proc/kcore", "/proc/kmsg", "/proc/sysrq-trigger"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (open(paths[i], O_RDWR) >= 0) breach(paths[i]);
}

static void kernel_settings(const char *unused) {
    (void)unused;
    const char *paths[] = {"/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/vm/overcommit_memory", "/proc/sys/user/max_user_namespaces", "/sys/kernel/uevent_helper"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        int file = open(paths[i], O_WRONLY);
        if (file >= 0 && write(file, "1", 1) == 1) breach(paths[i]);
    }
}

static void foreign_calls(const char *unused) {
    (void)unused;
#ifdef __x86_64__
    if (fork() == 0) {
        long answer;  // 310 is unshare in the 32-bit table
        __asm__ volatile("int $0x80" : "=a"(answer) : "a"(310L), "b"(0x10000000L) : "memory");
        if (answer == 0) breach("a system call under its 32-bit number");
        _exit(0);
    }
    wait(NULL);
    if (syscall(0x40000000 | SYS_unshare, CLONE_NEWUSER) == 0) breach("a system call under its x32 number");
#endif
}

static void capabilities(const char *unused) {
    (void)unused;
    char line[256];
    FILE *status = fopen("/proc/self/status", "r");
    while (fgets(line, sizeof line, status))
        if (strncmp(line, "Cap", 3) == 0 && strncmp(line, "CapBnd", 6) && strtoull(line + 7, NULL, 16)) breach(line);
}

static void first_process(const char *unused) {
    (void)unused;
    char found = 1, line[256];
    struct iovec own = {&found, 1}, its = {(void *)0x400000, 1};
    if (syscall(SYS_process_vm_writev, 1, &own, 1L, &its, 1L, 0L) >= 0 || errno != EPERM) breach("process_vm_writev");
    // Its memory can be written through /proc/1/mem, so it must not be able to do more than we are.
    FILE *status = fopen("/proc/1/status", "r");
    while (fgets(line, sizeof line, status)) {
        if (strncmp(line, "Cap", 3) == 0 && strncmp(line, "CapBnd", 6) && strtoull(line + 7, NULL, 16)) breach(line);
        if (strncmp(line, "Seccomp:", 8) == 0 && !strchr(line, '2')) breach("the first process has no filter");
        if (strncmp(line, "NoNewPrivs:", 11) == 0 && !strchr(line, '1')) breach("the first process can get rights");
    }
}

static void setuid_file(const char *unused) {
    (void)unused;
    const char *paths[] = {"/usr/bin/su", "/usr/bin/mount", "/usr/bin/passwd", "/usr/bin/newgrp"};
    for (int i = 0; i < 4; i++) {
        if (access(paths[i], X_OK)) continue;
        pid_t started = fork();
        if (started == 0) {
            dup2(open("/dev/null", O_RDWR), 0);
            execl(paths[i], paths[i], NULL);
        }
        usleep(20000);
        char status[64], line[256];
        sprintf(status, "/proc/%d/status", started);
        FILE *file = fopen(status, "r");
        while (file && fgets(line, sizeof line, file))
            if (strncmp(line, "Uid:", 4) == 0 && strstr(line, "\t0\t")) breach(paths[i]);
        kill(started, SIGKILL);
    }
}

static const struct attack list[] = {
    {"mount_tmpfs", mount_tmpfs}, {"remount_root", remount_root}, {"change_root", change_root}, {"pivot", pivot},
    {"new_user_namespace", new_user_namespace}, {"new_mount_namespace", new_mount_namespace},
    {"new_mount_api", new_mount_api}, {"by_handle", by_handle}, {"device_node", device_node}, {"module", module},
    {"keyring", keyring}, {"user_fault", user_fault}, {"io_uring", io_uring}, {"restart", restart},
    {"host_name", host_name}, {"kernel_log", kernel_log}, {"become_root", become_root},
    {"new_privileges", new_privileges}, {"foreign_vsock", foreign_vsock}, {"netlink", netlink}, {"packet", packet},
    {"trace_first", trace_first}, {"trace_parent", trace_parent}, {"terminal_open", terminal_open}, {"outlive_us", outlive_us},
    {"clone_user_namespace", clone_user_namespace}, {"enter_namespaces", enter_namespaces},
    {"programs_for_kernel", programs_for_kernel}, {"devices", devices}, {"kernel_settings", kernel_settings},
    {"foreign_calls", foreign_calls}, {"capabilities", capabilities}, {"first_process", first_process},
    {"setuid_file", setuid_file},
};
ATTACKS(list)
