import { catalogue, type Language } from '../text/catalogue.ts'

const names = catalogue({
  tariff: { zh: '进出口税则', en: 'Tariff' },
  units: { zh: '计量单位', en: 'Units' },
  countries: { zh: '国家和地区', en: 'Countries' },
  currencies: { zh: '币种', en: 'Currencies' },
  trade_modes: { zh: '监管方式', en: 'Customs modes' },
  admin_divisions: { zh: '行政区划', en: 'Administrative divisions' },
  attachment_types: { zh: '随附单据类别', en: 'Kinds of attachments' },
  ciq_offices: { zh: '检验检疫机关', en: 'Inspection offices' },
  container_specs: { zh: '集装箱规格', en: 'Container sizes' },
  customs_districts: { zh: '关区', en: 'Customs offices' },
  domestic_districts: { zh: '国内地区', en: 'Domestic districts' },
  duty_modes: { zh: '征减免税方式', en: 'Ways of levying duty' },
  entry_exit_ports: { zh: '国内口岸', en: 'Ports of entry and exit' },
  goods_attributes: { zh: '货物属性', en: 'Attributes of goods' },
  levy_natures: { zh: '征免性质', en: 'Natures of levy' },
  licence_types: { zh: '许可证类别', en: 'Kinds of licences' },
  origin_regions: { zh: '原产地区', en: 'Regions of origin' },
  package_types: { zh: '包装种类', en: 'Kinds of packages' },
  ports: { zh: '港口', en: 'Ports' },
  supervision_certs: { zh: '监管证件', en: 'Certificates' },
  transaction_modes: { zh: '成交方式', en: 'Terms of delivery' },
  transport_modes: { zh: '运输方式', en: 'Means of transport' },
  uses: { zh: '用途', en: 'Uses' },
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

/** A table's name in an address: a dot would be taken for a file's ending, and the calls know it without. */
export const tablePath = (name: string): string => name.replace(/^codes\./, '')
