import { done } from '../exit-codes.ts';
import type { PrintFlags } from '../files/print-or-write.ts';
import { type CommandDefinition, outputOptions } from '../options.ts';

/** `bieu2 schema`: the JSON Schemas, for editors and programs. */
export const schemaCommand: CommandDefinition = {
  name: 'schema',
  summary: { vi: 'in JSON Schema', en: 'print a JSON Schema' },
  description: {
    vi: 'In JSON Schema của tệp biểu, của kiểu trình bày, của tệp cấu hình, của báo cáo JSON, của kết quả so sánh hoặc của bản tổng hợp.',
    en: 'Prints the JSON Schema of form files, of looks, of the configuration file, of the JSON report, of a comparison or of a summary.',
  },
  argument: {
    name: { vi: '[tên]', en: '[name]' },
    vi: 'form: tệp biểu; look: kiểu trình bày; report: báo cáo “--format json”; config: bieu2.config.yaml; diff: “bieu2 diff --format json”; summary: “bieu2 summary --format json”',
    en: 'form: form files; look: looks; report: the report of “--format json”; config: bieu2.config.yaml; diff: “bieu2 diff --format json”; summary: “bieu2 summary --format json”',
    choices: ['form', 'look', 'report', 'config', 'diff', 'summary'],
    default: 'form',
  },
  options: outputOptions,
  examples: [
    'bieu2 schema -o form.schema.json',
    'bieu2 schema look -o look.schema.json',
    'bieu2 schema report',
  ],
  async run(context, name: 'form' | 'look' | 'report' | 'config' | 'diff' | 'summary', flags: PrintFlags) {
    const { readPackageFile } = await import('../../package-files.ts');
    const { printOrWrite } = await import('../files/print-or-write.ts');
    await printOrWrite(readPackageFile(`schemas/${name}.schema.json`), flags, context);
    return done;
  },
};
