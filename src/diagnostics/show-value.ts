const maxLength = 60;

/** A value of a form file for messages: lists by their items, maps by their keys, never in full length. */
export function showValue(value: unknown): string {
  const text = shown(value);
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.slice(0, maxLength).map(showValue).join(', ');
  if (typeof value !== 'object') return String(value);
  // Maps of a form file have no prototype: String() would throw.
  const keys = Object.keys(value).slice(0, maxLength);
  return `{${keys.map((key) => `${key}: …`).join(', ')}}`;
}
