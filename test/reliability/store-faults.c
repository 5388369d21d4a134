/* LD_PRELOAD: makes one file operation under $FAULT_ROOT fail, as a failing disk or a full one does.
   Opening $FAULT_ROOT/ARM-<n>-<errno>-<0|1> starts counting: the n-th operation fails with that errno, with 1 all later ones too.
   Opening $FAULT_ROOT/OFF ends it and writes the number of operations counted into $FAULT_COUNT. Both answer ENOENT.
   cc -shared -fPIC -O2 -o faults.so store-faults.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
static const char *root;
static size_t root_length;
static char watched[MOST];
static long counted, fail_at, armed;
static int error_number, for_good;

#define REAL(name)                                                                                                     \
  static __typeof__(&name) real_##name;                                                                                \
  if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void start(void) {
  root = getenv("FAULT_ROOT");
  if (root) root_length = strlen(root);
}

static int inside(const char *path) { return root && path && !strncmp(path, root, root_length); }

static int fails(void) {
  if (!armed) return 0;
  counted++;
  if (counted == fail_at || (for_good && counted > fail_at)) {
    errno = error_number;
    return 1;
  }
  return 0;
}

static int file_fails(int file) { return file >= 0 && file < MOST && watched[file] && fails(); }
static int path_fails(const char *path) { return inside(path) && fails(); }

static int command(const char *path) {
  const char *arm = strstr(path, "/ARM-");
  if (arm && sscanf(arm, "/ARM-%ld-%d-%d", &fail_at, &error_number, &for_good) == 3) {
    counted = 0;
    armed = 1;
    return 1;
  }
  if (strstr(path, "/OFF")) {
    armed = 0;
    const char *count = getenv("FAULT_COUNT");
    FILE *file = count ? fopen(count, "w") : NULL;
    if (file) {
      fprintf(file, "%ld\n", counted);
      fclose(file);
    }
    return 1;
  }
  return 0;
}

static int open_with(const char *symbol, const char *path, int flags, mode_t mode) {
  if (inside(path) && command(path)) {
    errno = ENOENT;
    return -1;
  }
  if ((flags & (O_CREAT | O_WRONLY | O_RDWR)) && path_fails(path)) return -1;
  int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, symbol);
  int file = real(path, flags, mode);
  if (file >= 0 && file < MOST) watched[file] = inside(path);
  return file;
}

static mode_t mode_of(int flags, va_list list) { return flags & O_CREAT ? va_arg(list, mode_t) : 0; }

#define OPEN(name)                                                                                                     \
  int name(const char *path, int flags, ...) {                                                                         \
    va_list list;                                                                                                      \
    va_start(list, flags);                                                                                             \
    mode_t mode = mode_of(flags, list);                                                                                \
    va_end(list);                                                                                                      \
    return open_with(#name, path, flags, mode);                                                                        \
  }
OPEN(open)
OPEN(open64)

int close(int file) {
  REAL(close);
  if (file >= 0 && file < MOST) watched[file] = 0;
  return real_close(file);
}
ssize_t write(int file, const void *bytes, size_t size) {
  REAL(write);
  return file_fails(file) ? -1 : real_write(file, bytes, size);
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) {
  REAL(pwrite);
  return file_fails(file) ? -1 : real_pwrite(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
  REAL(pwrite64);
  return file_fails(file) ? -1 : real_pwrite64(file, bytes, size, at);
}
int ftruncate(int file, off_t size) {
  REAL(ftruncate);
  return file_fails(file) ? -1 : real_ftruncate(file, size);
}
int ftruncate64(int file, off64_t size) {
  REAL(ftruncate64);
  return file_fails(file) ? -1 : real_ftruncate64(file, size);
}
int fsync(int file) {
  REAL(fsync);
  return file_fails(file) ? -1 : real_fsync(file);
}
int fdatasync(int file) {
  REAL(fdatasync);
  return file_fails(file) ? -1 : real_fdatasync(file);
}
int unlink(const char *path) {
  REAL(unlink);
  return path_fails(path) ? -1 : real_unlink(path);
}
int rename(const char *from, const char *to) {
  REAL(rename);
  return path_fails(to) ? -1 : real_rename(from, to);
}
