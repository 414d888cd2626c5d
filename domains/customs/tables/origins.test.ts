import { expect, it } from 'vitest'
import { parseAgreementRates, parseMeasureCoverage, parseOriginMeasures } from './origins.ts'

const cells = (...lines: string[]) => lines.map(line => line.split(','))

it('an agreement rate belongs to its origin: two origins may state one code for the same days', async () => {
  const { rows, problems } = await parseAgreementRates(
    cells(
      'origin,code,rate,from,to,source,strength',
      'NZ,0402,0,2024-01-01,,x,assumed',
      'AU,0402,0.05,2024-01-01,,x,assumed',
      'AU,0402,0,2026-01-01,,x,assumed',
    ),
  )
  expect(rows.map(row => [row.origin, row.rate])).toEqual([
    ['NZ', '0'],
    ['AU', '0.05'],
  ])
  expect(problems).toMatchObject([{ code: 'table.period_overlaps', row: 4 }])
})

it('a duty by origin may exceed the value of the goods, and two kinds may fall on one code', async () => {
  const { rows, problems } = await parseOriginMeasures(
    cells(
      'origin,code,kind,rate,from,to,source,strength',
      'XX,2204,anti_dumping,2.184,2021-03-28,2024-03-28,x,example',
      'XX,2204,countervailing,0.064,2021-03-28,2024-03-28,x,example',
      'XX,2204,safeguard,0.1,2021-03-28,,x,example',
      'X1,2204,additional,0.1,2021-03-28,,x,example',
    ),
  )
  expect(rows.map(row => row.rate)).toEqual(['2.184', '0.064'])
  expect(problems.map(one => [one.row, one.column])).toEqual([
    [4, 'kind'],
    [5, 'origin'],
  ])
})

it('coverage names an origin or all of them', async () => {
  const { rows, problems } = await parseMeasureCoverage(
    cells(
      'origin,from,to,source,strength',
      'FR,2026-01-01,2026-12-31,x,example',
      '*,2026-01-01,,x,example',
      'France,2026-01-01,,x,example',
    ),
  )
  expect(rows.map(row => row.origin)).toEqual(['FR', '*'])
  expect(problems).toMatchObject([{ column: 'origin', code: 'table.code_malformed' }])
})
