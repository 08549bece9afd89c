/** Rules that are errors always: without them a file that no rule can read would pass. */
export const indispensable: readonly string[] = ['syntax', 'form-shape', 'word-file'];
