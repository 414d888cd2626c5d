import { Amount } from '../part/Amount.tsx'
import { Progress } from '../part/Progress.tsx'
import { useTexts } from '../text/language.tsx'
import { guideTexts } from './guide.texts.ts'
import { Part } from './Part.tsx'

/** Amounts in their forms, and how far something is. */
export function Numbers() {
  const t = useTexts(guideTexts)
  const rows = [
    [t.amount, <Amount key="a" value="1234567.89" />],
    [t.amount, <Amount key="z" value="0.00" />],
    [t.difference, <Amount key="p" value="18204.11" signed />],
    [t.difference, <Amount key="n" value="-9310.00" signed />],
    [t.unknown, <Amount key="u" value={undefined} />],
  ] as const
  return (
    <>
      <Part id="numbers" name={t.numbers} about={t.numbersAbout}>
        <table className="rows guide-numbers" aria-label={t.numbers}>
          <tbody>
            {rows.map(([name, amount], at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an example do not move.
              <tr key={at}>
                <th scope="row">{name}</th>
                <td className="num">{amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part id="progress" name={t.progress}>
        <div className="guide-pair">
          <div>
            <p className="second">{t.known}</p>
            <Progress share={0.62} label={t.known} />
          </div>
          <div>
            <p className="second">{t.endless}</p>
            <Progress share={undefined} label={t.endless} />
          </div>
        </div>
      </Part>
    </>
  )
}
