import { DAY, type Fields, group } from './messages.ts'

// Messages of retail export and of what follows a list, written by hand from the field tables.
const common = (serial: number): Fields => ({
  guid: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
  appType: '1',
  appTime: `${DAY}100000`,
  appStatus: '2',
})
const parties: Fields = {
  ebpCode: 'ABROAD-1',
  ebpName: '境外平台',
  ebcCode: '4201000002',
  ebcName: '汉口电商',
}

export function exportOrderOf(serial: number, change: Fields = {}): string {
  const head = {
    ...common(serial),
    orderType: 'E',
    orderNo: `D${serial}`,
    ...parties,
    goodsValue: '20.00',
    freight: '0',
    currency: '502',
  }
  const line = {
    gnum: '1',
    itemNo: 'B1',
    itemName: '台灯',
    unit: '001',
    currency: '502',
    qty: '2',
    price: '10',
    totalPrice: '20',
  }
  return `<Order>${group('OrderHead', { ...head, ...change })}${group('OrderList', line)}</Order>`
}

export function exportWaybillOf(serial: number): string {
  return group('Logistics', {
    ...common(serial),
    logisticsCode: '4201000004',
    logisticsName: '汉口物流',
    logisticsNo: `L${serial}`,
    freight: '0',
    insuredFee: '0',
    currency: '142',
    grossWeight: '1.2',
    packNo: '1',
    goodsInfo: '台灯',
  })
}

export function exportListOf(serial: number, change: Fields = {}, changeLine: Fields = {}): string {
  const head = {
    ...common(serial),
    customsCode: '4701',
    ebpCode: parties.ebpCode!,
    ebpName: parties.ebpName!,
    orderNo: `D${serial}`,
    logisticsCode: '4201000004',
    logisticsName: '汉口物流',
    logisticsNo: `L${serial}`,
    copNo: `C${serial}`,
    ieFlag: 'E',
    portCode: '4701',
    ieDate: DAY,
    statisticsFlag: 'B',
    agentCode: '4201000005',
    agentName: '汉口报关',
    ebcCode: parties.ebcCode!,
    ebcName: parties.ebcName!,
    ownerCode: 'NO',
    ownerName: '某工厂',
    iacCode: '',
    iacName: '',
    emsNo: '',
    tradeMode: '9610',
    trafMode: '5',
    country: '502',
    POD: '3154',
    freight: '0',
    fCurrency: '142',
    fFlag: '3',
    insuredFee: '0',
    iCurrency: '142',
    iFlag: '3',
    wrapType: '2',
    packNo: '1',
    grossWeight: '1.2',
    netWeight: '1.0',
  }
  const line = {
    gnum: '1',
    itemNo: 'B1',
    itemRecordNo: '',
    gcode: '9405210000',
    gname: '台灯',
    gmodel: 'LED',
    barCode: '无',
    country: '502',
    currency: '502',
    qty: '2',
    qty1: '1.0',
    unit: '001',
    unit1: '035',
    price: '10',
    totalPrice: '20',
  }
  const lines = group('InventoryList', { ...line, ...changeLine })
  return `<Inventory>${group('InventoryHead', { ...head, ...change })}${lines}</Inventory>`
}

export function exportCancelOf(serial: number, invtNo: string): string {
  return group('InvtCancel', {
    ...common(serial),
    customsCode: '4701',
    copNo: `C${serial}`,
    invtNo,
    reason: '买家取消',
    agentCode: '4201000005',
    agentName: '汉口报关',
    ebcCode: parties.ebcCode!,
    ebcName: parties.ebcName!,
  })
}

export function summaryOf(copNo: string, lists: readonly string[], change: Fields = {}): string {
  const head = {
    ...common(1),
    customsCode: '4701',
    copNo,
    agentCode: '4201000005',
    agentName: '汉口报关',
    ebcCode: parties.ebcCode!,
    ebcName: parties.ebcName!,
    declAgentCode: '4201000005',
    declAgentName: '汉口报关',
    summaryFlag: '1',
    itemNameFlag: '0',
  }
  const rows = lists.map(invtNo => group('SummaryApplyList', { invtNo }))
  return `<SummaryApply>${group('SummaryApplyHead', { ...head, ...change })}${rows.join('')}</SummaryApply>`
}

const asked = (serial: number, invtNo: string): Fields => ({
  ...common(serial),
  customsCode: '4701',
  orderNo: `D${serial}`,
  ebpCode: '4201000001',
  ebpName: '汉口平台',
  ebcCode: '4201000002',
  ebcName: '汉口电商',
  logisticsNo: `L${serial}`,
  logisticsCode: '4201000004',
  logisticsName: '汉口物流',
  copNo: `C${serial}`,
  invtNo,
  buyerIdType: '1',
  buyerIdNumber: '110101199003070011',
  buyerName: '王小明',
  buyerTelephone: '13800000000',
  agentCode: '4201000005',
  agentName: '汉口报关',
  reason: '不想要了',
})

export function cancelOf(serial: number, invtNo: string, change: Fields = {}): string {
  return group('InvtCancel', { ...asked(serial, invtNo), ...change })
}

export function refundOf(serial: number, invtNo: string, copNo: string, qty: string): string {
  const head = { ...asked(serial, invtNo), copNo }
  const line = { gnum: '1', gcode: '1901101000', gname: '婴幼儿奶粉', qty, unit: '122' }
  return `<InvtRefund>${group('InvtRefundHead', head)}${group('InvtRefundList', line)}</InvtRefund>`
}
