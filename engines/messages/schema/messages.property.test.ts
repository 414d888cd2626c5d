import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cebMessages } from '../ceb/messages.ts'
import { declarationMessages } from '../declaration/messages.ts'
import { dxpMsg, dxpRep } from '../dxp/schema.ts'
import { invtMessages } from '../invt/messages.ts'
import { marketMessages } from '../market/messages.ts'
import type { XmlElement } from '../xml/tree.ts'
import { writeXml } from '../xml/write.ts'
import { buildMessage, parseMessage, validateValue } from './codec.ts'
import { isGroup, type Member } from './member.ts'
import type { MessageSchema } from './message.ts'
import { valid } from './testing/arbitrary.ts'
import { disturbances } from './testing/disturb.ts'
import { mutations } from './testing/mutate.ts'
import { shop } from './testing/shop.ts'

const day = { day: '2026-11-23' }
const schemas: readonly (readonly [string, MessageSchema])[] = [
  ...Object.entries(cebMessages),
  ['DxpMsg', dxpMsg],
  ['DxpRep', dxpRep],
  ...Object.entries(declarationMessages),
  ...Object.entries(invtMessages),
  ...Object.entries(marketMessages),
  ['Shop', shop],
]

function xmlOf(schema: MessageSchema, value: unknown): string {
  const built = buildMessage(schema, value as never, day)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults.slice(0, 3)))
  return built.xml
}

describe.each(schemas)('%s', (_, schema) => {
  it('built and read again is the same value, for any valid value', () => {
    fc.assert(
      fc.property(valid(schema), value => {
        const parsed = parseMessage(schema, new TextEncoder().encode(xmlOf(schema, value)), day)
        expect('value' in parsed ? parsed.value : parsed.faults).toEqual(value)
      }),
      { numRuns: 15 },
    )
  })

  it('is refused with any single value made wrong, at the place where it is wrong', () => {
    fc.assert(
      fc.property(valid(schema), value => {
        for (const one of mutations(schema, value)) {
          const codes = validateValue(schema, one.value, day).faults.map(({ code }) => code)
          expect([one.name, codes]).toEqual([one.name, [one.code]])
        }
      }),
      { numRuns: 2 },
    )
  })

  it('is refused with any element repeated, moved, renamed or given an attribute', () => {
    fc.assert(
      fc.property(valid(schema), fc.nat(), (value, number) => {
        const parsed = parseMessage(schema, xmlOf(schema, value), day)
        if ('faults' in parsed) throw new Error('not valid')
        const all = [...disturbances(parsed.document.root, shapeOf(schema))]
        const one = all[number % all.length]!
        const read = parseMessage(schema, writeXml(one.root), day)
        const found = 'faults' in read ? read.faults.map(({ code }) => code as string) : ['none']
        expect([one.name, found.some(code => one.codes.includes(code)), found]).toEqual([
          one.name,
          true,
          found,
        ])
      }),
      { numRuns: 12 },
    )
  })
})

/** How the content of an element is read, for the disturbances that would be none there. */
const shapeOf = (schema: MessageSchema) => (element: XmlElement) => {
  if (!element.parent) return schema.content.isAnyOrder ? 'any order' : 'ordered'
  const member = memberOf(schema, element)
  if (!member || !isGroup(member.of)) return member?.presence === 'many' ? 'texts' : 'text'
  return member.of.isAnyOrder ? 'any order' : 'ordered'
}

function memberOf(schema: MessageSchema, { parent, local }: XmlElement): Member | undefined {
  if (!parent) return undefined
  if (!parent.parent) return schema.content.members[local]
  const of = memberOf(schema, parent)?.of
  return of && isGroup(of) ? of.members[local] : undefined
}
