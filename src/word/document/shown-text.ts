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

/** A field that is open. */
interface Field {
  /** As far as it has been read; undefined once it says nothing more. */
  code: string | undefined;
  isInCode: boolean;
  /** Its text is shown: its result, or what its code says that a button shows. */
  shows: boolean;
}

/** In characters; the names of macros are shorter. */
const longestCode = 300;

/** The text in a field's code that is shown: that of a button, after the macro's name or the bookmark's. */
function shownByCode(field: Field, text: string): string {
  if (field.code === undefined) return '';
  field.code += text;
  const button = /^\s*(?:macro|goto)button\s+\S+\s(.*)$/is.exec(field.code);
  if (button) field.shows = true;
  if (button || field.code.length > longestCode) field.code = undefined;
  return button?.[1] ?? '';
}

const drawn = (isTicked: boolean) => (isTicked ? '☒' : '☐');

/** Programs that fill controls in may leave the mark of a prompt on them: only these begin like one. */
const promptWords = /^\W*(?:click|tap|choose|select|enter|type|bấm|nhấn|nhấp|chạm|chọn|nhập|gõ)(?!\p{L})/iu;

/** Decides which text of a document is read: results of fields, not their codes; tick boxes by their state. */
export class ShownText {
  readonly #controls: Control[] = [];
  readonly #fields: Field[] = [];
  #isBoxTicked: boolean | undefined;
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
    return drawn(this.#isBoxTicked === true);
  }

  /** What the drop-down list of an old form field, which has just been read, shows. */
  get fieldChoice(): string {
    return this.#choices[this.#choice ?? 0] ?? '';
  }

  /** Whether the code of a field is being read. */
  get isInCode(): boolean {
    return this.#fields.at(-1)?.isInCode ?? false;
  }

  /** @param looksLikePrompt the text is in the style of prompts */
  of(text: string, looksLikePrompt: boolean): Shown {
    const field = this.#fields.findLast(({ shows }) => !shows);
    if (field) return { text: shownByCode(field, text) };
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
    else if (name === 'checkBox') this.#isBoxTicked = undefined;
    else if (name === 'ddList') {
      this.#choices = [];
      this.#choice = undefined;
    } else if (name === 'listEntry' && parent === 'ddList') this.#choices.push(value ?? '');
    else if (name === 'default' || name === 'checked' || name === 'result') {
      // The state counts, not the one that a tick box had at first, in whatever order they are.
      if (parent === 'checkBox' && (name === 'checked' || this.#isBoxTicked === undefined))
        this.#isBoxTicked = isSwitchedOn(value);
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
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: '', isInCode: true, shows: false });
    else if (type === 'end') this.#fields.pop();
    // What a button shows is not shown twice.
    else if (field?.isInCode) Object.assign(field, { shows: !field.shows, isInCode: false, code: undefined });
  }
}
