/* LD_PRELOAD: writes every file operation under $RECORD_ROOT into $RECORD_LOG, so that a test can cut the power anywhere in it.
   A record: u8 operation, u32 length of the path, u64 offset, u32 length of the data, path, data.
   Operations: O create, W write, T truncate, U unlink, S sync (of a file or of a folder).
   cc -shared -fPIC -O2 -o power.so store-power.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST 4096
static int log_file = -1;
static const char *root;
static size_t root_length;
static char *paths[MOST];

#define REAL(name)                                                                                                     \
  static __typeof__(&name) real_##name;                                                                                \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void start(void) {
  const char *log = getenv("RECORD_LOG");
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open64");
  root = getenv("RECORD_ROOT");
  if (root) root_length = strlen(root);
  if (log) log_file = real(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

static int inside(const char *path) { return root && path && !strncmp(path, root, root_length); }
static const char *path_of(int file) { return file >= 0 && file < MOST ? paths[file] : NULL; }

static void note(char operation, const char *path, uint64_t offset, const void *data, uint32_t size) {
  REAL(write);
  if (log_file < 0 || !path) return;
  uint32_t length = strlen(path);
  char head[17];
  head[0] = operation;
  memcpy(head + 1, &length, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &size, 4);
  real_write(log_file, head, 17);
  real_write(log_file, path, length);
  if (size && data) real_write(log_file, data, size);
}

static int open_with(const char *symbol, const char *path, int flags, mode_t mode) {
  int was_there = !inside(path) || access(path, F_OK) == 0;
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, symbol);
  int file = real(path, flags, mode);
  int kept = errno;
  if (file >= 0 && file < MOST && inside(path)) {
    free(paths[file]);
    paths[file] = strdup(path);
    if (!was_there && (flags & O_CREAT)) note('O', path, 0, NULL, 0);
  }
  errno = kept;
  return file;
}

#define OPEN(name)                                                                                                     \
  int name(const char *path, int flags, ...) {                                                                         \
    mode_t mode = 0;                                                                                                   \
    if (flags & O_CREAT) {                                                                                             \
      va_list list;                                                                                                    \
      va_start(list, flags);                                                                                           \
      mode = va_arg(list, mode_t);                                                                                     \
      va_end(list);                                                                                                    \
    }                                                                                                                  \
    return open_with(#name, path, flags, mode);                                                                        \
  }
OPEN(open)
OPEN(open64)

int close(int file) {
  REAL(close);
  if (file >= 0 && file < MOST) {
    free(paths[file]);
    paths[file] = NULL;
  }
  return real_close(file);
}
ssize_t write(int file, const void *bytes, size_t size) {
  REAL(write);
  const char *path = path_of(file);
  off_t at = path ? lseek(file, 0, SEEK_CUR) : 0;
  ssize_t done = real_write(file, bytes, size);
  if (done > 0) note('W', path, at, bytes, done);
  return done;
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
  REAL(pwrite64);
  ssize_t done = real_pwrite64(file, bytes, size, at);
  if (done > 0) note('W', path_of(file), at, bytes, done);
  return done;
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) { return pwrite64(file, bytes, size, at); }
int ftruncate64(int file, off64_t size) {
  REAL(ftruncate64);
  int done = real_ftruncate64(file, size);
  if (!done) note('T', path_of(file), size, NULL, 0);
  return done;
}
int ftruncate(int file, off_t size) { return ftruncate64(file, size); }
int fsync(int file) {
  REAL(fsync);
  int done = real_fsync(file);
  if (!done) note('S', path_of(file), 0, NULL, 0);
  return done;
}
int fdatasync(int file) {
  REAL(fdatasync);
  int done = real_fdatasync(file);
  if (!done) note('S', path_of(file), 0, NULL, 0);
  return done;
}
int unlink(const char *path) {
  REAL(unlink);
  int done = real_unlink(path);
  if (!done && inside(path)) note('U', path, 0, NULL, 0);
  return done;
}
