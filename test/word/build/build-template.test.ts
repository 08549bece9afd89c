import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildLooks, buildTemplates } from '../../../src/build/build-looks.ts';
import type { Look } from '../../../src/generated/look-types.ts';
import { decodeLook } from '../../../src/look/decode-look.ts';
import { buildTemplate } from '../../../src/word/build/build-template.ts';
import { fillTemplate } from '../../../src/word/template/fill-template.ts';
import { templateFromJson, templateToJson } from '../../../src/word/template/template.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { readPart } from '../parts.ts';
import { readGrid } from '../read-grid.ts';
import { templateBytes, templateOf } from '../template/shipped-template.ts';
import { smallSheet } from '../template/small-sheet.ts';

const root = new URL('../../../', import.meta.url);

const { look } = decodeLook(parse(readFileSync(new URL('templates/bieu-so-2.yaml', root), 'utf8')));
const withLook = (change: (look: Look) => Look) => {
  if (!look) throw new Error('the shipped look has a fault');
  return buildTemplate(change(look));
};

describe('buildTemplate', () => {
  it('gives, in every time zone, the templates that are committed', async () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
        process.env.TZ = zone;
        const built = await buildTemplates(buildLooks());
        expect(Object.keys(built)).toContain('templates/bieu-so-2.docx');
        expect(Object.keys(built)).toContain('templates/bieu-so-2.template.json');
        for (const [path, bytes] of Object.entries(built)) {
          const committed = readFileSync(new URL(path, root));
          expect(committed.equals(bytes), `${path} is stale: run “npm run generate”`).toBe(true);
        }
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('gives a template as JSON that prints the same', () => {
    const json = readFileSync(new URL('templates/bieu-so-2.template.json', root), 'utf8');
    const template = templateOf(templateBytes);
    expect(templateFromJson(json)).toEqual(templateFromJson(templateToJson(template)));
    expect(fillTemplate(templateFromJson(json), smallSheet)).toEqual(fillTemplate(template, smallSheet));
  });

  it('sets page, language and header for Word and for screen readers', () => {
    const document = readPart(templateBytes, 'word/document.xml');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    // 20, 15, 20 and 30 mm.
    expect(document).toContain('<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
    expect(document.match(/<w:tblCaption w:val="Phân nhóm công việc"\/><w:tblDescription /g)).toHaveLength(1);
    const styles = readPart(templateBytes, 'word/styles.xml');
    expect(styles).toContain('<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>');
    expect(styles).toContain(
      '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"/>',
    );
    expect(readPart(templateBytes, 'word/settings.xml')).toContain('<w:themeFontLang w:val="vi-VN"');
  });

  it('holds no styles but those that are used', () => {
    const styles = readPart(templateBytes, 'word/styles.xml');
    const pages = Object.keys(unzipSync(templateBytes)).filter((name) => /^word\/(doc|head)/.test(name));
    const used = pages.flatMap((name) => readPart(templateBytes, name).match(/(?<=Style w:val=")\w+/g) ?? []);
    const defined = styles.match(/(?<=w:styleId=")\w+/g) ?? [];
    expect(new Set(defined)).toEqual(new Set(['Normal', 'TableNormal', ...used]));
    expect(defined).toHaveLength(new Set(defined).size);
  });

  it('stores a result of the page number, and names the style that follows each', () => {
    const header = readPart(templateBytes, 'word/header1.xml') + readPart(templateBytes, 'word/header2.xml');
    expect(header.match(/"separate"\/><\/w:r><w:r><w:t>2<\/w:t>/g)).toHaveLength(2);
    const styles = readPart(templateBytes, 'word/styles.xml').match(/<w:style .*?<\/w:style>/gs) ?? [];
    const own = styles.filter((style) => /w:type="paragraph".*<w:basedOn w:val="Normal"/s.test(style));
    expect(own.length).toBeGreaterThan(15);
    const priorities = own.map((style) => Number(/<w:uiPriority w:val="(\d+)"/.exec(style)?.[1]));
    expect(new Set(priorities).size).toBe(own.length);
    for (const style of own) expect(style).toMatch(/<w:next w:val="\w+"\/>/);
    expect(own.find((style) => style.includes('w:styleId="SignatureTitle"'))).toContain(
      '<w:next w:val="SignatureHint"/>',
    );
  });

  it('prints titles of signers in capitals where the look says so', async () => {
    const bytes = await withLook((shipped) => ({
      ...shipped,
      styles: { ...shipped.styles, signatureTitle: { capitals: true } },
    }));
    expect(readPart(bytes, 'word/styles.xml')).toMatch(/w:styleId="SignatureTitle".*?<w:caps\/>/s);
    expect(readPart(templateBytes, 'word/styles.xml')).not.toContain('<w:caps');
  });

  it('takes paper, letters, widths, mark and wording from the look', async () => {
    const bytes = await withLook((shipped) => ({
      ...shipped,
      page: { ...shipped.page, orientation: 'landscape' },
      body: { ...shipped.body, font: 'Liberation Serif' },
      table: { ...shipped.table, columnsMm: { number: 15, group: 40, task: 147, level: 10 } },
      mark: '+',
      wording: { ...shipped.wording, title: 'BẢNG & “SỐ” <2>', approvedBy: 'Chủ tịch' },
    }));
    const docx = fillTemplate(templateOf(bytes), { ...smallSheet, approvedBy: {} });
    const document = readPart(docx, 'word/document.xml');
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(document).toContain('<w:gridCol w:w="850"/><w:gridCol w:w="2268"/><w:gridCol w:w="8334"/>');
    expect(readPart(docx, 'word/styles.xml')).toContain('w:ascii="Liberation Serif"');
    expect(readGrid(docx)[9]?.cells[6]?.text).toBe('+');
    expect(paragraphsOf(docx)).toEqual(expect.arrayContaining(['BẢNG & “SỐ” <2>', 'Chủ tịch']));
  });
});
