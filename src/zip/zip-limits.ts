const megabyte = 1024 * 1024;

/** The limits of zip files: beyond them, it is an accident or an attack. */
export const zipLimits = {
  /** Of the file, in bytes. */
  file: 50 * megabyte,
  parts: 2000,
  /** Of one part and of all, unpacked, in bytes. */
  part: 100 * megabyte,
  allParts: 300 * megabyte,
  /** Unpacked to packed, for parts above 1 MB: Word's own XML stays below 100. */
  ratio: 400,
  ratioFrom: megabyte,
} as const;
