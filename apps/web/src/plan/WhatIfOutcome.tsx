import { Amount } from '../part/Amount.tsx'
import { difference } from '../part/amount.ts'
import { modeLabel } from '../part/modes.ts'
import { Scroll } from '../part/Scroll.tsx'
import type { WhatIfResult } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { type ModeJson, mainReason, orderJson } from './order-json.ts'
import { ratesText } from './rates-text.ts'
import { whatIfTexts } from './what-if.texts.ts'
import { modePairs } from './what-if.ts'

/** Purposes for which rates of exchange are kept. */
const isPurpose = (id: string): id is 'customs' | 'refund' | 'settlement' =>
  id === 'customs' || id === 'refund' || id === 'settlement'

/** The plan before and after, mode by mode, and which rule versions made the difference. */
export function WhatIfOutcome({ result }: { result: WhatIfResult }) {
  const t = useTexts(whatIfTexts)
  const { language } = useLanguage()
  const before = orderJson(result.before)
  const after = orderJson(result.after)
  const name = (mode: string | null) => (mode === null ? t.none : modeLabel(mode, language))
  const moved = before.chosen !== after.chosen
  return (
    <section className="what-if-result" aria-label={t.result} data-testid="what-if-result">
      <p className={moved ? 'what-if-moves moved' : 'what-if-moves'} role="status">
        {moved ? t.moves(name(before.chosen), name(after.chosen)) : t.stays(name(after.chosen))}
      </p>
      <Scroll label={t.mode}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t.mode}</th>
              {[t.before, t.after, t.change].map(title => (
                <th key={title} scope="col" className="num">
                  {title}
                  <span className="unit">{t.cny}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {modePairs(before, after).map(pair => (
              <tr key={pair.mode} className={pair.mode === after.chosen ? 'is-chosen' : undefined}>
                <th scope="row">
                  {modeLabel(pair.mode, language)}
                  {pair.before?.allowed === true && pair.after?.allowed !== true ? (
                    <span className="unit">{mainReason(pair.after)?.text}</span>
                  ) : null}
                </th>
                <td className="num">
                  <Cost mode={pair.before} />
                </td>
                <td className="num">
                  <Cost mode={pair.after} />
                </td>
                <td className="num">
                  {pair.before?.netCost !== undefined && pair.after?.netCost !== undefined ? (
                    <Amount value={difference(pair.after.netCost, pair.before.netCost)} signed />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Versions differences={result.differences} />
    </section>
  )
}

function Cost({ mode }: { mode: ModeJson | undefined }) {
  const t = useTexts(whatIfTexts)
  if (mode?.netCost !== undefined) return <Amount value={mode.netCost} />
  const why = mainReason(mode)?.text
  return (
    <span className="quiet" title={why}>
      {mode?.allowed === 'undetermined' ? t.undetermined : t.refused}
    </span>
  )
}

function Versions({ differences }: { differences: WhatIfResult['differences'] }) {
  const t = useTexts(whatIfTexts)
  if (differences.length === 0) return <p className="quiet">{t.noVersions}</p>
  return (
    <Scroll label={t.versions}>
      <h3>{t.versions}</h3>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t.rule}</th>
            <th scope="col">{t.was}</th>
            <th scope="col">{t.is}</th>
          </tr>
        </thead>
        <tbody>
          {[...differences]
            .sort((a, b) => Number(b.decisive) - Number(a.decisive))
            .map(one => (
              <tr key={`${one.kind} ${one.id}`} className={one.decisive ? 'is-decisive' : undefined}>
                <td>
                  {one.kind === 'fx' && isPurpose(one.id) ? (
                    t[one.id]
                  ) : (
                    <span className="code">{one.id}</span>
                  )}
                  <span className="unit">{t[one.kind]}</span>
                  {one.decisive ? <span className="tag">{t.decisive}</span> : null}
                </td>
                <td>
                  <Version of={one.before} />
                </td>
                <td>
                  <Version of={one.after} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type Versioned = WhatIfResult['differences'][number]['before']

function Version({ of }: { of: Versioned }) {
  const t = useTexts(whatIfTexts)
  if (!of) return <span className="quiet">{t.notInForce}</span>
  const rates = ratesText(of.source)
  return (
    <>
      <span className="figures nowrap">
        {of.from} – {of.to ?? ''}
      </span>
      <span className="unit">{rates === '' ? t.noRates : (rates ?? of.source)}</span>
    </>
  )
}
