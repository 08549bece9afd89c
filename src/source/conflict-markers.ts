import type { Finding } from '../diagnostics/finding.ts';

/** The lines that version control leaves in a file when two edits met; one finding for each conflict. */
export function findConflictMarkers(text: string): Finding[] {
  return [...text.matchAll(/^<{7}(?: .*)?$/gm)].map(({ index, 0: line }) => ({
    rule: 'syntax',
    message: 'conflict-marker',
    path: [],
    span: [index, index + line.trimEnd().length],
  }));
}
