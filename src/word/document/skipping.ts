/** Content that vanishes when tracked changes are accepted, and former formatting. */
const skipped = new Set([
  ...['del', 'moveFrom', 'delText', 'delInstrText', 'rPrChange', 'pPrChange', 'tcPrChange'],
  ...['trPrChange', 'tblPrChange', 'tblPrExChange', 'tblGridChange', 'sectPrChange', 'numberingChange'],
]);

/** Whether an element is left out: a second choice of the same content is, too. Keep one for each document. */
export class Skipping {
  readonly #chosen: boolean[] = [];

  open(name: string, parent: string | undefined): boolean {
    if (name === 'mc:AlternateContent') this.#chosen.push(false);
    if (name === 'mc:Choice' || name === 'mc:Fallback') {
      if (this.#chosen.at(-1)) return true;
      this.#chosen[this.#chosen.length - 1] = true;
    }
    // In properties `del` says what happens to a row or a paragraph mark.
    if (name === 'del' && (parent === 'trPr' || parent === 'rPr')) return false;
    return skipped.has(name);
  }

  close(name: string): void {
    if (name === 'mc:AlternateContent') this.#chosen.pop();
  }
}
