import { headCode } from '../../vietnamese/head-code.ts';

/** A text whose code or number has been taken off its head. */
export interface SplitText {
  readonly code?: string;
  readonly number?: string;
  readonly text: string;
}

/** As codes are printed; what follows need not be a letter, since the number of the area says that it is a code. */
const printedCode = /^(\d+)\.\d+\.\d+\.[ \u00a0]+(?=\S)/;

/** Takes the code (1.1.2) or, where no cell holds it, the number (2.10) off the head of a text. */
export function splitCode(text: string, parent: string, takesNumber: boolean): SplitText {
  const printed = printedCode.exec(text);
  if (printed?.[1] === parent) {
    return { code: printed[0].trim().slice(0, -1), text: text.slice(printed[0].length) };
  }
  const head = headCode(text);
  if (!head || (head.kind === 'number' && !takesNumber)) return { text };
  const rest = text.slice(head.end).trim();
  return head.kind === 'code' ? { code: head.code, text: rest } : { number: head.code, text: rest };
}
