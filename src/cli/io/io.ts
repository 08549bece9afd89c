/** A stream that text or bytes go out to; what `process.stdout` is, as far as bieu2 uses it. */
export interface Output {
  write(chunk: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  /** The width of the terminal in columns; absent in a pipe. */
  readonly columns?: number;
  /** Why nothing can be written any more, once that is so: a system error, EPIPE where nobody reads it. */
  readonly failure?: unknown;
}

/** All that a run knows of the world around it, besides the files that it names. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; relative names start here. */
  readonly cwd: string;
  /** From here on Ctrl-C waits for the step at hand, so that no half-written temporary file stays behind. */
  holdInterrupts(): void;
  /** Fulfilled when the user ends the run (Ctrl-C); from the call on the run is its own to end. A second one kills. */
  untilInterrupted(): Promise<void>;
}

/** In columns: of a pipe, and of many terminals. */
export const usualWidth = 80;

/** The width to set texts to, in columns. */
export const widthOf = (output: Output): number => output.columns || usualWidth;
