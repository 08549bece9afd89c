import { attributeOf, isSwitchedOn, type XmlAttributes } from '../package/read-xml.ts';

/** A content control (`w:sdt`). */
interface Control {
  /** The state of a tick box; undefined for other controls. */
  checked: boolean | undefined;
  /** What the custom XML that the control is bound to says, which Word and LibreOffice show instead of the text in it. */
  bound: string | undefined;
  /** Whether the text shown for the whole control has been read. */
  isDrawn: boolean;
  /** It shows what is to be typed, such as “Click here to enter text”. */
  isPrompt: boolean;
  /** The text in a bound control. */
  cached: string;
}

/** How a text is shown: as it is, changed, or not at all. */
export interface Shown {
  readonly text: string;
  /** The part to keep for people although it is not part of the text. */
  readonly aside?: string;
}

const drawn = (isTicked: boolean) => (isTicked ? '☒' : '☐');

/** Programs that fill controls in may leave the mark of a prompt on them: only these begin like one. */
const promptWords = /^\W*(?:click|tap|choose|select|enter|type|bấm|nhấn|nhấp|chạm|chọn|nhập|gõ)(?!\p{L})/iu;

/** Decides which text of a document is read: results of fields, not their codes; tick boxes by their state. */
export class ShownText {
  readonly #controls: Control[] = [];
  /** For each field that is open, whether its code is being read, not its result. */
  readonly #fields: boolean[] = [];
  #isBoxTicked = false;
  #choices: string[] = [];
  /** From 0. */
  #choice: number | undefined;

  openControl(): void {
    this.#controls.push({
      checked: undefined,
      bound: undefined,
      isDrawn: false,
      isPrompt: false,
      cached: '',
    });
  }

  /** Text of the control that differs from its custom XML. */
  closeControl(): string {
    const { bound, cached = '' } = this.#controls.pop() ?? {};
    return bound !== undefined && cached.trim() !== bound.trim() ? cached.trim() : '';
  }

  /** Sets what the current control is bound to. */
  bind(value: string | undefined): void {
    const control = this.#controls.at(-1);
    if (control) control.bound = value;
  }

  /** What the tick box of an old form field, which has just been read, shows. */
  get fieldBox(): string {
    return drawn(this.#isBoxTicked);
  }

  /** What the drop-down list of an old form field, which has just been read, shows. */
  get fieldChoice(): string {
    return this.#choices[this.#choice ?? 0] ?? '';
  }

  /** @param looksLikePrompt the text is in the style of prompts */
  of(text: string, looksLikePrompt: boolean): Shown {
    if (this.#fields.includes(true)) return { text: '' };
    const prompt = this.#controls.findLast(({ isPrompt }) => isPrompt);
    if (prompt) {
      if (!prompt.isDrawn) prompt.isPrompt = looksLikePrompt || promptWords.test(text);
      prompt.isDrawn = true;
      if (prompt.isPrompt) return { text: '', aside: text };
    }
    const control = this.#controls.findLast(
      ({ checked, bound }) => checked !== undefined || bound !== undefined,
    );
    if (!control) return { text };
    const isFirst = !control.isDrawn;
    control.isDrawn = true;
    if (control.bound === undefined) return { text: isFirst ? drawn(control.checked === true) : '' };
    control.cached += text;
    return { text: isFirst ? control.bound : '' };
  }

  /** Handles properties of the current control or field. */
  property(name: string, attributes: XmlAttributes, parent: string | undefined): void {
    const control = this.#controls.at(-1);
    const value = attributeOf(attributes, 'val');
    if (name === 'fldChar') this.#field(attributeOf(attributes, 'fldCharType'));
    else if (name === 'checkBox') this.#isBoxTicked = false;
    else if (name === 'ddList') {
      this.#choices = [];
      this.#choice = undefined;
    } else if (name === 'listEntry' && parent === 'ddList') this.#choices.push(value ?? '');
    else if (name === 'default' || name === 'checked' || name === 'result') {
      // The state follows the one that a tick box had at first; in a list the result comes before the default.
      if (parent === 'checkBox') this.#isBoxTicked = isSwitchedOn(value);
      if (parent === 'ddList') this.#choice ??= Number(value) || 0;
    } else if (!control) return;
    // The stored values of these are not what they show.
    else if (parent === 'sdtPr' && /^(?:date|picture|richText)$/.test(name)) control.bound = undefined;
    else if (name === 'listItem' && control.bound !== undefined) {
      const isBound = attributeOf(attributes, 'value') === control.bound;
      if (isBound) control.bound = attributeOf(attributes, 'displayText') ?? control.bound;
    } else if (name === 'w14:checkbox') {
      control.checked ??= false;
      control.bound = undefined;
    } else if (name === 'w14:checked') control.checked = isSwitchedOn(value);
    else if (name === 'showingPlcHdr') control.isPrompt = isSwitchedOn(value);
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(true);
    else if (type === 'end') this.#fields.pop();
    else if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
  }
}
