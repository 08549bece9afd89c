import { Document, Header, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Look } from '../../generated/look-types.ts';
import { textWidthMm } from '../../look/geometry.ts';
import { lowLine } from './build-signatures.ts';
import { buildStyles, paragraph, styleId, twipsOfMm } from './build-styles.ts';
import { buildTable } from './build-table.ts';
import { finishTemplate } from './finish-template.ts';

/** Builds the Word template of a look as the bytes of a .docx; the same look gives the same bytes. */
export async function buildTemplate(look: Look): Promise<Uint8Array> {
  const { page } = look;
  const document = new Document({
    title: look.wording.documentTitle,
    styles: buildStyles(look),
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // docx itself swaps the two for landscape.
            size: {
              width: twipsOfMm(page.widthMm),
              height: twipsOfMm(page.heightMm),
              orientation: page.orientation,
            },
            margin: {
              top: twipsOfMm(page.marginsMm.top),
              bottom: twipsOfMm(page.marginsMm.bottom),
              left: twipsOfMm(page.marginsMm.left),
              right: twipsOfMm(page.marginsMm.right),
              header: twipsOfMm(page.headerMm),
              footer: twipsOfMm(page.headerMm),
            },
          },
        },
        headers: {
          first: new Header({ children: [draftLine(look)] }),
          default: new Header({
            children: [
              draftLine(look, PageNumber.CURRENT),
              paragraph('pageNumber', '{^draft}', new TextRun({ children: [PageNumber.CURRENT] })),
            ],
          }),
        },
        children: [...head(look), buildTable(look), lowLine()],
      },
    ],
  });
  return finishTemplate(await Packer.pack(document, 'uint8array'), look);
}

/** The mark at the right margin, in one line with the page number in the middle: the header stays one line high. */
function draftLine(look: Look, ...pageNumber: 'CURRENT'[]): Paragraph {
  const width = textWidthMm(look);
  return new Paragraph({
    style: styleId('draft'),
    tabStops: [
      { type: TabStopType.CENTER, position: twipsOfMm(width / 2) },
      { type: TabStopType.RIGHT, position: twipsOfMm(width) },
    ],
    children: [
      new TextRun('{#draft}'),
      new TextRun({ children: [new Tab(), ...pageNumber, new Tab(), look.wording.draft] }),
    ],
  });
}

function head({ wording }: Look): Paragraph[] {
  const line = (name: 'parentUnit' | 'unit') => [
    paragraph(
      'unitLine',
      `{#${name}}${wording[name]} `,
      new TextRun({ text: `{${name}}`, style: styleId('unitName') }),
    ),
    paragraph('unitLine', `{^${name}}${wording[name]}${wording.dots}`),
  ];
  return [
    paragraph('formName', wording.formName),
    ...line('parentUnit'),
    ...line('unit'),
    paragraph('title', wording.title),
  ];
}
