import { Type } from 'typebox'
import { closed, type Definition, query } from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import { find } from './find.ts'

const Text = Type.Object({ zh: Type.String(), en: Type.String() })

/** Calls on the search. */
export function searchCalls({ registry }: Pick<HostServices, 'registry'>): Definition[] {
  return [
    query({
      name: 'kernel.search.find',
      summary: {
        zh: '按编号、名称、拼音查找您能看到的一切',
        en: 'Find what you may see by number, name or pinyin',
      },
      permission: 'public',
      input: closed({
        text: Type.String({ maxLength: 200, description: 'Number, name, pinyin or its initials' }),
        kinds: Type.Optional(
          Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40, description: 'Absent: all' }),
        ),
        /** Of a kind. */
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
      }),
      output: closed({
        /** The best first. */
        kinds: Type.Array(
          closed({
            kind: Type.String(),
            name: Text,
            hits: Type.Array(
              closed({
                key: Type.String(),
                number: Type.Optional(Type.String()),
                title: Text,
                note: Type.Optional(Text),
                page: Type.String({ description: 'Address in the console' }),
              }),
            ),
          }),
        ),
      }),
      verb: 'find <text>',
      example: { input: { text: 'yiwu' } },
      async handle(work, { text, kinds, limit = 6 }) {
        const all = registry().finds()
        const wanted = kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all
        const found = text.trim() === '' ? [] : await find(work.tx, work.actor, wanted, text, limit)
        return {
          kinds: found.map(({ findable, hits }) => ({
            kind: findable.kind,
            name: findable.name,
            hits: hits.map(({ key, number, title, note, page }) => ({
              key,
              ...(number !== null && { number }),
              title,
              ...(note !== null && { note }),
              page,
            })),
          })),
        }
      },
      view: ({ kinds }) => [
        {
          table: {
            columns: [
              { title: { zh: '类别', en: 'Kind' } },
              { title: { zh: '编号', en: 'Number' } },
              { title: { zh: '名称', en: 'Name' } },
              { title: { zh: '说明', en: 'Note' } },
            ],
            rows: kinds.flatMap(({ name, hits }) => hits.map(hit => [name, hit.number, hit.title, hit.note])),
            none: { zh: '没有找到', en: 'Nothing was found' },
          },
        },
      ],
    }),
  ]
}
