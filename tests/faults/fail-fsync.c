/*
 * Stands before the C library's fsync and fdatasync. When the file named by FAIL_FSYNC_TRIGGER is there, it is taken away and that one
 * call fails with EIO. Each call leaves a line in FAIL_FSYNC_LOG: "ok", or "INJECTED".
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void leave_line(const char *line) {
  const char *name = getenv("FAIL_FSYNC_LOG");
  int log = name == NULL ? -1 : open(name, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (log < 0) return;
  if (write(log, line, strlen(line)) < 0) abort();
  close(log);
}

static int sync_or_fail(const char *name, int file) {
  const char *trigger = getenv("FAIL_FSYNC_TRIGGER");
  if (trigger != NULL && unlink(trigger) == 0) {
    leave_line("INJECTED\n");
    errno = EIO;
    return -1;
  }
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = real(file);
  int reason = errno;
  leave_line("ok\n");
  errno = reason;
  return result;
}

int fsync(int file) { return sync_or_fail("fsync", file); }

int fdatasync(int file) { return sync_or_fail("fdatasync", file); }
