/*
 * Stands between the harness and a measured program, so that the program's figures are exact however short it lived,
 * and nothing that it started outlives the run.
 *
 *   launcher GROUPS PROGRAM [ARGUMENT ...]     GROUPS: the folders of control groups that the program joins, a line
 *                                              each, or -
 *   launcher check                             exits with 0 where we may act; a sandbox may forbid it
 *
 * stdin, stdout, stderr and the environment are the program's. Descriptor 3 is a socket to the harness. On it we say,
 * one line each,
 *
 *   started PID JOINED NANOSECONDS             JOINED: 1 when it is in the groups, 0 when it could not join one
 *   failed ERRNO                               in its place: it could not become the program
 *   ended PID CODE SIGNAL MAXRSS_KB USER_US SYSTEM_US CHILD_FAULTS NANOSECONDS
 *
 * the last for every descendant that is left to us, since we are its subreaper (prctl(2)). MAXRSS_KB and the times
 * are wait4(2)'s, which include what the process had waited for itself; CHILD_FAULTS is 0 for a process that waited
 * for none. A process inherits the high-water mark of whoever started it, and we are far smaller than any program, so
 * MAXRSS_KB is its own. When the harness closes the socket, or is gone, we end all that is left, and then ourselves.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { HARNESS = 3, MOST_PIDS = 1 << 22 /* the kernel's PID_MAX_LIMIT */, AT_ONCE = 4096 };
enum left { NONE, SOME, MORE_ENDED };

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void say(const char *line, int length) {
  while (length > 0) {
    ssize_t written = write(HARNESS, line, length);
    if (written < 0 && errno != EINTR) return; /* nobody listens any more */
    if (written > 0) line += written, length -= written;
  }
}

/* Writes a short text to a file; 0 when it is not there or refuses. */
static int tell(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  int done = file >= 0 && write(file, text, strlen(text)) > 0;
  if (file >= 0) close(file);
  return done;
}

/* Of /proc/PID/stat, what stands behind the name: "R PPID PGRP ..." (proc_pid_stat(5)); 0 when it is gone. */
static int fields_of(const char *pid, char *text, int size) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%s/stat", pid);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t length = read(file, text, size - 1);
  close(file);
  if (length <= 0) return 0;
  text[length] = 0;
  char *end = strrchr(text, ')');
  if (end == NULL) return 0;
  memmove(text, end + 2, strlen(end + 2) + 1);
  return 1;
}

/* A set of process numbers. */
typedef unsigned char numbers[MOST_PIDS / 8];
static numbers descendants, ended_groups;

static int has(const numbers set, int number) {
  return number > 0 && number < MOST_PIDS && set[number / 8] >> number % 8 & 1;
}

static void add(numbers set, int number) {
  if (number > 0 && number < MOST_PIDS) set[number / 8] |= 1 << number % 8;
}

/* Kills a process group, whole and once a look: no fork leaves it while the signal is on its way. */
static void kill_group(pid_t group) {
  if (group <= 1 || group == getpgrp() || has(ended_groups, group)) return;
  add(ended_groups, group);
  kill(-group, SIGKILL);
}

/*
 * Collects processes that have ended, tells of each, and says what is left. Not too many at once: some
 * programs fork faster than we collect, and we must hear the harness. With `ending` it kills the
 * process groups of the ended: some program forks and exits for ever, so that no look ever finds it alive.
 */
static enum left reap(int ending) {
  for (int count = 0; count < AT_ONCE; count++) {
    siginfo_t ended = {0};
    if (waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT | __WALL) != 0) return errno == ECHILD ? NONE : SOME;
    if (ended.si_pid == 0) return SOME;
    struct rusage used;
    int status;
    char number[16], text[1024], line[192];
    long long child_faults = 0, time = now();
    int group = 0;
    snprintf(number, sizeof number, "%d", ended.si_pid);
    if (fields_of(number, text, sizeof text))
      sscanf(text, "%*c %*d %d %*d %*d %*d %*u %*u %lld", &group, &child_faults);
    if (ending) kill_group(group);
    if (wait4(ended.si_pid, &status, __WALL, &used) < 0) continue;
    int length = snprintf(
        line, sizeof line, "ended %d %d %d %ld %lld %lld %lld %lld\n", ended.si_pid,
        WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0, used.ru_maxrss,
        used.ru_utime.tv_sec * 1000000LL + used.ru_utime.tv_usec,
        used.ru_stime.tv_sec * 1000000LL + used.ru_stime.tv_usec, child_faults, time);
    say(line, length);
  }
  return MORE_ENDED;
}

