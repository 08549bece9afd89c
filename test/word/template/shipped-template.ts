import { readFileSync } from 'node:fs';
import { readTemplate } from '../../../src/word/template/compile/read-template.ts';
import type { Template } from '../../../src/word/template/template.ts';

const bytesOf = (look: string) =>
  new Uint8Array(readFileSync(new URL(`../../../templates/${look}.docx`, import.meta.url)));

export const templateBytes = bytesOf('bieu-so-2');

/** Reads a template that is expected to have no problem. */
export function templateOf(bytes: Uint8Array): Template {
  const { template, problems } = readTemplate(bytes);
  if (!template) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return template;
}

export const shippedTemplate = templateOf(templateBytes);

/** The template of a shipped look. */
export const templateOfLook = (look: string) => templateOf(bytesOf(look));
