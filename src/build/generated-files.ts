import { formSchema, formValidatorModule } from './form-schema.ts';

/** Every generated file: its path from the package's root, with `/`, and its content. */
export async function generatedFiles(): Promise<Record<string, string | Uint8Array>> {
  return {
    'schemas/form.schema.json': `${JSON.stringify(formSchema(), null, 2)}\n`,
    'src/form/form-shape.generated.js': formValidatorModule(),
  };
}
