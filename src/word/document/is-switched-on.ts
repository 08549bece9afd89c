/** `w:val` of a switch: on when it is left out (ECMA-376 17.17.4). */
export const isSwitchedOn = (value: string | undefined): boolean =>
  value === undefined || /^(?:1|true|on)$/.test(value);
