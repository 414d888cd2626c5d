/** A text for people, in the two languages the product speaks. Chinese first. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text

/** Values that fill the `{name}` places of a text. */
export type TextParams = Readonly<Record<string, string | number | boolean | readonly string[]>>

const place = /\{(\w+)\}/g

/** Fills the places of a text; a place without a value stays visible, so that the gap is seen. */
export function fill(text: Text, language: Language, params: TextParams = {}): string {
  return text[language].replace(place, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return Array.isArray(value) ? value.join(language === 'zh' ? '、' : ', ') : String(value)
  })
}
