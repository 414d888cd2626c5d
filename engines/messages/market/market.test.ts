import { describe, expect, test } from 'vitest'
import { buildMessage, parseMessage } from '../schema/codec.ts'
import type { MessageValue } from '../schema/message.ts'
import { readXml } from '../xml/read.ts'
import { marketMessageOf, marketMessages } from './messages.ts'
import { readMarketReply, risksOf } from './reply.ts'

const day = { day: '2026-11-23' }
const { TRAD } = marketMessages

const sale: MessageValue<typeof TRAD> = {
  Head: {
    MessageId: 'TRAD_914201000000000011_20261123101500001',
    MessageType: 'TRAD',
    Sender: '914201000000000011',
    Receiver: 'GZSW',
    opType: 'A',
  },
  Declaration: {
    TradeList: {
      Trade: [
        {
          buyer: 'P00000001',
          solder: '92420100MA00000001',
          tradingId: 'T-1',
          createOrg: '914201000000000011',
          TradeDetailList: {
            TradeDetail: [
              {
                goodsCode: 'G-000001',
                quantity: '12.5',
                price: '3.1000',
                totalPrice: '38.75',
                tradeCurr: '502',
                tradeDetailId: '1',
              },
              { goodsCode: 'G-000002', quantity: '2', price: '1', totalPrice: '2', tradeCurr: '502' },
            ],
          },
        },
      ],
    },
  },
}

function built(): string {
  const made = buildMessage(TRAD, sale, day)
  if ('faults' in made) throw new Error(JSON.stringify(made.faults))
  return made.xml
}

const faultsOf = (xml: string) => {
  const parsed = parseMessage(TRAD, xml, day)
  return 'faults' in parsed ? parsed.faults.map(({ code, path }) => [code, path]) : []
}
const trade = 'SubjectInfo/Declaration/TradeList/Trade'

describe('a sale', () => {
  test('comes back exactly as it was built', () => {
    expect(parseMessage(TRAD, built(), day)).toMatchObject({ value: sale })
  })

  test('is read with the head in the order of another program', () => {
    const head = /<opType>A<\/opType>/
    expect(faultsOf(built().replace(head, '').replace('<Head>', '<Head><opType>A</opType>'))).toEqual([])
  })

  test.each([
    ['no buyer', '<buyer>P00000001', '<buyer>', 'message.empty', `${trade}/buyer`],
    [
      'a price that is no number',
      '3.1000',
      '3,1',
      'message.not_a_number',
      `${trade}/TradeDetailList/TradeDetail[1]/price`,
    ],
    ['a message of another kind', '>TRAD<', '>COMB<', 'message.not_a_choice', 'SubjectInfo/Head/MessageType'],
    ['a root of another name', /SubjectInfo/g, 'Subject', 'message.wrong_root', 'Subject'],
  ] as const)('%s is refused at its place', (_, from, to, code, path) => {
    expect(faultsOf(built().replace(from, to))).toEqual([[code, path]])
  })

  test('without a line is refused', () => {
    const bare = built().replace(/<TradeDetail>.*<\/TradeDetail>/s, '')
    expect(faultsOf(bare)).toEqual([['message.missing', `${trade}/TradeDetailList/TradeDetail`]])
  })
})

function kindOf(xml: string): string | undefined {
  const read = readXml(xml)
  if ('refusal' in read) throw new Error(read.refusal.code)
  return marketMessageOf(read.document)?.name
}

test('a document is what its head says', () => {
  expect(kindOf(built())).toBe('TRAD')
  expect(kindOf(built().replace('>TRAD<', '>PACK<'))).toBe('PACK')
  expect(kindOf(built().replace('>TRAD<', '>toString<'))).toBeUndefined()
  expect(kindOf(built().replace(/<Head>.*<\/Head>/s, ''))).toBeUndefined()
  expect(kindOf('<Other/>')).toBeUndefined()
})

describe('the platform’s answer', () => {
  const outcomeOf = (text: string) => {
    const read = readMarketReply(text)
    return 'reply' in read ? read.reply.outcome : read.refusal.code
  }

  test('gives the numbers of what it took', () => {
    const text = '{"result":"1","errorMessage":null,"otherMessage":[{"tradingNo":"JY1","line":2}]}'
    expect(readMarketReply(text)).toEqual({
      reply: { outcome: 'accepted', errorMessage: '', records: [{ tradingNo: 'JY1', line: '2' }] },
    })
  })

  test('says why it refuses', () => {
    expect(readMarketReply('{"result":0,"errorMessage":"采购商未备案"}')).toEqual({
      reply: { outcome: 'refused', errorMessage: '采购商未备案', records: [] },
    })
  })

  test('is unknown, and never taken as accepted, in any other shape', () => {
    const shapes = ['{}', '[]', '"1"', '1', 'null', '{"result":true}', '{"result":"1 "}', '{"result":["1"]}']
    expect(shapes.map(outcomeOf)).toEqual(shapes.map(() => 'unknown'))
    expect(outcomeOf('{"result":1')).toMatch(/^json\./)
    expect(outcomeOf('{"result":0,"result":1}')).toMatch(/^json\./)
  })

  test('tells each risk with its way out', () => {
    const text =
      '{"result":"0","otherMessage":[{"exceptionCode0":"R1","solveWay0":"补充","exceptionMsg0":"单价偏低","exceptionCode1":"R2"}]}'
    const read = readMarketReply(text)
    expect('reply' in read && read.reply.records.flatMap(risksOf)).toEqual([
      { code: 'R1', wayOut: '补充', reason: '单价偏低' },
      { code: 'R2', wayOut: '', reason: '' },
    ])
  })
})
