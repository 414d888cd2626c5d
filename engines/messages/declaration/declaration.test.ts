import { describe, expect, test } from 'vitest'
import { buildMessage, parseMessage } from '../schema/codec.ts'
import { textOf, type XmlElement } from '../xml/tree.ts'
import { decChannelOf, decChannels } from './channel.ts'
import { type DecMessage, decMessage } from './message.ts'
import { declarationMessageOf } from './messages.ts'
import { entryNumberOf } from './numbers.ts'
import { clientFailure, decImportResponse, decResult } from './receipts.ts'

const day = { day: '2026-11-23' }

const declaration: DecMessage = {
  version: '4.8',
  DecHead: {
    IEFlag: 'E',
    AgentCode: '4201980001',
    AgentName: '武汉某某报关有限公司',
    ContrNo: 'TQ-2026-1',
    CustomMaster: '4719',
    CutMode: '101',
    GrossWet: '120.5',
    IEPort: '4719',
    NetWt: '110',
    NoteS: '买方：某某 & <Co>',
    PackNo: '12',
    TradeMode: '0110',
    TransMode: '3',
    CopName: '武汉某某报关有限公司',
    CopCode: '4201980001',
    EntryType: 'M',
    TypistNo: '8930000000001',
    InputerName: '张三',
    DeclTrnRel: '0',
    PromiseItmes: '00000',
    TradeAreaCode: 'USA',
    DeclareName: '李四',
  },
  DecLists: {
    DecList: [
      {
        CodeTS: '8507600090',
        DeclPrice: '86.6667',
        GModel: '1|0|锂离子|储能用|某某牌',
        GName: '锂电池',
        GNo: '1',
        OriginCountry: 'USA',
        DestinationCountry: 'CHN',
        DeclTotal: '166.40',
        GQty: '1.92',
        GUnit: '035',
        TradeCurr: 'USD',
      },
    ],
  },
  DecContainers: { Container: [{ ContainerId: 'TEMU1234567', ContainerMd: '11', GoodsNo: '1' }] },
  DecSign: { OperType: 'G', ClientSeqNo: 'TQ2026112300001' },
  EcoRelation: [],
  DecOtherPacks: { DecOtherPack: [] },
  EdocRealation: [{ EdocID: '4719000001.pdf', EdocCode: '00000001', EdocFomatType: 'US' }],
}

function built(value = declaration): string {
  const made = buildMessage(decMessage, value, day)
  if ('faults' in made) throw new Error(JSON.stringify(made.faults))
  return made.xml
}

const faultsOf = (change: (xml: string) => string) => {
  const parsed = parseMessage(decMessage, change(built()), day)
  return 'faults' in parsed ? parsed.faults.map(({ code, path }) => [code, path]) : []
}

/** The names of the elements under one, as they stand there. */
const namesUnder = (element: XmlElement) =>
  element.children.flatMap(child => (child.kind === 'element' ? [child.local] : []))

describe('a declaration', () => {
  test('comes back exactly as it was built', () => {
    expect(parseMessage(decMessage, built(), day)).toMatchObject({ value: declaration })
  })

  test('is written in the namespace and the order of the counter, its texts as CDATA where the counter has them', () => {
    const xml = built()
    expect(xml).toContain('<DecMessage xmlns="http://www.chinaport.gov.cn/dec" version="4.8">')
    expect(xml).toContain('<NoteS><![CDATA[买方：某某 & <Co>]]></NoteS>')
    expect(xml).toContain('<GModel><![CDATA[1|0|锂离子|储能用|某某牌]]></GModel>')
    const parsed = parseMessage(decMessage, xml, day)
    if (!('value' in parsed)) throw new Error('not read')
    const [head] = parsed.document.root.children as XmlElement[]
    expect(namesUnder(head!).slice(0, 5)).toEqual([
      'IEFlag',
      'AgentCode',
      'AgentName',
      'ContrNo',
      'CustomMaster',
    ])
    expect(textOf(head!.children[0] as XmlElement)).toBe('E')
  })

  test('is read with its parts in another order, but not with the elements inside them moved', () => {
    const sign = /<DecSign>.*<\/DecSign>/.exec(built())![0]
    expect(faultsOf(xml => xml.replace(sign, '').replace('<DecHead>', `${sign}<DecHead>`))).toEqual([])
    expect(
      faultsOf(xml =>
        xml.replace('<IEFlag>E</IEFlag>', '').replace('<ContrNo>', '<IEFlag>E</IEFlag><ContrNo>'),
      ),
    ).toEqual([['message.wrong_order', 'DecMessage/DecHead/IEFlag']])
  })

  test.each([
    [
      'a tariff code of eight digits',
      '8507600090',
      '85076000',
      'message.bad_format',
      'DecLists/DecList/CodeTS',
    ],
    ['a weight with six decimals', '120.5', '120.500001', 'message.too_many_decimals', 'DecHead/GrossWet'],
    ['a mark that is none', '<IEFlag>E', '<IEFlag>X', 'message.not_a_choice', 'DecHead/IEFlag'],
    ['a declarant’s code too long', '<AgentCode>', '<AgentCode>4', 'message.too_long', 'DecHead/AgentCode'],
    ['no number of the sender', 'TQ2026112300001', '', 'message.empty', 'DecSign/ClientSeqNo'],
    ['no goods', /<DecList>.*<\/DecList>/, '', 'message.missing', 'DecLists/DecList'],
    ['an element of another kind', '<DecSign>', '<Other/><DecSign>', 'message.unknown_element', 'Other'],
  ])('%s is refused at its place', (_, from, to, code, path) => {
    expect(faultsOf(xml => xml.replace(from, to))).toEqual([[code, `DecMessage/${path}`]])
  })

  test('of another namespace is none', () => {
    expect(faultsOf(xml => xml.replace('/dec"', '/ceb"'))).toEqual([
      ['message.wrong_namespace', 'DecMessage'],
    ])
  })

  test('of more than fifty lines is refused', () => {
    const [line] = declaration.DecLists.DecList
    const DecList = Array.from({ length: 51 }, (_, i) => ({ ...line!, GNo: String(i + 1) }))
    expect(buildMessage(decMessage, { ...declaration, DecLists: { DecList } }, day)).toMatchObject({
      faults: [{ code: 'message.too_many', params: { found: 51, expected: 50 } }],
    })
  })

  test('says which code tables it was not judged by', () => {
    const made = buildMessage(decMessage, declaration, day)
    expect('unchecked' in made && made.unchecked).toContain('countries')
    const tables = {
      has: (table: string, code: string) => (table === 'countries' ? code === 'CHN' : undefined),
    }
    expect(buildMessage(decMessage, declaration, { ...day, tables })).toMatchObject({
      faults: [
        { code: 'message.not_in_table', path: 'DecMessage/DecHead/TradeAreaCode' },
        { code: 'message.not_in_table', path: 'DecMessage/DecLists/DecList/OriginCountry' },
      ],
    })
  })
})

