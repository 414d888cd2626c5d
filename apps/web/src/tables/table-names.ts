import { catalogue, type Language } from '../text/catalogue.ts'

const names = catalogue({
  tariff: { zh: '进出口税则', en: 'Tariff' },
  units: { zh: '计量单位', en: 'Units' },
  countries: { zh: '国家和地区', en: 'Countries' },
  currencies: { zh: '币种', en: 'Currencies' },
  trade_modes: { zh: '监管方式', en: 'Customs modes' },
  'refund-rates': { zh: '出口退税率', en: 'Export refund rates' },
  'positive-list': { zh: '零售进口正面清单', en: 'Positive list of retail import' },
  'consumption-unit-taxes': { zh: '从量消费税', en: 'Consumption tax by quantity' },
  'postal-rates': { zh: '行邮税率', en: 'Postal tax rates' },
  'measure-coverage': { zh: '贸易救济与协定数据范围', en: 'Coverage of origin measures' },
  'origin-measures': { zh: '反倾销等原产地措施', en: 'Measures by origin' },
  'agreement-rates': { zh: '协定税率', en: 'Agreement rates' },
  'exchange-rates': { zh: '汇率', en: 'Exchange rates' },
  rates: { zh: '汇率', en: 'Exchange rates' },
})

const has = (name: string): name is keyof typeof names => Object.hasOwn(names, name)

/** A table's name for people; its own name where there is none. */
export function tableName(name: string, language: Language): string {
  const own = name.replace(/^codes\./, '')
  return has(own) ? names[own][language] : name
}
