import type { ceb621 } from '../../ceb/import/inventory.ts'
import type { Condition } from '../../schema/condition.ts'
import type { CodeTables } from '../../schema/kind.ts'
import type { MessageValue } from '../../schema/message.ts'

export type List = MessageValue<typeof ceb621>

const LINES = 3
const four = (n: number) => String(n).padStart(4, '0')
const serial = (n: number) => String(n).padStart(9, '0')
const guid = (n: number) => `4CDE1CFD-EDED-46B1-946C-${String(n).padStart(12, '0')}`

type Line = List['Inventory'][number]['InventoryList'][number]

const line = (n: number, gnum: number): Line => ({
  gnum: String(gnum),
  itemRecordNo: `GDS${serial(n)}`,
  itemNo: `SKU-${n}-${gnum}`,
  itemName: `婴儿配方奶粉 ${gnum} 段`,
  gcode: '1901101010',
  gname: '婴儿配方奶粉',
  gmodel: '品牌：某某|规格：900克/罐|成份：全脂牛奶、乳糖、植物油|适用年龄：6-12 个月',
  barCode: `690${serial(n)}`,
  country: '609',
  currency: '142',
  qty: '2',
  unit: '122',
  qty1: '1.8',
  unit1: '035',
  price: `${100 + (n % 90)}.50`,
  totalPrice: `${200 + (n % 90) * 2 + 1}.00`,
})

/** A list of bonded retail import with three lines: all that the schema asks for and most of what it allows. */
export function listOf(n: number): List {
  return {
    guid: guid(n),
    version: '1.0',
    Inventory: [
      {
        InventoryHead: {
          guid: guid(n),
          appType: '1',
          appTime: '20261123101500',
          appStatus: '2',
          orderNo: `ORDER-20261123-${serial(n)}`,
          ebpCode: '4201962E01',
          ebpName: '某某跨境电子商务平台有限公司',
          ebcCode: '4201962E02',
          ebcName: '某某国际贸易有限公司',
          logisticsNo: `SF${serial(n)}`,
          logisticsCode: '4201980029',
          logisticsName: '某某速运有限公司',
          copNo: `COP${serial(n)}`,
          assureCode: '4201962E03',
          emsNo: 'T4712W000001',
          ieFlag: 'I',
          declTime: '20261123',
          customsCode: '4712',
          portCode: '4712',
          buyerIdType: '1',
          buyerIdNumber: `42010119900101${four(n % 10000)}`,
          buyerName: '张三',
          buyerTelephone: `138${serial(n).slice(1)}`,
          consigneeAddress: `湖北省武汉市江汉区发展大道 ${n % 500} 号 & 某某小区`,
          agentCode: '4201962E03',
          agentName: '某某报关有限公司',
          areaCode: '4201962E04',
          areaName: '某某保税仓储有限公司',
          tradeMode: '1210',
          trafMode: '4',
          country: '142',
          freight: '0',
          insuredFee: '0',
          currency: '142',
          wrapType: '2',
          packNo: '1',
          grossWeight: '2.35',
          netWeight: '1.8',
        },
        InventoryList: Array.from({ length: LINES }, (_, i) => line(n, i + 1)),
      },
    ],
    BaseTransfer: {
      copCode: '4201962E03',
      copName: '某某报关有限公司',
      dxpMode: 'DXP',
      dxpId: 'DXPENT0000012345',
    },
    BaseSubscribe: [],
  }
}

const codes: Readonly<Record<string, ReadonlySet<string>>> = {
  customs_districts: new Set(['4712', '4700']),
  currencies_numeric: new Set(['142', '502']),
  countries_numeric: new Set(['142', '609']),
  units: new Set(['122', '035']),
  trade_modes: new Set(['1210', '9610']),
  transport_modes: new Set(['4']),
  package_types_customs: new Set(['2']),
}

export const tables: CodeTables = { has: (table, code) => codes[table]?.has(code) }

export const conditions: readonly Condition[] = [
  {
    id: 'messages.ceb621_bonded',
    message: 'CEB621',
    record: 'Inventory',
    when: { 'InventoryHead.tradeMode': ['1210', '1239'] },
    needs: ['InventoryHead.emsNo', 'InventoryHead.areaCode', 'InventoryList.itemRecordNo'],
    forbids: [],
    allows: { 'InventoryHead.country': ['142'] },
    from: '2016-04-08',
    source: 'bench',
  },
]
