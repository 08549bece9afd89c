export interface CompareOptions {
  /**
   * One of the forms is a Word form: it has no reasons for leaving tasks unrated, and prints titles of who signs and
   * notes in the template's words where a form file leaves them out. Neither is compared.
   */
  readonly withWord?: boolean;
}
