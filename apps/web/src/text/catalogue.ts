export type Language = 'zh' | 'en'

type Wording = string | ((...values: never[]) => string)

/** One text in both languages; a wording with places is a function of what stands in them. */
type Entry = { readonly [L in Language]: Wording }

/** A page's texts. Each entry names both languages, so a missing one does not compile. */
export type Catalogue = Readonly<Record<string, Entry>>

/** An entry's two wordings must be of one kind: both plain, or both functions of the same places. */
type Paired<C extends Catalogue> = {
  [K in keyof C]: C[K]['zh'] extends string ? { zh: string; en: string } : { zh: C[K]['zh']; en: C[K]['zh'] }
}

export type Texts<C extends Catalogue> = {
  readonly [K in keyof C]: C[K]['zh'] extends string ? string : C[K]['zh']
}

/** States a page's texts: `catalogue({ title: { zh: '计划', en: 'Plans' } })`. */
export function catalogue<const C extends Catalogue>(entries: C & Paired<C>): C {
  return entries
}

/** The texts of a catalogue in one language. */
export function inLanguage<C extends Catalogue>(entries: C, language: Language): Texts<C> {
  const texts = Object.entries(entries).map(([key, entry]) => [key, entry[language]])
  return Object.fromEntries(texts) as Texts<C>
}
