import { UserError } from './user-error.ts';

/** What a run ends with. A promise to scripts: see README. */
export const exitCodes = { clean: 0, findings: 1, cannotRun: 2, bug: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** How a command ended. */
export interface Outcome {
  /** Forms were read, and they have faults that count. */
  readonly findings: boolean;
  /** Something that was asked for could not be done: a file not read, not found, not written. */
  readonly failed: boolean;
  /** Ctrl-C ended it before everything was done. */
  readonly interrupted?: boolean;
}

/** The outcome of a command that finds nothing. */
export const done: Outcome = { findings: false, failed: false };

/** What could not be done weighs more than what was found: such a run is incomplete. */
export function exitCodeOf({ findings, failed, interrupted }: Outcome): ExitCode {
  // As shells say it of a program that SIGINT ended.
  if (interrupted) return exitCodes.interrupted;
  if (failed) return exitCodes.cannotRun;
  return findings ? exitCodes.findings : exitCodes.clean;
}

/** What the user can fix is one thing, a bug another. */
export const exitCodeOfError = (error: unknown): ExitCode =>
  error instanceof UserError ? exitCodes.cannotRun : exitCodes.bug;
