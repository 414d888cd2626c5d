/** A text in the two languages of the house. */
export interface Text {
  readonly zh: string
  readonly en: string
}
