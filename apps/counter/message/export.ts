import { fields } from './field.ts'
import type { Kind } from './kind.ts'

// Written from the field tables of the cross-border e-commerce messages (export).
const common = 'guid!G appType!{1,2,3} appTime!T14 appStatus!{1,2}'
const split = 'msgCount?N9 msgSeqNo?N9'

export const ceb303: Kind = {
  name: 'CEB303',
  family: 'document',
  direction: 'export',
  record: 'Order',
  head: 'OrderHead',
  headFields: fields(`${common} orderType!{E} orderNo!C60 ebpCode!C50 ebpName!C100 ebcCode!C18 ebcName!C100
    goodsValue!N19,5 freight!N19,5 currency!C3 note?C1000`),
  list: {
    name: 'OrderList',
    isNeeded: true,
    fields:
      fields(`gnum?N5 itemNo!C30 itemName!C250 itemDescribe?C1000 barCode?C50 unit!C3 currency!C3 qty!N19,5
      price!N19,5 totalPrice!N19,5 note?C1000`),
  },
  key: ['ebpCode', 'orderNo'],
  receipt: { name: 'CEB304', element: 'OrderReturn', keys: ['ebpCode', 'ebcCode', 'orderNo'] },
}

export const ceb403: Kind = {
  name: 'CEB403',
  family: 'document',
  direction: 'export',
  record: 'Receipts',
  head: undefined,
  headFields:
    fields(`${common} ebpCode!C50 ebpName!C100 ebcCode!C18 ebcName!C100 orderNo!C60 payCode?C18 payName!C100
    payNo?C60 charge!N19,5 currency!C3 accountingDate!T14 note?C1000`),
  list: undefined,
  key: ['ebcCode', 'orderNo', 'payNo'],
  receipt: { name: 'CEB404', element: 'ReceiptsReturn', keys: ['ebcCode', 'orderNo', 'payNo'] },
}

export const ceb505: Kind = {
  name: 'CEB505',
  family: 'document',
  direction: 'export',
  record: 'Logistics',
  head: undefined,
  headFields:
    fields(`${common} logisticsCode!C18 logisticsName!C100 logisticsNo!C60 freight!N19,5 insuredFee!N19,5
    currency!C3 grossWeight!N19,5 packNo?N9 goodsInfo!C200 ebcCode?C18 ebcName?C100 ebcTelephone?C50 note?C1000`),
  list: undefined,
  key: ['logisticsCode', 'logisticsNo'],
  receipt: { name: 'CEB506', element: 'LogisticsReturn', keys: ['logisticsCode', 'logisticsNo'] },
}

export const ceb507: Kind = {
  name: 'CEB507',
  family: 'request',
  direction: 'export',
  record: 'Arrival',
  head: 'ArrivalHead',
  headFields: fields(`${common} customsCode!C=4 copNo! preNo?C18 operatorCode!C18 operatorName!C100 loctNo?C10
    ieFlag!{I,E} trafMode!C1 billNo?C37 domesticTrafNo!C100 logisticsCode!C18 logisticsName!C100 ${split} note?C1000`),
  list: {
    name: 'ArrivalList',
    isNeeded: false,
    fields: fields('gnum?N9 logisticsNo!C60 totalPackageNo?C60 note?C1000'),
  },
  key: ['operatorCode', 'copNo', 'msgSeqNo'],
  receipt: {
    name: 'CEB508',
    element: 'ArrivalReturn',
    keys: ['operatorCode', 'logisticsCode', 'preNo', 'copNo', 'billNo', 'msgSeqNo'],
  },
}

export const ceb509: Kind = {
  name: 'CEB509',
  family: 'request',
  direction: 'export',
  record: 'Departure',
  head: 'DepartureHead',
  headFields:
    fields(`${common} customsCode!C=4 copNo! preNo?C18 logisticsCode!C18 logisticsName!C100 trafMode!C1
    trafName?C100 voyageNo?C32 billNo?C37 leaveTime!T14 ${split} note?C1000`),
  list: {
    name: 'DepartureList',
    isNeeded: true,
    fields: fields('gnum?N9 totalPackageNo?C60 logisticsNo!C60 note?C1000'),
  },
  key: ['logisticsCode', 'copNo', 'msgSeqNo'],
  receipt: {
    name: 'CEB510',
    element: 'DepartureReturn',
    keys: ['logisticsCode', 'copNo', 'preNo', 'msgSeqNo'],
  },
}

