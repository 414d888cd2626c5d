import { query } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { refusals } from '@tongqu/kernel/refusal'
import type { Findable } from '@tongqu/kernel/search'
import { Type } from 'typebox'
import { type LetterFile, LetterSchema } from './contract.ts'
import { readLetter } from './read.ts'
import { letterWithStates } from './rules.ts'

const letterRefusals = refusals({
  'letter.none': {
    status: 404,
    text: { zh: '本城市的数据包没有复函', en: "The city's pack holds no letter" },
    remedy: { zh: '在数据包中加入 letter.yaml', en: 'Add letter.yaml to the pack' },
  },
})

/** The city's letter as the product's table of contents: its states come from what the modules register. */
export function letterModule(services: HostServices): Module {
  const file = letterOf(services)
  const list = query({
    name: 'letter.row.list',
    summary: { zh: '复函各项及其现状', en: "The letter's rows and how each stands" },
    permission: 'public',
    input: Type.Object({}, { additionalProperties: false }),
    output: LetterSchema,
    refusals: ['letter.none'],
    example: { input: {} },
    handle: async () =>
      file ? letterWithStates(file, services.registry().serves()) : letterRefusals.refuse('letter.none'),
  })
  return { name: 'letter', refusals: [letterRefusals], calls: [list], finds: file ? [rowsOf(file)] : [] }
}

/** The letter's rows are found by what they are called. */
function rowsOf({ rows }: LetterFile): Findable {
  return {
    kind: 'letter',
    name: { zh: '复函事项', en: 'Rows of the letter' },
    permission: 'public',
    edition: 1,
    texts: () =>
      rows.map(({ row, title }) => ({
        key: String(row),
        number: String(row),
        title,
        page: `/letter#row-${row}`,
      })),
  }
}

/** The letter of the narrowest pack that has one. */
function letterOf({ packs }: HostServices): LetterFile | undefined {
  const yaml = packs?.map(pack => pack.files.get('letter.yaml')).findLast(text => text !== undefined)
  if (yaml === undefined) return undefined
  const read = readLetter(yaml)
  if (!read.ok) throw new Error(`letter.yaml: ${read.problems.join('; ')}`)
  return read.file
}
