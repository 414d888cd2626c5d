/**
 * What a customs declaration needs beside the plan: carriage, packing, places, papers. All of it is invented; codes
 * of ports, places and packing are those of the official tables.
 */
import type { BookRow } from './layout.ts'

/** Wuhan: the office, the port on the river and the airport. */
const OFFICE = '4701'
const RIVER_PORT = '420003'
const AIRPORT = '420002'
const WUHAN = '42019'
const CARTON = '22'

/** By country: a port as declarations write it. */
const PORTS: Readonly<Record<string, string>> = {
  AE: 'ARE018',
  DE: 'DEU063',
  NL: 'NLD066',
  PL: 'POL006',
  GB: 'GBR210',
  US: 'USA264',
  KE: 'KEN009',
  ZA: 'ZAF006',
  MX: 'MEX084',
  SA: 'SAU003',
  KR: 'KOR003',
  JP: 'JPN384',
  IT: 'ITA075',
  CH: 'DEU063',
  FR: 'DEU063',
  AU: 'DEU063',
  NZ: 'DEU063',
}

/** An export by water, to a buyer of the country. */
export const byWater = (country: string, number: string, packages: number): BookRow => ({
  packages: String(packages),
  packageKind: CARTON,
  transportMode: '2',
  port: OFFICE,
  conveyance: 'EXAMPLE STAR/061W',
  billNo: `EXBL${number}`,
  tradeCountry: country,
  crossingPort: RIVER_PORT,
  destinationPort: PORTS[country] ?? '',
})

/** What a dear piece needs beside, which goes by customs declaration. */
export const declaredImport = (country: string, number: string): BookRow => ({
  contractNo: `HT-R-${number}`,
  dispatchCountry: country,
  tradeCountry: country,
  crossingPort: AIRPORT,
  dispatchPort: PORTS[country] ?? '',
  destinationPort: PORTS[country] ?? '',
  goodsPlace: '武汉天河机场示例监管作业场所',
  priceStatements: '00000',
  packageKind: CARTON,
  producer: '示例进口贸易有限公司',
})

/** Where a line was made, or goes to, in China. */
export const inWuhan: BookRow = { domesticSource: WUHAN }

/** Elements and place of a line. */
export const declaredLine = (name: string, itemNo: string): BookRow => ({
  elements: `0|0|${name}|示例牌`,
  ...inWuhan,
  itemNo,
})
