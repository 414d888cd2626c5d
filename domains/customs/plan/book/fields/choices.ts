import type { Choice } from '../field.ts'

export const directions: readonly Choice[] = [
  { value: 'export', zh: '出口', en: 'export' },
  { value: 'import', zh: '进口', en: 'import' },
]

export const channels: readonly Choice[] = [
  { value: 'market', zh: '市场采购', en: 'market' },
  { value: 'b2b', zh: '企业对企业', en: 'b2b' },
  { value: 'b2c', zh: '零售', en: 'b2c' },
  { value: 'warehouse', zh: '海外仓', en: 'warehouse' },
  { value: 'bonded', zh: '保税', en: 'bonded' },
  { value: 'postal', zh: '邮递', en: 'postal' },
  { value: 'luggage', zh: '行李', en: 'luggage' },
]

export const sellerKinds: readonly Choice[] = [
  { value: 'stall', zh: '商位', en: 'stall' },
  { value: 'trader', zh: '外贸企业', en: 'trader' },
  { value: 'producer', zh: '生产企业', en: 'producer' },
]

export const buyerIdTypes: readonly Choice[] = [
  { value: '1', zh: '身份证', en: 'identity card' },
  { value: '2', zh: '其他', en: 'other' },
]

export const incoterms: readonly Choice[] = ['EXW', 'FOB', 'CFR', 'CIF'].map(value => ({
  value,
  zh: value,
  en: value,
}))

export const settlements: readonly Choice[] = [
  { value: 'bank', zh: '银行', en: 'bank' },
  { value: 'cash', zh: '现金', en: 'cash' },
]

export const contentUnits: readonly Choice[] = [
  { value: 'ml', zh: '毫升', en: 'ml' },
  { value: 'g', zh: '克', en: 'g' },
  { value: 'piece', zh: '片', en: 'piece' },
]
