import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { inv101 } from '../invt/message.ts'
import { validateValue } from '../schema/codec.ts'
import { type ConditionVersion, conditionOf } from '../schema/condition-of.ts'
import { type Group, isGroup, type Member } from '../schema/member.ts'
import type { MessageSchema } from '../schema/message.ts'
import { decMessage } from './message.ts'

const file = new URL('../../../packs/cn/rules/messages-declaration.yaml', import.meta.url)

interface Parameters {
  readonly parameters: readonly { readonly id: string; readonly values: readonly ConditionVersion[] }[]
}

/** The rules of the national pack, read as the rules engine reads them: every scalar is text. */
const { parameters } = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Parameters
const conditions = parameters.flatMap(({ id, values }) =>
  values.map(version => {
    const condition = conditionOf(id, version)
    if ('code' in condition) throw new Error(JSON.stringify(condition))
    return condition
  }),
)

const schemas: Readonly<Record<string, MessageSchema>> = { DecMessage: decMessage, INV101: inv101 }

function memberAt(group: Group, path: string): Member | undefined {
  const [name = '', ...rest] = path.split('.')
  const member = group.members[name]
  if (!member || rest.length === 0) return member
  return isGroup(member.of) ? memberAt(member.of, rest.join('.')) : undefined
}

function groupAt(schema: MessageSchema, record: string): Group {
  if (record === '') return schema.content
  const of = memberAt(schema.content, record)?.of
  if (!of || !isGroup(of)) throw new Error(`${record} is no record`)
  return of
}

/** What the rules of the day say of a value, without the faults of its shape. */
function told(schema: MessageSchema, value: unknown): string[] {
  const { faults } = validateValue(schema, value, { day: '2026-11-23', conditions })
  return faults.map(({ code, path }) => `${code} ${path}`)
}

test('the rules name messages and elements that are there', () => {
  for (const one of conditions) {
    const record = groupAt(schemas[one.message]!, one.record)
    for (const path of [...one.needs, ...one.forbids, ...Object.keys(one.when)])
      expect([one.id, path, memberAt(record, path)?.presence]).not.toContain(undefined)
    // What the schema asks for itself need not be asked for again.
    for (const path of one.needs)
      expect([one.id, path, memberAt(record, path)?.presence]).toContain('optional')
  }
})

describe('a declaration', () => {
  const draft = (operType: string, head: object = {}) => ({
    DecHead: {
      IEFlag: 'E',
      AgentCode: '4201980001',
      AgentName: '某某',
      CustomMaster: '4719',
      CopName: '某某',
      CopCode: '4201980001',
      TypistNo: '1',
      InputerName: '张三',
      DeclTrnRel: '0',
      PromiseItmes: '00000',
      TradeAreaCode: 'USA',
      DeclareName: '李四',
      ...head,
    },
    DecLists: { DecList: [{ CodeTS: '8507600090', GNo: '1', DestinationCountry: 'CHN' }] },
    DecSign: { OperType: operType, ClientSeqNo: 'TQ1' },
    EcoRelation: [],
    EdocRealation: [],
  })

  test('may be kept with little in it', () => {
    expect(told(decMessage, draft('G'))).toEqual([])
  })

  test('says all that is missing when it is declared', () => {
    const found = told(decMessage, draft('C'))
    expect(found).toContain('message.needed DecMessage/DecHead/TradeMode')
    expect(found).toContain('message.needed DecMessage/DecLists/DecList/GQty')
    expect(found).toContain('message.needed DecMessage/DecSign/Sign')
    expect(found).not.toContain('message.needed DecMessage/DecHead/GoodsPlace')
    expect(found).toHaveLength(32)
  })

  test('of an import says the port of departure and where the goods are kept', () => {
    const found = told(decMessage, draft('D', { IEFlag: 'I' }))
    expect(found).toContain('message.needed DecMessage/DecHead/DespPortCode')
    expect(found).toContain('message.needed DecMessage/DecHead/GoodsPlace')
  })
})

describe('a bonded list', () => {
  const firm = (...names: string[]) => Object.fromEntries(names.map(name => [name, '某某']))
  const list = (head: object) => ({
    Object: {
      Package: {
        EnvelopInfo: { message_type: 'INV101' },
        DataInfo: {
          BussinessData: {
            InvtMessage: {
              InvtHeadType: {
                PutrecNo: 'T1',
                EtpsInnerInvtNo: 'N1',
                ...Object.fromEntries(
                  ['BizopEtpsno', 'RcvgdEtpsno', 'DclEtpsno', 'InputCode'].map(name => [name, '4201980001']),
                ),
                ...Object.fromEntries(
                  ['BizopEtpsSccd', 'RvsngdEtpsSccd', 'DclEtpsSccd', 'InputCreditCode'].map(name => [
                    name,
                    '914201000000000011',
                  ]),
                ),
                ...firm('BizopEtpsNm', 'RcvgdEtpsNm', 'DclEtpsNm', 'InputName'),
                ImpexpPortcd: '4719',
                DclPlcCuscd: '4719',
                ImpexpMarkcd: 'E',
                MtpckEndprdMarkcd: 'I',
                SupvModecd: '1210',
                TrspModecd: '9',
                StshipTrsarvNatcd: 'CHN',
                GenDecFlag: '2',
                ...head,
              },
              InvtListType: [],
              InvtDecListType: [],
              OperCusRegCode: '4201980001',
              SysId: 'Z8',
            },
            DelcareFlag: '0',
          },
        },
      },
    },
  })
  const head = 'Signature/Object/Package/DataInfo/BussinessData/InvtMessage/InvtHeadType'

  test('without a declaration names no kind of one', () => {
    expect(told(inv101, list({ DclcusFlag: '2' }))).toEqual([])
    expect(told(inv101, list({ DclcusFlag: '2', DclcusTypecd: '1' }))[0]).toBe(
      `message.not_allowed ${head}/DclcusTypecd`,
    )
  })

  test('with a declaration says of which kind, and who declares it', () => {
    expect(told(inv101, list({ DclcusFlag: '1' }))).toEqual([`message.needed ${head}/DclcusTypecd`])
    expect(told(inv101, list({ DclcusFlag: '1', DclcusTypecd: '2' }))).toEqual(
      ['CorrEntryDclEtpsNo', 'CorrEntryDclEtpsSccd', 'CorrEntryDclEtpsNm'].map(
        name => `message.needed ${head}/${name}`,
      ),
    )
    expect(told(inv101, list({ DclcusFlag: '1', DclcusTypecd: '1' }))).toHaveLength(9)
  })
})
