import { z } from 'zod';

const millimetres = (max: number) => z.number().min(0).max(max);
const points = z.number().min(0).max(100);
const text = z.string();
const filled = z.string().regex(/\S/);

/** How the letters of one kind of text look; what is left out is as in the body text. */
const letters = z.strictObject({
  sizePt: z.number().min(6).max(72).optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});

/** How the paragraphs of one kind look. */
const style = letters.extend({
  align: z.enum(['left', 'center', 'right', 'justify']).optional(),
  spaceBeforePt: points.optional(),
  spaceAfterPt: points.optional(),
});

/**
 * The definition of a named look: everything about the printed form that is not content. Lengths are in
 * millimetres or points, as their names say. Width and height are those of the sheet held upright; landscape
 * turns it. Colours are not there: a form is black on white.
 */
export const lookSchema = z.strictObject({
  /** The look's name, which is also that of its file. */
  look: z.string().regex(/^[a-z0-9-]+$/),
  version: z.literal(1),
  page: z.strictObject({
    widthMm: millimetres(500).min(100),
    heightMm: millimetres(500).min(100),
    orientation: z.enum(['portrait', 'landscape']),
    marginsMm: z.strictObject({
      top: millimetres(100),
      bottom: millimetres(100),
      left: millimetres(100),
      right: millimetres(100),
    }),
    /** From the upper edge of the page to the page number. */
    headerMm: millimetres(100),
  }),
  body: z.strictObject({
    font: filled,
    sizePt: z.number().min(6).max(72),
    /** In lines: 1 is single. */
    lineSpacing: z.number().min(0.8).max(3),
  }),
  styles: z.strictObject({
    formName: style,
    unitLine: style,
    /** The unit's name within its line. */
    unitName: letters,
    title: style,
    tableHead: style,
    groupNumber: style,
    groupTitle: style,
    positionNumber: style,
    positionTitle: style,
    areaNumber: style,
    areaTitle: style,
    taskNumber: style,
    taskText: style,
    taskLevel: style,
    dateLine: style,
    signatureTitle: style,
    signatureHint: style,
    signatureName: style,
    notesHeading: style,
    note: style,
    pageNumber: style,
    /** The page's mark as a draft, at the right margin. */
    draft: letters,
  }),
  table: z.strictObject({
    /** `level` is the width of each of the five columns. Together they fill the page between its margins. */
    columnsMm: z.strictObject({
      number: millimetres(400).min(3),
      group: millimetres(400).min(3),
      task: millimetres(400).min(3),
      level: millimetres(400).min(3),
    }),
    /** Between a cell's border and its text. */
    cellMarginsMm: z.strictObject({ top: millimetres(10), bottom: millimetres(10), side: millimetres(10) }),
    borderPt: z.number().min(0.25).max(6),
  }),
  /** What stands in the cell of a task's level. */
  mark: filled,
  /** Between “(Ký và ghi rõ họ tên)” and the name. */
  signatureRoomMm: millimetres(100),
  wording: z.strictObject({
    formName: text,
    parentUnit: text,
    unit: text,
    /** Stands for a name that is to be filled in by hand. */
    dots: text,
    title: filled,
    columns: z.strictObject({ number: filled, group: filled, task: filled, levels: filled }),
    dateLine: text,
    preparedBy: text,
    approvedBy: text,
    signatureHint: text,
    notesHeading: text,
    /** Before every note. */
    noteBullet: text,
    notes: z.array(filled),
    draft: filled,
    /** What a screen reader says of the table. */
    tableCaption: filled,
    tableDescription: filled,
    /** The title in the document's properties, before the unit's name. */
    documentTitle: filled,
  }),
});

/** A look that was decoded. */
export type Look = z.infer<typeof lookSchema>;

export type LetterStyle = z.infer<typeof letters>;
export type LookStyle = z.infer<typeof style>;
