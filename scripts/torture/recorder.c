// LD_PRELOAD: writes down every change that a process makes to the files below $TORTURE_DIR, in its true order, and
// what it says on its standard output. Each record is { op, name length, data length, fd, offset } and then name and data.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, SYNC, TRUNCATE, UNLINK, RENAME, MKDIR, RMDIR, CLOSE, SAID };
enum { MOST = 4096 };
struct record {
  uint32_t op, name_length, length;
  int32_t fd;
  int64_t offset;
};

static int log_fd = -1;
static char folder[PATH_MAX];
static char watched[MOST];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *where = getenv("TORTURE_DIR"), *log = getenv("TORTURE_LOG");
  if (!where || !log || strlen(where) >= sizeof folder) return;
  strcpy(folder, where);
  int fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  log_fd = fcntl(fd, F_DUPFD_CLOEXEC, 900);
  REAL(close)(fd);
}

static int is_ours(const char *path) {
  size_t length = strlen(path);
  if (log_fd < 0 || strncmp(path, folder, strlen(folder)) != 0) return 0;
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}
static int is_watched(int fd) { return log_fd >= 0 && fd >= 0 && fd < MOST && watched[fd]; }

static void put(const void *from, size_t length) {
  __typeof__(&write) real = REAL(write);
  for (size_t done = 0; done < length;) {
    ssize_t now = real(log_fd, (const char *)from + done, length - done);
    if (now <= 0) abort(); // A log with a hole would prove nothing.
    done += (size_t)now;
  }
}
static void note(uint32_t op, int fd, int64_t offset, const char *name, const void *data, size_t length) {
  struct record record = {op, (uint32_t)strlen(name), (uint32_t)length, fd, offset};
  int before = errno;
  put(&record, sizeof record);
  put(name, record.name_length);
  if (length) put(data, length);
  errno = before;
}

// The lock is held over call and note: two threads cannot be noted in another order than they acted in.
#define TOGETHER(type, call, condition, noted)                                                                         \
  do {                                                                                                                 \
    pthread_mutex_lock(&turn);                                                                                         \
    type result = (call);                                                                                              \
    if (condition) noted;                                                                                              \
    pthread_mutex_unlock(&turn);                                                                                       \
    return result;                                                                                                     \
  } while (0)

static void opened(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MOST) return;
  watched[fd] = 0;
  if (!is_ours(path)) return;
  watched[fd] = 1;
  note(OPEN, fd, (flags & O_CREAT ? 1 : 0) | (flags & O_TRUNC ? 2 : 0), path, 0, 0);
}
#define MODE(flags)                                                                                                    \
  mode_t mode = 0;                                                                                                     \
  if (flags & O_CREAT) {                                                                                               \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    mode = va_arg(rest, mode_t);                                                                                       \
    va_end(rest);                                                                                                      \
  }
int open(const char *path, int flags, ...) {
  MODE(flags)
  TOGETHER(int, REAL(open)(path, flags, mode), 1, opened(result, path, flags));
}
int open64(const char *path, int flags, ...) {
  MODE(flags)
  TOGETHER(int, REAL(open64)(path, flags, mode), 1, opened(result, path, flags));
}
int close(int fd) {
  int ours = is_watched(fd);
  if (ours) watched[fd] = 0;
  TOGETHER(int, REAL(close)(fd), ours, note(CLOSE, fd, 0, "", 0, 0));
}

static void wrote(int fd, const void *data, ssize_t length, int64_t offset) {
  note(WRITE, fd, offset, "", data, (size_t)length);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  TOGETHER(ssize_t, REAL(pwrite64)(fd, data, length, offset), result > 0 && is_watched(fd), wrote(fd, data, result, offset));
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }
static int64_t at(int fd, ssize_t length) { return lseek(fd, 0, SEEK_CUR) - length; }
ssize_t write(int fd, const void *data, size_t length) {
  // What is said is noted before anybody hears it.
  if (fd == 1 && log_fd >= 0) TOGETHER(ssize_t, (note(SAID, fd, 0, "", data, length), REAL(write)(fd, data, length)), 0, (void)0);
  TOGETHER(ssize_t, REAL(write)(fd, data, length), result > 0 && is_watched(fd), wrote(fd, data, result, at(fd, result)));
}
// Nobody writes a watched file in pieces gathered from memory today: whoever begins to must not go unseen.
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (is_watched(fd)) abort();
  return REAL(writev)(fd, parts, count);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  if (is_watched(fd)) abort();
  return REAL(pwritev)(fd, parts, count, offset);
}

