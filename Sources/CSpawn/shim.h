// Starting programs, for Swift.
#pragma once
#include <spawn.h>

// Behind _GNU_SOURCE in glibc's header, where Swift's importer doesn't look.
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

// Lets a program begin in a folder.
static inline int sluice_begin_in(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}
