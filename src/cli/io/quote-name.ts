import { printable } from '../../reporters/printable.ts';

/** A file's name, or another word of the user's, for a message. */
export const quoteName = (name: string): string => `“${printable(name)}”`;