/** What the system copied from file to file is read back. */
static void copied(int fd, ssize_t length, int64_t offset) {
  char part[65536];
  for (int64_t done = 0; done < length;) {
    size_t wanted = (size_t)(length - done) < sizeof part ? (size_t)(length - done) : sizeof part;
    char path[64] = "/proc/self/fd/";
    char *end = path + strlen(path);
    for (int rest = fd, scale = 1000; scale > 0; rest %= scale, scale /= 10) *end++ = (char)('0' + rest / scale);
    *end = 0;
    int again = REAL(open)(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = pread(again, part, wanted, offset + done);
    REAL(close)(again);
    if (got <= 0) abort();
    wrote(fd, part, got, offset + done);
    done += got;
  }
}
// Copying inside the system is refused: whoever wants it falls back to what is noted below.
long syscall(long number, ...) {
  if (number == SYS_copy_file_range && log_fd >= 0) {
    errno = ENOSYS;
    return -1;
  }
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  return REAL(syscall)(number, a, b, c, d, e, f);
}
ssize_t sendfile64(int out, int in, off64_t *in_offset, size_t length);
ssize_t sendfile64(int out, int in, off64_t *in_offset, size_t length) {
  int64_t offset = is_watched(out) ? lseek(out, 0, SEEK_CUR) : 0;
  TOGETHER(ssize_t, REAL(sendfile64)(out, in, in_offset, length), result > 0 && is_watched(out), copied(out, result, offset));
}
ssize_t sendfile(int out, int in, off_t *in_offset, size_t length);
ssize_t sendfile(int out, int in, off_t *in_offset, size_t length) { return sendfile64(out, in, in_offset, length); }

int fsync(int fd) { TOGETHER(int, REAL(fsync)(fd), result == 0 && is_watched(fd), note(SYNC, fd, 0, "", 0, 0)); }
int fdatasync(int fd) { TOGETHER(int, REAL(fdatasync)(fd), result == 0 && is_watched(fd), note(SYNC, fd, 0, "", 0, 0)); }
int ftruncate64(int fd, off64_t length) {
  TOGETHER(int, REAL(ftruncate64)(fd, length), result == 0 && is_watched(fd), note(TRUNCATE, fd, length, "", 0, 0));
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *path) { TOGETHER(int, REAL(unlink)(path), result == 0 && is_ours(path), note(UNLINK, -1, 0, path, 0, 0)); }
int rmdir(const char *path) { TOGETHER(int, REAL(rmdir)(path), result == 0 && is_ours(path), note(RMDIR, -1, 0, path, 0, 0)); }
int remove(const char *path) {
  struct stat about;
  if (lstat(path, &about) != 0) return -1;
  return S_ISDIR(about.st_mode) ? rmdir(path) : unlink(path);
}
int mkdir(const char *path, mode_t mode) {
  TOGETHER(int, REAL(mkdir)(path, mode), result == 0 && is_ours(path), note(MKDIR, -1, 0, path, 0, 0));
}
int rename(const char *from, const char *to) {
  TOGETHER(int, REAL(rename)(from, to), result == 0 && (is_ours(from) || is_ours(to)), note(RENAME, -1, 0, from, to, strlen(to)));
}
// Paths below an open folder: the removal of whole trees goes this way.
int openat(int at_fd, const char *path, int flags, ...) {
  MODE(flags)
  if (path[0] == '/' || at_fd == AT_FDCWD) return open(path, flags, mode);
  return REAL(openat)(at_fd, path, flags, mode);
}
int unlinkat(int at_fd, const char *path, int flags) {
  char whole[PATH_MAX + NAME_MAX];
  if (at_fd == AT_FDCWD || path[0] == '/') strncpy(whole, path, sizeof whole - 1);
  else {
    char link[64] = "/proc/self/fd/";
    char *end = link + strlen(link);
    for (int rest = at_fd, scale = 1000; scale > 0; rest %= scale, scale /= 10) *end++ = (char)('0' + rest / scale);
    *end = 0;
    ssize_t length = readlink(link, whole, PATH_MAX);
    if (length < 0) return -1;
    whole[length] = '/';
    strncpy(whole + length + 1, path, NAME_MAX - 1);
  }
  TOGETHER(int, REAL(unlinkat)(at_fd, path, flags), result == 0 && is_ours(whole), note(flags & AT_REMOVEDIR ? RMDIR : UNLINK, -1, 0, whole, 0, 0));
}
