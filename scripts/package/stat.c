/* With a glibc older than 2.33, zig 0.11 links the stat family out of a part of libc whose errno is not the program's:
   SQLite then takes every file that is not there yet for one that cannot be opened. These go to the kernel, whose
   layout of struct stat glibc shares on x86-64 and arm64. */
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

struct stat;

int stat(const char *path, struct stat *to) { return (int)syscall(SYS_newfstatat, AT_FDCWD, path, to, 0); }
int lstat(const char *path, struct stat *to) {
  return (int)syscall(SYS_newfstatat, AT_FDCWD, path, to, AT_SYMLINK_NOFOLLOW);
}
int fstat(int file, struct stat *to) { return (int)syscall(SYS_fstat, file, to); }
int stat64(const char *path, struct stat *to) { return stat(path, to); }
int lstat64(const char *path, struct stat *to) { return lstat(path, to); }
int fstat64(int file, struct stat *to) { return fstat(file, to); }
