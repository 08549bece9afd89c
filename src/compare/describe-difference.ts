import type { Language } from '../diagnostics/wording.ts';
import { changeWords, headingOf, labelOf, presenceWords } from './comparison-words.ts';
import type { Difference } from './difference.ts';
import type { DiffSegment } from './word-difference.ts';

/** A difference in words, for people. Not yet printable. */
export interface DescribedDifference {
  readonly heading: string;
  /** The mark used in patches. */
  readonly mark: '+' | '-' | '~';
  /** The number or name of the part. */
  readonly label: string;
  /** The change in words. */
  readonly what: string;
  /** The text with its changes; paragraphs are separated by “ / ”, long unchanged parts are cut. */
  readonly text: readonly DiffSegment[];
}

export function describeDifference(difference: Difference, language: Language): DescribedDifference {
  const { kind, subject } = difference;
  const part = kind === 'removed' ? difference.before : difference.after;
  const head = { heading: headingOf(subject, part, language), label: labelOf(subject, part, language) };
  if (difference.kind !== 'changed') {
    const what = presenceWords(difference.kind, subject, part)[language];
    const text = inOneLine([{ kind: difference.kind, text: part.text }]);
    return { ...head, mark: difference.kind === 'added' ? '+' : '-', what, text };
  }
  const { changes } = difference;
  const words = changes.map((change) => changeWords(change, subject)[language]);
  const reworded = changes.find((change) => change.kind === 'reworded');
  const segments: readonly DiffSegment[] = reworded?.words ?? [{ kind: 'same', text: part.text }];
  return { ...head, mark: '~', what: words.join('; '), text: abridge(inOneLine(segments)) };
}

const inOneLine = (segments: readonly DiffSegment[]): DiffSegment[] =>
  segments.map(({ kind, text }) => ({ kind, text: text.replaceAll('\n', ' / ') }));

/** How many characters are shown beside a change, and from the start of an unchanged text. */
const around = 40;

function abridge(segments: readonly DiffSegment[]): DiffSegment[] {
  return segments.map((segment, index) => {
    if (segment.kind !== 'same') return segment;
    const [isFirst, isLast] = [index === 0, index === segments.length - 1];
    const head = isFirst && !isLast ? '' : startOf(segment.text, isFirst && isLast ? 2 * around : around);
    const tail = isLast ? '' : endOf(segment.text, around);
    const isShort = segment.text.length <= head.length + tail.length + around / 2;
    return isShort ? segment : { kind: 'same', text: `${head}…${tail}` };
  });
}

/** Whole words from the start of a text. */
const startOf = (text: string, length: number) => text.slice(0, text.lastIndexOf(' ', length) + 1).trimEnd();

/** Whole words up to the end of a text. */
function endOf(text: string, length: number): string {
  const from = text.indexOf(' ', Math.max(0, text.length - length));
  return from < 0 ? '' : text.slice(from).trimStart();
}
