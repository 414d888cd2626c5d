import { fields } from './field.ts'
import type { Kind } from './kind.ts'

// Written from the field tables of the cross-border e-commerce messages (import); lengths as they state them,
// else as for the same element elsewhere. The common head stands before each.
const common = 'guid!G appType!{1,2,3} appTime!T14 appStatus!{1,2}'

export const ceb311: Kind = {
  name: 'CEB311',
  family: 'document',
  direction: 'import',
  record: 'Order',
  head: 'OrderHead',
  headFields: fields(`${common} orderType!{I} orderNo!C60 ebpCode!C18 ebpName!C100 ebcCode!C18 ebcName!C100
    goodsValue!N16,2 freight!N16,2 discount!N16,2 taxTotal!N16,2 acturalPaid!N16,2 currency!{142} buyerRegNo!C60
    buyerName!C60 buyerTelephone!C30 buyerIdType!{1,2} buyerIdNumber!C60 payCode?C18 payName?C100
    payTransactionId?C60 batchNumbers?C100 consignee!C100 consigneeTelephone!C50 consigneeAddress!C200
    consigneeDistrict?C6 note?C1000`),
  list: {
    name: 'OrderList',
    isNeeded: true,
    fields:
      fields(`gnum?N2 itemNo?C30 itemName!C250 gmodel!C250 itemDescribe?C1000 barCode?C50 unit!C3 qty!N19,5
      price!N19,5 totalPrice!N19,5 currency!{142} country!C3 note?C1000`),
  },
  key: ['ebpCode', 'orderNo'],
  receipt: { name: 'CEB312', element: 'OrderReturn', keys: ['ebpCode', 'ebcCode', 'orderNo'] },
}

export const ceb411: Kind = {
  name: 'CEB411',
  family: 'document',
  direction: 'import',
  record: 'Payment',
  head: 'PaymentHead',
  headFields:
    fields(`${common} payCode!C18 payName!C100 payTransactionId!C60 orderNo!C60 ebpCode!C18 ebpName!C100
    payerIdType!{1,2} payerIdNumber!C60 payerName!C60 telephone? amountPaid!N16,2 currency!{142} payTime!T14
    note?C1000`),
  list: undefined,
  key: ['payCode', 'payTransactionId'],
  receipt: { name: 'CEB412', element: 'PaymentReturn', keys: ['payCode', 'payTransactionId'] },
}

export const ceb511: Kind = {
  name: 'CEB511',
  family: 'document',
  direction: 'import',
  record: 'Logistics',
  head: 'LogisticsHead',
  headFields: fields(`${common} logisticsCode!C18 logisticsName!C100 logisticsNo!C60 billNo?C37 orderNo!C60
    freight?N19,5 insuredFee?N19,5 currency!{142} weight!N19,5 packNo?N9 goodsInfo?C200 consignee!C100
    consigneeAddress!C200 consigneeTelephone!C50 note?C1000`),
  list: undefined,
  key: ['logisticsCode', 'logisticsNo'],
  receipt: { name: 'CEB512', element: 'LogisticsReturn', keys: ['logisticsCode', 'logisticsNo'] },
}

export const ceb513: Kind = {
  name: 'CEB513',
  family: 'document',
  direction: 'import',
  record: 'LogisticsStatus',
  head: undefined,
  headFields: fields(`${common} logisticsCode!C18 logisticsName!C100 logisticsNo!C60 logisticsStatus!C1
    logisticsTime!T14 note?C1000`),
  list: undefined,
  key: ['logisticsCode', 'logisticsNo', 'logisticsStatus'],
  receipt: {
    name: 'CEB514',
    element: 'LogisticsStatusReturn',
    keys: ['logisticsCode', 'logisticsNo', 'logisticsStatus'],
  },
}

