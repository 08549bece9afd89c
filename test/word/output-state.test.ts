import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { outputState } from '../../src/word/package/output-state.ts';
import { fillTemplate } from '../../src/word/template/fill-template.ts';
import { editDocument, editPart } from './parts.ts';
import { shippedTemplate, templateBytes, templateOf } from './template/shipped-template.ts';
import { smallSheet } from './template/small-sheet.ts';

const output = fillTemplate(shippedTemplate, smallSheet);

describe('outputState', () => {
  it.each<[string, Uint8Array, ReturnType<typeof outputState>]>([
    ['what was written', output, 'unedited'],
    ['the same parts packed by another program', zipSync(unzipSync(output), { level: 0 }), 'unedited'],
    ['an edited text', editDocument(output, (xml) => xml.replace('Trần Thị B', 'Trần Thị C')), 'edited'],
    ['an edited title', editPart(output, 'docProps/core.xml', (xml) => xml.replace('BAN', 'Ban')), 'edited'],
    ['a part more', zipSync({ ...unzipSync(output), 'word/a.xml': strToU8('<a/>') }), 'edited'],
    ['the template', templateBytes, 'foreign'],
    ['no Word file', strToU8('PK'), 'foreign'],
    ['nothing', new Uint8Array(), 'foreign'],
  ])('%s', (_name, bytes, expected) => {
    expect(outputState(bytes)).toBe(expected);
  });

  it('holds for a document whose template was itself written by bieu2', () => {
    const edited = editPart(templateBytes, 'docProps/custom.xml', (xml) =>
      xml.replace(
        /\/>$/,
        ` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="bieu2.contentHash"><vt:lpwstr>${'0'.repeat(64)}</vt:lpwstr></property></Properties>`,
      ),
    );
    expect(outputState(edited)).toBe('edited');
    expect(outputState(fillTemplate(templateOf(edited), smallSheet))).toBe('unedited');
  });
});
