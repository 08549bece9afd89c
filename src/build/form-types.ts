import { formSchema } from './form-schema.ts';
import { typesModule } from './types-module.ts';

/** TypeScript types of the form file, generated from the published schema. */
export const formTypesModule = (): string =>
  typesModule(formSchema(), {
    name: 'formFile',
    prefix: 'Form',
    origin: 'form-file.ts',
    // Roman numerals from IV on, as far as a type can check.
    furtherKeys: "'IV' | 'IX' | `V${string}` | `X${string}` | `L${string}`",
  });
