import { once } from './once.ts';

/**
 * A regular expression that is made when it is first asked for: lazyPattern('u')`^\p{L}`. V8 reads literals
 * together with the file, called or not, and a single `\p{…}` takes as long as a hundred lines of code.
 */
export const lazyPattern =
  (flags: string) =>
  ({ raw }: TemplateStringsArray): (() => RegExp) =>
    once(() => new RegExp(raw.join(''), flags));