/* Kills every descendant that can be found, in one look through /proc. Killing ours makes their children ours. */
static void kill_descendants(void) {
  memset(descendants, 0, sizeof descendants);
  add(descendants, getpid());
  DIR *folder = opendir("/proc");
  if (folder == NULL) return;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    char text[1024];
    int pid = atoi(entry->d_name), parent = 0, group = 0;
    if (pid <= 0 || !fields_of(entry->d_name, text, sizeof text)) continue;
    sscanf(text, "%*c %d %d", &parent, &group);
    if (!has(descendants, parent)) continue;
    add(descendants, pid);
    kill_group(group);
    kill(pid, SIGKILL);
  }
  closedir(folder);
}

/* Ends all that is left of the run. A process that waits for a disk outlives even this: then we give up and fail. */
static int end_all(const char *groups) {
  char kill_file[4096];
  snprintf(kill_file, sizeof kill_file, "%.*s/cgroup.kill", (int)strcspn(groups, "\n"), groups);
  for (long long end = now() + 10000000000LL; reap(1) != NONE && now() < end;) {
    memset(ended_groups, 0, sizeof ended_groups);
    tell(kill_file, "1"); /* version 2 of control groups ends all of one at once (cgroups(7)) */
    kill_descendants();
    reap(1);
    nanosleep(&(struct timespec){0, 1000000}, NULL);
  }
  return reap(1) != NONE;
}

/* In the child: becomes the program. The error is told on `told`, which an exec that succeeds closes. */
static _Noreturn void become(const char *groups, char **program, const sigset_t *mask, int told) {
  int answer[2] = {0, 1};
  for (const char *group = groups; strcmp(groups, "-") != 0 && *group != 0;) {
    char procs[4096];
    int length = strcspn(group, "\n");
    snprintf(procs, sizeof procs, "%.*s/cgroup.procs", length, group);
    if (!tell(procs, "0")) answer[1] = 0;
    group += length + (group[length] == '\n');
  }
  setsid(); /* a session of its own, as the contract says */
  tell("/proc/self/oom_score_adj", "900"); /* when memory runs out, the program goes and not the harness */
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigprocmask(SIG_SETMASK, mask, NULL);
  if (write(told, answer, sizeof answer) < 0) _exit(127);
  execvp(program[0], program);
  answer[0] = errno;
  if (write(told, answer, sizeof answer) < 0) _exit(127);
  _exit(127);
}

/* Makes us the parent of all descendants that lose theirs. */
static int adopt_orphans(void) {
  return prctl(PR_SET_CHILD_SUBREAPER, 1);
}

int main(int count, char **arguments) {
  if (count == 2) {
    if (adopt_orphans() == 0) return 0;
    perror("PR_SET_CHILD_SUBREAPER");
    return 1;
  }
  if (count < 3) return 2;
  const char *groups = arguments[1];
  sigset_t every, mask;
  int told[2], answer[2], joined = 0, error = 0;
  sigfillset(&every);
  sigprocmask(SIG_SETMASK, &every, &mask); /* nothing but SIGKILL ends us before the run */
  int signals = signalfd(-1, &every, SFD_CLOEXEC | SFD_NONBLOCK);
  fcntl(HARNESS, F_SETFD, FD_CLOEXEC);
  if (signals < 0 || pipe2(told, O_CLOEXEC) != 0 || adopt_orphans() != 0) return 2;

  long long start = now();
  pid_t program = fork();
  if (program == 0) become(groups, arguments + 2, &mask, told[1]);
  if (program < 0) error = errno;
  close(told[1]);
  for (int i = 0; i < 3; i++) close(i); /* the program's end of its pipes is its alone */
  while (read(told[0], answer, sizeof answer) == sizeof answer) error = answer[0], joined = answer[1];
  char line[96];
  int length = error ? snprintf(line, sizeof line, "failed %d\n", error)
                     : snprintf(line, sizeof line, "started %d %d %lld\n", program, joined, start);
  say(line, length);

  struct pollfd ears[] = {{signals, POLLIN, 0}, {HARNESS, POLLIN, 0}};
  for (enum left left; (left = reap(0)) != NONE;) {
    struct signalfd_siginfo heard;
    poll(ears, 2, left == MORE_ENDED ? 0 : -1);
    if (ears[1].revents != 0) break; /* the harness wants an end, or is gone */
    if (left == SOME) while (read(signals, &heard, sizeof heard) > 0) {}
  }
  return end_all(groups);
}
