import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readLetter } from './read.ts'
import { letterWithStates, rowState } from './rules.ts'

const yaml = readFileSync(new URL('../../packs/wuhan/letter.yaml', import.meta.url), 'utf8')
const wuhan = () => {
  const read = readLetter(yaml)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.file
}
const whole = { query: 'customs.plan.list', page: '/plans' }
const part = { ...whole, part: { zh: '出口', en: 'export' } }

describe("the city's letter", () => {
  it('has 153 rows in the order of the letter, each with a unit and both languages', () => {
    const { rows, sections } = wuhan()
    expect(rows.map(row => row.row)).toEqual(Array.from({ length: 153 }, (_, at) => at + 1))
    const places = rows.map(row => sections.findIndex(section => section.id === row.section))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('says no state, and refuses one that somebody typed', () => {
    const typed = readLetter(yaml.replace('    kind: case\n', '    kind: case\n    state: whole\n'))
    expect(typed.ok).toBe(false)
  })

  it('refuses a row whose unit is in no list, and says which', () => {
    const read = readLetter(yaml.replace('    unit: culture-tourism\n', '    unit: harbour\n'))
    expect(read).toEqual({ ok: false, problems: ['row 17: there is no unit harbour'] })
  })

  it('refuses a row that stands twice', () => {
    const read = readLetter(yaml.replace('  - row: 18\n', '  - row: 17\n'))
    expect(read).toEqual({ ok: false, problems: ['row 17 stands twice'] })
  })

  it('is refused, not thrown, when it is no YAML', () => {
    expect(readLetter('rows: [').ok).toBe(false)
  })
})

describe('the state of a row', () => {
  it('is none when nothing serves it', () => {
    expect(rowState([])).toBe('none')
  })

  it('is part while each serving covers only a part', () => {
    expect(rowState([part, part])).toBe('part')
  })

  it('is whole as soon as one serving covers all of it', () => {
    expect(rowState([part, whole])).toBe('whole')
  })

  it('stands in the letter with the queries and pages that serve the row, and is counted', () => {
    const letter = letterWithStates(wuhan(), [
      { row: 134, ...whole },
      { row: 130, ...part },
      { row: 999, ...whole },
    ])
    expect(letter.counts).toEqual({ none: 151, part: 1, whole: 1 })
    const found = letter.rows.filter(row => row.state !== 'none')
    expect(found.map(row => [row.row, row.state, row.servedBy])).toEqual([
      [130, 'part', [part]],
      [134, 'whole', [whole]],
    ])
  })
})
