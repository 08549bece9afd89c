import { rules } from '../rules/index.ts';
import { buildLooks, looksModule } from './build-looks.ts';
import { buildTemplates } from './build-templates.ts';
import { completeExample } from './complete-example.ts';
import { configSchema } from './config-schema.ts';
import { filledDocuments } from './documents/documents.ts';
import { formSchema, publishedFormSchema } from './form-schema.ts';
import { formTypesModule } from './form-types.ts';
import { helpModule } from './help-module.ts';
import { jsonExample } from './json-example.ts';
import { lookFileSchema, lookTypesModule } from './look-schema.ts';
import { messageIdsModule } from './message-ids.ts';
import { validatorModule } from './validator-module.ts';

/** Every generated file: its path from the package's root, with `/`, and its content. */
export async function generatedFiles(): Promise<Record<string, string | Uint8Array>> {
  const looks = buildLooks();
  const lookSchema = lookFileSchema(Object.keys(looks));
  return {
    'schemas/form.schema.json': `${JSON.stringify(publishedFormSchema(), null, 2)}\n`,
    'schemas/config.schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
    'schemas/look.schema.json': `${JSON.stringify(lookSchema, null, 2)}\n`,
    'src/generated/form-shape.js': validatorModule('formShape', formSchema(), 'form-file.ts'),
    'src/generated/config-shape.js': validatorModule('configShape', configSchema(), 'config-file.ts'),
    'src/generated/look-shape.js': validatorModule('lookShape', lookSchema, 'look.ts'),
    'src/generated/look-types.ts': lookTypesModule(),
    'src/generated/shipped-looks.ts': looksModule(looks),
    'src/generated/form-types.ts': formTypesModule(),
    'src/generated/message-ids.ts': messageIdsModule(),
    'src/generated/help.ts': await helpModule(),
    'examples/bieu-so-2.json': jsonExample('bieu-so-2'),
    'examples/minimal.json': jsonExample('minimal'),
    ...(await buildTemplates(looks)),
    ...(await filledDocuments('en')),
    ...(await filledDocuments('vi')),
    ...Object.fromEntries(rules.flatMap(errorExample)),
  };
}

/** The file of a rule's wrong example, and its content; none for rules on Word files and encodings. */
function errorExample({ id, summary, example }: (typeof rules)[number]): [string, string][] {
  if (!example) return [];
  const head = `# ${id}: ${summary.vi}. Xem “bieu2 explain ${id}”.\n`;
  return [[`examples/errors/${id}.yaml`, head + completeExample(example.bad)]];
}
