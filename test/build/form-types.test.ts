import { describe, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { formFile } from '../../src/form/form-file.ts';
import type { FormFile } from '../../src/generated/form-types.ts';

/** Without `readonly` and optional keys, in which the two ways of writing the types differ. */
type Filled<T> = T extends object ? { -readonly [Key in keyof T]-?: Filled<Exclude<T[Key], undefined>> } : T;
type Definition = (typeof formFile)['shape'];
type Groups = Definition['groups']['shape'];

// It is the type check that compares; run, the file proves nothing.
describe('the generated types of the form file', () => {
  it('are those of the definition, outside the groups', () => {
    expectTypeOf<Filled<Omit<FormFile, 'groups'>>>().toEqualTypeOf<
      Filled<Omit<z.infer<typeof formFile>, 'groups'>>
    >();
  });

  it('are those of the definition, in each kind of group', () => {
    expectTypeOf<Filled<FormFile['groups']['I']>>().toEqualTypeOf<Filled<z.infer<Groups['I']>>>();
    expectTypeOf<Filled<FormFile['groups']['II']>>().toEqualTypeOf<Filled<z.infer<Groups['II']>>>();
    expectTypeOf<Filled<FormFile['groups']['III']>>().toEqualTypeOf<Filled<z.infer<Groups['III']>>>();
    expectTypeOf<Filled<Exclude<FormFile['groups']['IV'], undefined>>>().toEqualTypeOf<
      Filled<z.infer<Definition['groups']>['IV']>
    >();
  });
});
