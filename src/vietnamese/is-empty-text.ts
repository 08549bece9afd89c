/** Nothing but white space (no-break spaces and line breaks included) and characters without any width. */
const EMPTY = /^[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/;

/** Whether a reader sees nothing of `text`. */
export const isEmptyText = (text: string): boolean => EMPTY.test(text);
