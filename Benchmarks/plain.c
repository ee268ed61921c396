// The least a site generator can do, as the measure of what more costs: reads every Markdown file below a folder,
// renders what follows its front matter with libcmark, and writes it to a page of its own, on all processors.
//
//     plain CONTENT OUTPUT

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char **paths;
static size_t count, room;
static atomic_size_t next;
static const char *content, *output;

static void fail(const char *what) {
  perror(what);
  exit(3);
}

static char *joined(const char *folder, const char *name) {
  char *path;
  if (asprintf(&path, "%s%s%s", folder, *folder ? "/" : "", name) < 0) fail("asprintf");
  return path;
}

static void list(const char *below) {
  char *folder = joined(content, below);
  DIR *stream = opendir(folder);
  if (!stream) fail(folder);
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (entry->d_name[0] == '.') continue;
    char *path = joined(below, entry->d_name);
    size_t length = strlen(path);
    if (entry->d_type == DT_DIR) {
      list(path);
    } else if (length > 3 && !strcmp(path + length - 3, ".md")) {
      if (count == room) paths = realloc(paths, (room = room ? 2 * room : 1024) * sizeof *paths);
      paths[count++] = path;
      continue;
    }
    free(path);
  }
  closedir(stream);
  free(folder);
}

static char *contents(const char *path, size_t *size) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(path);
  char *bytes = malloc(status.st_size + 1);
  ssize_t got = read(file, bytes, status.st_size);
  if (got != status.st_size) fail(path);
  close(file);
  bytes[*size = got] = 0;
  return bytes;
}

static void make_folder(char *path) {
  if (!mkdir(path, 0755) || errno == EEXIST) return;
  char *slash = strrchr(path, '/');
  if (errno != ENOENT || !slash) fail(path);
  *slash = 0;
  make_folder(path);
  *slash = '/';
  if (mkdir(path, 0755) && errno != EEXIST) fail(path);
}

static void make(const char *path) {
  char *source = joined(content, path);
  size_t size;
  char *bytes = contents(source, &size);
  char *end = strncmp(bytes, "---\n", 4) ? NULL : strstr(bytes + 4, "\n---\n");
  char *body = end ? end + 5 : bytes;
  char *html = cmark_markdown_to_html(body, size - (body - bytes), CMARK_OPT_UNSAFE);

  char *folder = joined(output, path);
  folder[strlen(folder) - 3] = 0;
  make_folder(folder);
  char *page = joined(folder, "index.html");
  int file = open(page, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  size_t length = strlen(html);
  if (file < 0 || write(file, html, length) != (ssize_t)length || close(file)) fail(page);
  free(page);
  free(folder);
  free(html);
  free(bytes);
  free(source);
}

static void *work(void *unused) {
  for (size_t index; (index = atomic_fetch_add(&next, 1)) < count;) make(paths[index]);
  return unused;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  content = argv[1];
  output = argv[2];
  list("");
  long jobs = sysconf(_SC_NPROCESSORS_ONLN);
  pthread_t threads[jobs];
  for (long job = 0; job < jobs; job++) pthread_create(&threads[job], NULL, work, NULL);
  for (long job = 0; job < jobs; job++) pthread_join(threads[job], NULL);
  return 0;
}
