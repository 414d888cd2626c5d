import { Amount } from '../part/Amount.tsx'
import { Scroll } from '../part/Scroll.tsx'
import { useLanguage, useTexts } from '../text/language.tsx'
import { effectiveShare } from './effective.ts'
import { orderTexts } from './order.texts.ts'
import { type InputLine, type InputOrder, type ModeJson, usedKinds } from './order-json.ts'

type Line = NonNullable<ModeJson['lines']>[number]

const amountOf = (line: Line, key: string): string => String(line[key] ?? '0.00')

const goodsName = (line: InputLine | undefined, language: 'zh' | 'en'): string =>
  (language === 'en' ? (line?.nameEn ?? line?.name) : line?.name) ?? ''

/** Each line from its dutiable value through every tax, in the order in which one enters the next. */
export function LineTaxes({ mode, input }: { mode: ModeJson; input: InputOrder }) {
  const t = useTexts(orderTexts)
  const { language } = useLanguage()
  const lines = mode.lines ?? []
  const kinds = usedKinds(lines)
  const hasRefund = lines.some(line => line.refund !== undefined)
  const columns = ['dutiableValue', ...kinds, ...(hasRefund ? ['refund'] : [])] as const
  return (
    <>
      <Scroll label={t.byLine}>
        <table className="rows line-taxes">
          <thead>
            <tr>
              <th scope="col" className="num">
                #
              </th>
              <th scope="col">{t.goods}</th>
              {columns.map(column => (
                <th key={column} scope="col" className="num">
                  {t[column as 'dutiableValue']}
                  <span className="unit">{t.cny}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(line => {
              const goods = input.lines[Number(line.line) - 1]
              return (
                <tr key={line.line}>
                  <td className="num quiet">{line.line}</td>
                  <td>
                    {goodsName(goods, language)} <span className="code quiet">{goods?.hsCode}</span>
                  </td>
                  {columns.map(column => (
                    <td key={column} className="num">
                      <Amount value={amountOf(line, column)} />
                      {column === 'dutiableValue' || column === 'refund' ? null : (
                        <span className="unit">
                          {effectiveShare(amountOf(line, column), amountOf(line, 'dutiableValue'))}
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
      {kinds.length > 0 ? (
        <p className="line-chain">
          {kinds.length > 1 ? t.chain : null} {t.effective}
        </p>
      ) : null}
    </>
  )
}
