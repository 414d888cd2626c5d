import { command } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { importBatch, type RegisterRecord, recordsAt } from '../index.ts'

const Duck = Type.Object({ key: Type.String(), rate: Type.String() })

/** Takes the ducks of a year: the whole register from its first day on. */
export const importDucks = command({
  name: 'pond.duck.import',
  summary: { zh: '导入鸭子税率', en: 'Import the rates of ducks' },
  permission: 'pond.duck.import',
  input: Type.Object({ year: Type.Integer(), ducks: Type.Array(Duck) }),
  output: Type.Object({ added: Type.Integer(), ended: Type.Integer(), unchanged: Type.Integer() }),
  example: { input: { year: 2026, ducks: [{ key: 'mallard', rate: '0.10' }] } },
  async handle(work, { year, ducks }) {
    const from = `${year}-01-01`
    const { added, ended, unchanged } = await importBatch(work, {
      register: 'pond.duck',
      edition: String(year),
      year,
      source: 'an example',
      from,
      whole: { from, to: null },
      rows: ducks.map(({ key, rate }) => ({ key, data: { rate } })),
      rejected: [],
    })
    return { added, ended, unchanged }
  },
})

/** The rates that are true on a day, as known now or at a position of the event log. */
export const ratesOn = (tx: Parameters<typeof recordsAt>[0], day: string, knownAt?: number) =>
  recordsAt<{ rate: string }>(tx, 'pond.duck', { day, ...(knownAt !== undefined && { knownAt }) }).then(
    (records: readonly RegisterRecord<{ rate: string }>[]) =>
      Object.fromEntries(records.map(({ key, data }) => [key, data.rate])),
  )
