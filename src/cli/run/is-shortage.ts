/** The system has no room for a thread, or the thread came to the end of its memory. */
export const isShortage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_WORKER_INIT_FAILED' || error.code === 'ERR_WORKER_OUT_OF_MEMORY');
