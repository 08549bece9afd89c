import { type RenderFormat, renderFormats } from '../../render-formats.ts';
import type { OutputKind } from './render-targets.ts';

/** Whose a file is that would be replaced by a form: made by bieu2 and left so, edited since, or neither. */
type OutputState = 'unedited' | 'edited' | 'foreign';

/** A format as far as the files are concerned that it is written to. */
export interface RenderOutput {
  readonly kind: OutputKind;
  readonly isText: boolean;
  /** Loaded where there is a file already. */
  readonly stateOf: () => Promise<(bytes: Uint8Array) => OutputState>;
}

export const renderOutputs: Readonly<Record<RenderFormat, RenderOutput>> = {
  docx: {
    kind: kindOf('docx'),
    isText: false,
    stateOf: async () => (await import('../../word/package/output-state.ts')).outputState,
  },
  html: {
    kind: kindOf('html'),
    isText: true,
    stateOf: async () => (await import('../../html/html-state.ts')).htmlState,
  },
  pdf: {
    kind: kindOf('pdf'),
    isText: false,
    stateOf: async () => (await import('../../pdf/pdf-state.ts')).pdfState,
  },
};

function kindOf(format: RenderFormat): OutputKind {
  return {
    isName: new RegExp(`\\.${format}$`, 'i'),
    ending: `.${format}`,
    endings: renderFormats.map((name) => `.${name}`),
  };
}
