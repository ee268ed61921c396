/* Two system calls of Linux that the C library declares for GNU programs only, and so hides from Swift. */
#ifdef __linux__
extern int syncfs(int descriptor);
extern int renameat2(int from, const char *name, int to, const char *target, unsigned int flags);
#endif
