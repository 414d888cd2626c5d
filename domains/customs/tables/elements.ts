/**
 * Declaration elements (申报要素) of a code, written as one text: "1品牌类型;2用途;3材质;".
 *
 * The numbers are read by expectation, not by pattern, because an element may itself begin with a digit
 * ("4250℃蒸馏…" is the fourth element, "250℃…") or hold a semicolon ("4加工工艺(如甲;乙)").
 */
export interface Elements {
  readonly names: readonly string[]
  /** False when the text does not follow the numbering; the names are then what could be read. */
  readonly regular: boolean
}

const WIDE_SPACE = /[\u3000\u00A0\u200B]/g

/** Splits the text into element names in their order; `names` is empty when it holds no numbered element. */
export const parseElements = (text: string): Elements => {
  const names: string[] = []
  let regular = text.endsWith(';')
  for (const part of text.split(';')) {
    const number = String(names.length + 1)
    if (part.startsWith(number)) names.push(part.slice(number.length))
    else if (part === '') continue
    else if (names.length > 0 && opensBracket(names.at(-1) ?? '')) names.push(`${names.pop()};${part}`)
    else regular = false
  }
  if (names.some(name => name.trim() === '')) regular = false
  return {
    names: names.map(name => name.replace(WIDE_SPACE, ' ').trim()).filter(name => name !== ''),
    regular,
  }
}

const opensBracket = (text: string): boolean =>
  (text.match(/[(（]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0)
