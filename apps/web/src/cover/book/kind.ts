const kinds = ['book', 'handbook'] as const

/** What a book is called by its kind; the kind itself where it has no name here. */
export function kindName(t: Readonly<Record<(typeof kinds)[number], string>>, kind: string): string {
  const known = kinds.find(each => each === kind)
  return known ? t[known] : kind
}
