import { describe, expect, it } from 'vitest'
import { parseMessage } from '../schema/codec.ts'
import { ceb604 } from './export/inventory.ts'
import { ceb622 } from './import/inventory.ts'
import { ceb816, ceb818 } from './import/tax.ts'
import { keysOf } from './keys.ts'
import { parseInvtNo, parsePreNo } from './numbers.ts'
import { cebStatusOf, returnReasons } from './status.ts'

const day = { day: '2026-11-23' }

/** A receipt as the e-port writes it: default namespace, a guid in lower case, no sender. */
const receipt = (status: string, info: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CEB622Message xmlns="http://www.chinaport.gov.cn/ceb" guid="e98878cc-48ef-4ce5-968d-dddc3d47a304" version="1.0">
  <InventoryReturn>
    <guid>e98878cc-48ef-4ce5-968d-dddc3d47a304</guid>
    <customsCode>4712</customsCode>
    <copNo>COP000000001</copNo>
    <preNo>B20261123000000001</preNo>
    ${more}<returnStatus>${status}</returnStatus>
    <returnTime>20261123101500123</returnTime>
    <returnInfo>${info}</returnInfo>
  </InventoryReturn>
</CEB622Message>`

function read(status: string, info: string, more = '') {
  const parsed = parseMessage(ceb622, receipt(status, info, more), day)
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults))
  return parsed.value
}

describe('a receipt of the counter', () => {
  it('is read as the e-port writes it, and names the record it answers', () => {
    const value = read('120', '[Code:1800;Desc:逻辑校验通过]')
    expect(value.InventoryReturn[0]).toMatchObject({ returnStatus: '120', returnTime: '20261123101500123' })
    expect(keysOf('CEB622', value)).toEqual([['COP000000001']])
  })

  it('is read though its elements stand in another order or are more than we know', () => {
    const turned = receipt('800', '[Code:2600;Desc:放行]', '<newElement>1</newElement>').replace(
      /(<copNo>.*<\/copNo>)\s*(<preNo>.*<\/preNo>)/,
      '$2$1',
    )
    expect(parseMessage(ceb622, turned, day)).toMatchObject({
      value: {
        InventoryReturn: [{ copNo: 'COP000000001', preNo: 'B20261123000000001', returnStatus: '800' }],
      },
    })
  })

  it('is not judged by our code tables', () => {
    const tables = { has: () => false }
    expect(parseMessage(ceb622, receipt('2', 'x'), { ...day, tables })).toMatchObject({ unchecked: [] })
  })

  it('without its outcome is refused', () => {
    const cut = receipt('2', 'x').replace(/<returnStatus>.*<\/returnStatus>/, '')
    expect(parseMessage(ceb622, cut, day)).toMatchObject({
      faults: [{ code: 'message.missing', path: 'CEB622Message/InventoryReturn/returnStatus' }],
    })
  })

  it('of an export list may leave out the number the customs have not given yet', () => {
    const parsed = parseMessage(
      ceb604,
      `<CEB604Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${'a'.repeat(36)}" version="1.0"><InventoryReturn>
        <guid>${'a'.repeat(36)}</guid><copNo>C1</copNo><preNo/><invtNo></invtNo>
        <returnStatus>-304001</returnStatus><returnTime>20261123101500123</returnTime><returnInfo>业务主键重复</returnInfo>
      </InventoryReturn></CEB604Message>`,
      day,
    )
    expect(parsed).toMatchObject({ value: { InventoryReturn: [{ copNo: 'C1', returnStatus: '-304001' }] } })
  })
})

describe('the outcome that a receipt tells', () => {
  it('goes 2, 120, 800 to the release of a list', () => {
    const outcomes = ['2', '120', '800'].map(status =>
      cebStatusOf(read(status, 'x').InventoryReturn[0]!.returnStatus),
    )
    expect(outcomes.map(one => one.outcome)).toEqual(['declaring', 'accepted', 'released'])
  })

  it('is a rejection with 100, and a duplicate with -304001', () => {
    expect(cebStatusOf('100').outcome).toBe('rejected')
    expect(cebStatusOf('-304001').outcome).toBe('duplicate')
  })

  it('is an error below zero and unknown where no source names it, and never more than that', () => {
    expect(cebStatusOf('-1').outcome).toBe('error')
    expect(cebStatusOf('-999999').outcome).toBe('unknown_type')
    for (const status of ['0', '600', '801', 'toString', '__proto__'])
      expect(cebStatusOf(status).outcome).toBe('unknown')
  })

  it('has its coded reasons taken out of the text', () => {
    expect(returnReasons('[Code:2600;Desc:放行]')).toEqual([{ code: '2600', text: '放行' }])
    expect(
      returnReasons('[Code:1313;Desc:订购人身份信息不符][Code:1800;Desc:x]').map(one => one.code),
    ).toEqual(['1313', '1800'])
    expect(returnReasons('新增申报成功[4CDE1CFD]')).toEqual([])
  })
})

describe('a tax bill of the customs', () => {
  const head = `<guid>${'b'.repeat(36)}</guid><returnTime>20261123101500123</returnTime>
    <invtNo>64092023I000722460</invtNo><taxNo>T1</taxNo>`
  const root = (name: string, content: string) =>
    `<${name} xmlns="http://www.chinaport.gov.cn/ceb" version="1.0" guid="${'b'.repeat(36)}"><Tax>${content}</Tax></${name}>`

  it('is read with its lines, amounts to the last digit', () => {
    const xml = root(
      'CEB816Message',
      `<TaxHeadRd>${head}<customsTax>0</customsTax><valueAddedTax>91.00000</valueAddedTax>
       <consumptionTax>0</consumptionTax><status>1</status></TaxHeadRd>
       <TaxListRd><gnum>1</gnum><gcode>1901101010</gcode><taxPrice>1000</taxPrice><customsTax>0</customsTax>
       <valueAddedTax>91.00</valueAddedTax><consumptionTax>0</consumptionTax></TaxListRd>`,
    )
    const parsed = parseMessage(ceb816, xml, day)
    expect(parsed).toMatchObject({
      value: {
        Tax: [{ TaxHeadRd: { valueAddedTax: '91.00000', status: '1' }, TaxListRd: [{ taxPrice: '1000' }] }],
      },
    })
  })

  it('changes its state by a message of its own', () => {
    const parsed = parseMessage(
      ceb818,
      root('CEB818Message', `<TaxHeadStatus>${head}<status>2</status></TaxHeadStatus>`),
      day,
    )
    expect('value' in parsed && keysOf('CEB818', parsed.value)).toEqual([['64092023I000722460', 'T1']])
  })
})

describe('the numbers that the counters give', () => {
  it('are taken apart', () => {
    expect(parseInvtNo('64092023I000722460')).toEqual({
      customs: '6409',
      year: '2023',
      direction: 'I',
      serial: '000722460',
    })
    expect(parsePreNo('B20230506000722460')).toEqual({ day: '2023-05-06', serial: '000722460' })
  })

  it('are nothing where they are not of that form', () => {
    for (const bad of [
      '',
      '64092023X000722460',
      '64092023I00072246',
      '64092023I0007224601',
      '64092023i000722460',
    ])
      expect(parseInvtNo(bad)).toBeUndefined()
    for (const bad of ['', 'C20230506000722460', 'B2023050600072246']) expect(parsePreNo(bad)).toBeUndefined()
  })
})
