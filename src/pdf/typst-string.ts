/** Text as a string literal of Typst: nothing in it can act as markup or code. */
export const typstString = (text: string): string =>
  `"${text.replace(illegal, '').replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

/** Control characters and halves of surrogate pairs: no text. */
const illegal = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;