export const ceb621: Kind = {
  name: 'CEB621',
  family: 'list',
  direction: 'import',
  record: 'Inventory',
  head: 'InventoryHead',
  headFields: fields(`${common} orderNo!C60 ebpCode!C18 ebpName!C100 ebcCode!C18 ebcName!C100 logisticsNo!C60
    logisticsCode!C18 logisticsName!C100 copNo? preNo?C18 assureCode!C30 emsNo?C30 invtNo?C18 ieFlag!{I} declTime!T8
    customsCode!C=4 portCode!C=4 ieDate?T8 buyerIdType!{1,2} buyerIdNumber!C60 buyerName!C60 buyerTelephone!C30
    consigneeAddress!C200 agentCode!C18 agentName!C100 areaCode?C18 areaName?C100 tradeMode!{9610,1210,1239} trafMode!C1
    trafNo?C100 voyageNo?C32 billNo?C37 loctNo?C10 licenseNo?C19 country!C3 freight!N16,2 insuredFee!N16,2
    currency!{142} wrapType?C1 packNo?N9 grossWeight!N19,5 netWeight!N19,5 note?C1000`),
  list: {
    name: 'InventoryList',
    isNeeded: true,
    fields:
      fields(`gnum?N2 itemRecordNo?C30 itemNo?C30 itemName?C250 gcode!C10 gname!C250 gmodel!C510 barCode?C50
      country!C3 tradeCountry?C3 currency!{142} qty!N19,5 unit!C3 qty1!N19,5 unit1!C3 qty2?N19,5 unit2?C3 price!N19,5
      totalPrice!N19,5 note?C1000`),
  },
  key: ['ebpCode', 'orderNo'],
  receipt: {
    name: 'CEB622',
    element: 'InventoryReturn',
    keys: ['customsCode', 'ebpCode', 'ebcCode', 'agentCode', 'copNo', 'preNo', 'invtNo'],
  },
}

const buyer = 'buyerIdType!{1,2} buyerIdNumber!C60 buyerName!C60 buyerTelephone!C30'
const request = `${common} customsCode!C=4 orderNo!C60 ebpCode!C18 ebpName!C100 ebcCode!C18 ebcName!C100
  logisticsNo!C60 logisticsCode!C18 logisticsName!C100 copNo? preNo?C18 invtNo!C18 ${buyer} agentCode!C18
  agentName!C100 reason!C1000 note?C1000`
const requestKeys = ['customsCode', 'agentCode', 'ebpCode', 'ebcCode', 'copNo', 'preNo', 'invtNo']

export const ceb623: Kind = {
  name: 'CEB623',
  family: 'request',
  direction: 'import',
  record: 'InvtCancel',
  head: undefined,
  headFields: fields(request),
  list: undefined,
  key: ['invtNo'],
  receipt: { name: 'CEB624', element: 'InvtCancelReturn', keys: requestKeys },
}

export const ceb625: Kind = {
  name: 'CEB625',
  family: 'request',
  direction: 'import',
  record: 'InvtRefund',
  head: 'InvtRefundHead',
  headFields: fields(request),
  list: {
    name: 'InvtRefundList',
    isNeeded: false,
    fields: fields('gnum?N2 gcode!C10 gname!C250 qty!N19,5 unit!C3 note?C1000'),
  },
  key: ['invtNo', 'copNo'],
  receipt: { name: 'CEB626', element: 'InvtRefundReturn', keys: requestKeys },
}

export const ceb711: Kind = {
  name: 'CEB711',
  family: 'request',
  direction: 'import',
  record: 'Delivery',
  head: 'DeliveryHead',
  headFields: fields(`${common} customsCode!C=4 copNo! preNo?C18 rkdNo?C18 operatorCode!C18 operatorName!C100
    ieFlag!{I} trafMode!C1 trafNo!C100 voyageNo!C32 billNo!C37 logisticsCode!C18 logisticsName!C100 unloadLocation?C200
    note?C1000`),
  list: { name: 'DeliveryList', isNeeded: false, fields: fields('gnum?N9 logisticsNo!C60 note?C1000') },
  key: ['customsCode', 'operatorCode', 'copNo'],
  receipt: {
    name: 'CEB712',
    element: 'DeliveryReturn',
    keys: ['customsCode', 'operatorCode', 'copNo', 'preNo', 'rkdNo'],
  },
}
