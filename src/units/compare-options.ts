export interface CompareOptions {
  /** One of the forms is a Word form, which has no reasons for leaving tasks unrated: they are not compared. */
  readonly withoutReasons?: boolean;
}
