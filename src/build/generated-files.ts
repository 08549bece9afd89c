import { rules } from '../rules/index.ts';
import { buildTemplates } from './build-templates.ts';
import { completeExample } from './complete-example.ts';
import { formSchema, formValidatorModule } from './form-schema.ts';
import { formTypesModule } from './form-types.ts';
import { jsonExample } from './json-example.ts';

/** Every generated file: its path from the package's root, with `/`, and its content. */
export async function generatedFiles(): Promise<Record<string, string | Uint8Array>> {
  return {
    'schemas/form.schema.json': `${JSON.stringify(formSchema(), null, 2)}\n`,
    'src/form/form-shape.generated.js': formValidatorModule(),
    'src/form/form-file.generated.ts': formTypesModule(),
    'examples/bieu-so-2.json': jsonExample(),
    ...(await buildTemplates()),
    ...Object.fromEntries(rules.map((rule) => [`examples/errors/${rule.id}.yaml`, errorExample(rule)])),
  };
}

function errorExample({ id, summary, example }: (typeof rules)[number]): string {
  return `# ${id}: ${summary.vi}. Xem “bieu2 explain ${id}”.\n${completeExample(example.bad)}`;
}
