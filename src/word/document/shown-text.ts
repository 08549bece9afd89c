import { attributeOf, type XmlAttributes } from '../package/read-xml.ts';
import { isSwitchedOn } from './is-switched-on.ts';

/** A content control (`w:sdt`). */
interface Control {
  /** Of a tick box; undefined for other controls. */
  checked: boolean | undefined;
  isDrawn: boolean;
  /** It shows what is to be typed, such as “Click here to enter text”. */
  isPlaceholder: boolean;
}

const drawn = (isTicked: boolean) => (isTicked ? '☒' : '☐');

/** Tells what of a document's text is to be read: results of fields, not their codes; tick boxes by their state. */
export class ShownText {
  readonly #controls: Control[] = [];
  /** For each field that is open, whether its code is being read, not its result. */
  readonly #fields: boolean[] = [];
  #isBoxTicked = false;

  openControl(): void {
    this.#controls.push({ checked: undefined, isDrawn: false, isPlaceholder: false });
  }

  closeControl(): void {
    this.#controls.pop();
  }

  /** What the tick box of an old form field, which has just been read, shows. */
  get fieldBox(): string {
    return drawn(this.#isBoxTicked);
  }

  /** What is read for a text; nothing for the code of a field, for a prompt, and for how a tick box is drawn. */
  of(text: string): string {
    if (this.#fields.includes(true) || this.#controls.some(({ isPlaceholder }) => isPlaceholder)) return '';
    const box = this.#controls.findLast(({ checked }) => checked !== undefined);
    if (!box) return text;
    const isFirst = !box.isDrawn;
    box.isDrawn = true;
    return isFirst ? drawn(box.checked === true) : '';
  }

  /** Takes what properties of the control or field at hand say. */
  property(name: string, attributes: XmlAttributes, parent: string | undefined): void {
    const control = this.#controls.at(-1);
    const isOn = () => isSwitchedOn(attributeOf(attributes, 'val'));
    switch (name) {
      case 'fldChar':
        this.#field(attributeOf(attributes, 'fldCharType'));
        break;
      case 'checkBox':
        this.#isBoxTicked = false;
        break;
      case 'default':
      case 'checked':
        // The state stands behind the one that the box had at first.
        if (parent === 'checkBox') this.#isBoxTicked = isOn();
        break;
      case 'w14:checkbox':
        if (control) control.checked ??= false;
        break;
      case 'w14:checked':
        if (control) control.checked = isOn();
        break;
      case 'showingPlcHdr':
        if (control) control.isPlaceholder = isOn();
    }
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(true);
    else if (type === 'end') this.#fields.pop();
    else if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
  }
}
