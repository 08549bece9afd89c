/** A stream to write to: the part of `process.stdout` that bieu2 uses. */
export interface Output {
  write(chunk: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  /** The terminal's width in columns; absent in a pipe. */
  readonly columns?: number;
  /** Why nothing more can be written: a system error, EPIPE when nobody reads it. */
  readonly failure?: unknown;
}

/** The environment of a run, apart from the file system. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean; destroy?(): unknown };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; relative names are resolved against it. */
  readonly cwd: string;
  /** From now on Ctrl-C waits for the current step, so that no half-written temporary file is left. */
  holdInterrupts(): void;
  /** Resolves on Ctrl-C; once this is called, the run has to end itself. A second Ctrl-C kills it. */
  untilInterrupted(): Promise<void>;
  /** The promise of `untilInterrupted`, if that was called. */
  readonly interrupted?: Promise<void> | undefined;
}

/** In columns: for pipes; also the default of many terminals. */
export const usualWidth = 80;

export const widthOf = (output: Output): number => output.columns || usualWidth;
