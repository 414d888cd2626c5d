import { Check, Errors } from 'typebox/value'
import { parse } from 'yaml'
import { type LetterFile, LetterFileSchema } from './contract.ts'

export type LetterRead =
  | { readonly ok: true; readonly file: LetterFile }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads a pack's letter.yaml. Everything wrong with it is named in English, for the person who edits the pack:
 * shape, a row or id that stands twice, a unit or section that is not in its list.
 */
export const readLetter = (yaml: string): LetterRead => {
  let file: unknown
  try {
    file = parse(yaml)
  } catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : String(error)] }
  }
  if (!Check(LetterFileSchema, file)) {
    const problems = [...Errors(LetterFileSchema, file)].map(
      one => `${one.instancePath || '/'} ${one.message}`,
    )
    return { ok: false, problems }
  }
  const problems = crossProblems(file)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file }
}

const crossProblems = (file: LetterFile): string[] => {
  const units = new Set(file.units.map(unit => unit.id))
  const sections = new Set(file.sections.map(section => section.id))
  const twice = (what: string, ids: readonly (string | number)[]) =>
    ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `${what} ${id} stands twice`)
  const unknown = (where: string, what: string, ids: readonly string[], known: ReadonlySet<string>) =>
    ids.filter(id => !known.has(id)).map(id => `${where}: there is no ${what} ${id}`)
  return [
    ...twice('unit', [...file.units.map(unit => unit.id)]),
    ...twice('section', [...file.sections.map(section => section.id)]),
    ...twice('row', [...file.rows.map(row => row.row)]),
    ...unknown('letter', 'unit', [file.letter.author], units),
    ...file.sections.flatMap(one =>
      unknown(`section ${one.id}`, 'section', one.in ? [one.in] : [], sections),
    ),
    ...file.rows.flatMap(row => [
      ...unknown(`row ${row.row}`, 'section', [row.section], sections),
      ...unknown(`row ${row.row}`, 'unit', [row.unit, ...(row.with ?? [])], units),
    ]),
  ]
}