export const ceb603: Kind = {
  name: 'CEB603',
  family: 'list',
  direction: 'export',
  record: 'Inventory',
  head: 'InventoryHead',
  headFields: fields(`${common} customsCode!C=4 ebpCode!C50 ebpName!C100 orderNo!C60 logisticsCode!C18
    logisticsName!C100 logisticsNo!C60 copNo! preNo?C18 invtNo?C18 ieFlag!{E} portCode!C=4 ieDate!T8
    statisticsFlag!{A,B} agentCode!C18 agentName!C100 ebcCode!C18 ebcName!C100 ownerCode!C18 ownerName!C100 iacCode?C18
    iacName?C100 emsNo?C30 tradeMode!{9610,1210} trafMode!C1 trafName?C100 voyageNo?C32 billNo?C37 totalPackageNo?C60
    loctNo?C10 licenseNo?C19 country!C3 POD!C20 freight!N19,5 fCurrency!C3 fFlag!{1,2,3} insuredFee!N19,5 iCurrency!C3
    iFlag!{1,2,3} wrapType!C1 packNo?N9 grossWeight!N19,5 netWeight!N19,5 note?C1000`),
  list: {
    name: 'InventoryList',
    isNeeded: true,
    fields:
      fields(`gnum?N5 itemNo!C30 itemRecordNo?C30 itemName?C250 gcode!C10 gname!C250 gmodel!C510 barCode!C50
      country!C3 currency!C3 qty!N19,5 qty1!N19,5 qty2?N19,5 unit!C3 unit1!C3 unit2?C3 price!N19,5 totalPrice!N19,5
      note?C1000`),
  },
  key: ['ebpCode', 'orderNo'],
  receipt: {
    name: 'CEB604',
    element: 'InventoryReturn',
    keys: ['agentCode', 'copNo', 'preNo', 'invtNo', 'ebcCode', 'ebpCode', 'orderNo', 'statisticsFlag'],
  },
}

export const ceb605: Kind = {
  name: 'CEB605',
  family: 'request',
  direction: 'export',
  record: 'InvtCancel',
  head: undefined,
  headFields: fields(`${common} customsCode!C=4 copNo! preNo?C18 invtNo!C18 reason!C1000 agentCode!C18
    agentName!C100 ebcCode!C18 ebcName!C100 note?C1000`),
  list: undefined,
  key: ['invtNo'],
  receipt: {
    name: 'CEB606',
    element: 'InvtCancelReturn',
    keys: ['agentCode', 'copNo', 'preNo', 'invtNo', 'msgSeqNo'],
  },
}

export const ceb607: Kind = {
  name: 'CEB607',
  family: 'request',
  direction: 'export',
  record: 'WayBill',
  head: 'WayBillHead',
  headFields:
    fields(`${common} customsCode!C=4 copNo! preNo?C18 agentCode!C18 agentName!C100 loctNo?C10 trafMode!C1
    trafName!C100 voyageNo!C32 billNo!C37 domesticTrafNo?C100 grossWeight!N19,5 logisticsCode!C18 logisticsName!C100
    ${split} note?C1000`),
  list: {
    name: 'WayBillList',
    isNeeded: true,
    fields: fields('gnum?N9 totalPackageNo?C60 logisticsNo!C60 invtNo?C18 note?C1000'),
  },
  key: ['agentCode', 'copNo', 'msgSeqNo'],
  receipt: {
    name: 'CEB608',
    element: 'WayBillReturn',
    keys: ['agentCode', 'logisticsCode', 'copNo', 'preNo', 'billNo', 'msgSeqNo'],
  },
}

export const ceb701: Kind = {
  name: 'CEB701',
  family: 'request',
  direction: 'export',
  record: 'SummaryApply',
  head: 'SummaryApplyHead',
  headFields:
    fields(`${common} customsCode!C=4 copNo! preNo?C18 sumNo?C18 agentCode!C18 agentName!C100 ebcCode!C18
    ebcName!C100 declAgentCode!C18 declAgentName!C100 startTime?T14 endTime?T14 loctNo?C10 summaryFlag!C1
    itemNameFlag!C1 ${split} note?C1000`),
  list: { name: 'SummaryApplyList', isNeeded: true, fields: fields('invtNo!C18') },
  key: ['agentCode', 'copNo', 'msgSeqNo'],
  receipt: {
    name: 'CEB702',
    element: 'SummaryReturn',
    keys: ['agentCode', 'ebcCode', 'copNo', 'preNo', 'sumNo', 'msgSeqNo'],
  },
}
