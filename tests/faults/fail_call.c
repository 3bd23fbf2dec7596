/* Loaded before the C library (LD_PRELOAD), fails the nth call of one function that changes a file, with
 * the error that a bad disk or a full one gives: FAIL_CALL=write|fsync|close|rename|fchown|fchmod|openat,
 * FAIL_AT=n, FAIL_ERRNO=number. A failing write takes half of its bytes first, the last call before it
 * included, as a disk does that fills up. Only descriptors above 2 count. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

static int fails(const char* name) {
  const char* wanted = getenv("FAIL_CALL");
  if (wanted == NULL || strcmp(wanted, name) != 0) return 0;
  if (++calls != atoi(getenv("FAIL_AT"))) return 0;
  errno = atoi(getenv("FAIL_ERRNO"));
  return 1;
}

static int is_regular(int file) {
  struct stat status;
  return file > 2 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
         (fcntl(file, F_GETFL) & O_ACCMODE) != O_RDONLY;
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void* bytes, size_t size) {
  if (is_regular(file) && fails("write")) {
    const int error = errno;
    (void)!REAL(ssize_t, write, int, const void*, size_t)(file, bytes, size / 2);
    errno = error;
    return -1;
  }
  return REAL(ssize_t, write, int, const void*, size_t)(file, bytes, size);
}

int fsync(int file) {
  return fails("fsync") ? -1 : REAL(int, fsync, int)(file);
}

/* As on Linux, the descriptor is gone even if close tells of an error. */
int close(int file) {
  const int regular = is_regular(file);
  const int result = REAL(int, close, int)(file);
  return regular && fails("close") ? -1 : result;
}

int fchown(int file, uid_t owner, gid_t group) {
  return fails("fchown") ? -1 : REAL(int, fchown, int, uid_t, gid_t)(file, owner, group);
}

int fchmod(int file, mode_t mode) {
  return fails("fchmod") ? -1 : REAL(int, fchmod, int, mode_t)(file, mode);
}

int renameat2(int from, const char* old, int to, const char* name, unsigned flags) {
  if (fails("rename")) return -1;
  return REAL(int, renameat2, int, const char*, int, const char*, unsigned)(from, old, to, name, flags);
}

int renameat(int from, const char* old, int to, const char* name) {
  if (fails("rename")) return -1;
  return REAL(int, renameat, int, const char*, int, const char*)(from, old, to, name);
}

int openat(int folder, const char* name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if ((flags & O_CREAT) != 0 && fails("openat")) return -1;
  return REAL(int, openat, int, const char*, int, mode_t)(folder, name, flags, mode);
}
