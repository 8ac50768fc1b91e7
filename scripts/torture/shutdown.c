// Stops a file system at once and without its last flush: shutdown FOLDER
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>

#define SHUTDOWN _IOR('X', 125, uint32_t)
enum { WITHOUT_FLUSH = 2 };

int main(int count, char **words) {
  uint32_t how = WITHOUT_FLUSH;
  int fd = count == 2 ? open(words[1], O_RDONLY) : -1;
  if (fd < 0 || ioctl(fd, SHUTDOWN, &how) != 0) {
    perror("shutdown");
    return 1;
  }
  return 0;
}
