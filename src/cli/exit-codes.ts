import { UserError } from './user-error.ts';

/** The exit codes, a promise to scripts: see README. */
export const exitCodes = { clean: 0, findings: 1, cannotRun: 2, bug: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** How a command ended. */
export interface Outcome {
  /** Forms have findings that count. */
  readonly findings: boolean;
  /** Something could not be done: a file not read, not found, not written. */
  readonly failed: boolean;
  /** Ctrl-C ended it before everything was done. */
  readonly interrupted?: boolean;
}

/** The outcome of a command without findings. */
export const done: Outcome = { findings: false, failed: false };

/** Failures take precedence over findings: such a run is incomplete. */
export function exitCodeOf({ findings, failed, interrupted }: Outcome): ExitCode {
  // As shells report a program ended by SIGINT.
  if (interrupted) return exitCodes.interrupted;
  if (failed) return exitCodes.cannotRun;
  return findings ? exitCodes.findings : exitCodes.clean;
}

/** Separates what the user can fix from bugs. */
export const exitCodeOfError = (error: unknown): ExitCode =>
  error instanceof UserError ? exitCodes.cannotRun : exitCodes.bug;
