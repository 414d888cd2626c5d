import { type Findable, recordsOf } from '@tongqu/kernel/search'
import { same } from './plans.ts'

interface CoverRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly code: string
  readonly office: string
  readonly readers: string[]
  readonly at: Date
}

const readers = (id: string, owner: string) => `
  array(select ${owner} union select p.party_id from customs.cover_party p where p.cover_id = ${id} and p.to_at is null)`

export const guarantees: Findable = {
  kind: 'guarantee',
  name: { zh: '担保', en: 'Guarantees' },
  permission: 'customs.guarantee.read',
  edition: 1,
  ...recordsOf('customs.guarantee'),
  async read(tx, keys) {
    const rows = await tx.query<CoverRow>(
      `select g.id, g.number, g.name, g.code, g.office, g.at, ${readers('g.id', 'g.party_id')} as readers
       from customs.guarantee g where g.id = any($1::uuid[])`,
      [keys],
    )
    return rows.map(row => entryOf(row, `/covers/guarantees/${row.id}`))
  },
}

export const books: Findable = {
  kind: 'book',
  name: { zh: '账册', en: 'Bonded books' },
  permission: 'customs.book.read',
  edition: 1,
  ...recordsOf('customs.book'),
  async read(tx, keys) {
    const rows = await tx.query<CoverRow>(
      `select b.id, b.number, b.firm_name as name, b.firm_code as code, b.office, b.at,
         ${readers('b.id', 'b.party_id')} as readers
       from customs.book b where b.id = any($1::uuid[])`,
      [keys],
    )
    return rows.map(row => entryOf(row, `/covers/books/${row.id}`))
  },
}

const entryOf = ({ id, number, name, code, office, readers, at }: CoverRow, page: string) => ({
  key: id,
  number,
  numbers: [code],
  title: same(name),
  note: { zh: `海关 ${office}`, en: `Customs office ${office}` },
  page,
  readers,
  at,
})

interface BillRow extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly list_no: string
  readonly tax_no: string
  readonly received_at: Date
}

export const taxBills: Findable = {
  kind: 'tax',
  name: { zh: '税单', en: 'Tax bills' },
  permission: 'customs.tax.read',
  edition: 1,
  ...recordsOf('customs.tax_bill'),
  async read(tx, keys) {
    const rows = await tx.query<BillRow>(
      'select id, party_id, list_no, tax_no, received_at from customs.tax_bill where id = any($1::uuid[])',
      [keys],
    )
    return rows.map(({ id, party_id, list_no, tax_no, received_at }) => ({
      key: id,
      number: tax_no,
      numbers: [list_no],
      title: same(tax_no),
      note: { zh: `清单 ${list_no}`, en: `List ${list_no}` },
      page: `/covers/taxes/${id}`,
      readers: [party_id],
      at: received_at,
    }))
  },
}