describe('its receipts', () => {
  const read = (xml: string) => {
    const schema = declarationMessageOf(/<(\w+)[ >]/.exec(xml.replace(/<\?.*?\?>/, ''))![1]!)
    return schema && parseMessage(schema, xml, day)
  }
  const dec = 'xmlns="http://www.chinaport.gov.cn/dec"'

  test('the answer of the client: taken in with its number, or refused with a reason', () => {
    const taken = `<DecImportResponse ${dec}><ResponseCode>0</ResponseCode><ErrorMessage>暂存成功</ErrorMessage><ClientSeqNo>TQ1</ClientSeqNo><SeqNo>E20260000357524667</SeqNo></DecImportResponse>`
    expect(read(taken)).toMatchObject({ value: { ResponseCode: '0', SeqNo: 'E20260000357524667' } })
    const refused = `<DecImportResponse ${dec}><ResponseCode>1</ResponseCode><ErrorMessage>暂存失败：商品序号1</ErrorMessage><ClientSeqNo>TQ1</ClientSeqNo></DecImportResponse>`
    expect(read(refused)).toMatchObject({ value: { ResponseCode: '1', ClientSeqNo: 'TQ1' } })
  })

  test('a step of the declaration, with what the counter adds passed over', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<DEC_RESULT>\n<CUS_CIQ_NO>E20260000357086783</CUS_CIQ_NO><ENTRY_ID></ENTRY_ID><NOTICE_DATE>2026-11-23T21:36:38</NOTICE_DATE><CHANNEL>7</CHANNEL><NOTE>直接申报成功</NOTE><NEW_ONE>x</NEW_ONE></DEC_RESULT>'
    expect(parseMessage(decResult, xml, day)).toMatchObject({
      value: { CUS_CIQ_NO: 'E20260000357086783', CHANNEL: '7', NOTE: '直接申报成功' },
    })
  })

  test('the failure of the client, which does not say whether the message arrived', () => {
    const xml =
      '<Root>\n<resultFlag>0</resultFlag><failCode>C18</failCode><failInfo><![CDATA[发送报文时发生错误]]></failInfo><retData></retData></Root>'
    expect(parseMessage(clientFailure, xml, day)).toMatchObject({
      value: { resultFlag: '0', failCode: 'C18', failInfo: '发送报文时发生错误' },
    })
  })

  test('one without the number it answers is refused', () => {
    const xml = `<DecImportResponse ${dec}><ErrorMessage>x</ErrorMessage></DecImportResponse>`
    expect(parseMessage(decImportResponse, xml, day)).toMatchObject({
      faults: [{ code: 'message.missing', path: 'DecImportResponse/ResponseCode' }],
    })
  })

  test('a root that no schema has is none of them', () => {
    expect(declarationMessageOf('CEB622Message')).toBeUndefined()
    expect(declarationMessageOf('toString')).toBeUndefined()
  })
})

describe('the steps', () => {
  test('seen in messages go from sent over taken in to released', () => {
    expect(['7', 'L', 'P'].map(code => decChannelOf(code).step)).toEqual(['sent', 'taken_in', 'released'])
  })

  test('are never guessed', () => {
    expect(decChannelOf('X')).toMatchObject({ step: 'unknown', source: '' })
    expect(decChannelOf('constructor').step).toBe('unknown')
    for (const { source } of Object.values(decChannels)) expect(source).not.toBe('')
  })
})

test('a declaration’s number says customs, year, direction and serial', () => {
  expect(entryNumberOf('520720190579438584')).toEqual({
    customs: '5207',
    year: '2019',
    direction: 'export',
    serial: '579438584',
  })
  expect(entryNumberOf('520720191579438584')?.direction).toBe('import')
  expect(entryNumberOf('52072019257943858')).toBeUndefined()
  expect(entryNumberOf('520720192579438584')).toBeUndefined()
})
