import type { Path, Range } from '../diagnostics/finding.ts';
import { isMap } from '../diagnostics/plain-map.ts';
import type { Form, Text } from '../form/form.ts';
import { isComposed, toWritten } from '../vietnamese/composed.ts';
import { suspectTexts } from './suspect-texts.ts';

/** A form whose texts are all composed (NFC), and the way back to the texts as they were written. */
export interface ComposedForm {
  readonly form: Form;
  /** @param range of the composed text at `path` */
  readonly writtenRange: (path: Path, range: Range) => Range;
}

/** Composes the texts of a form, so that a rule finds the same in whatever form of Unicode they were typed. */
export function composeForm(form: Form): ComposedForm {
  if (suspectTexts(form, 'decomposed').every(({ value }) => isComposed(value)))
    return { form, writtenRange: (_, range) => range };
  const written = new Map<Path, (range: Range) => Range>();
  const compose = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(compose);
    if (!isMap(part)) return part;
    if (isText(part)) {
      if (isComposed(part.value)) return part;
      written.set(part.path, toWritten(part.value));
      return { ...part, value: part.value.normalize('NFC') };
    }
    // Paths are known by their identity: they stay.
    return Object.fromEntries(
      Object.entries(part).map(([key, entry]) => [key, /path$/i.test(key) ? entry : compose(entry)]),
    );
  };
  return {
    form: compose(form) as Form,
    writtenRange: (path, range) => written.get(path)?.(range) ?? range,
  };
}

const isText = (part: object): part is Text =>
  'path' in part && 'value' in part && typeof part.value === 'string';
