import type { Finding } from '../diagnostics/finding.ts';
import { syntaxFinding } from './syntax-finding.ts';

/** The lines that version control leaves in a file when two edits met; one finding for each conflict. */
export function findConflictMarkers(text: string): Finding[] {
  const findings: Finding[] = [];
  let isOpen = false;
  for (const { index, 0: line } of text.matchAll(/^(?:<{7}|={7}|>{7})(?: .*)?\r?$/gm)) {
    const marker = line.slice(0, 7);
    // If somebody has deleted the first marker, the next one represents the conflict.
    if (marker.startsWith('<') || !isOpen) {
      const span = [index, index + line.trimEnd().length] as const;
      findings.push(syntaxFinding('conflict-marker', span, { marker }));
    }
    isOpen = !marker.startsWith('>');
  }
  return findings;
}
