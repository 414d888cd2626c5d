import { Amount } from '../part/Amount.tsx'
import { modeCode, modeLabel, modeName } from '../part/modes.ts'
import { type State, StateMark } from '../part/StateMark.tsx'
import { useLanguage, useTexts } from '../text/language.tsx'
import { ModeDetail } from './ModeDetail.tsx'
import { orderTexts } from './order.texts.ts'
import { type InputOrder, type ModeJson, mainReason, type TaxKind } from './order-json.ts'

interface Props {
  mode: ModeJson
  kinds: readonly TaxKind[]
  input: InputOrder
  isChosen: boolean
  isLeast: boolean
  isOpen: boolean
  toggle: () => void
  override: ((mode: string) => void) | undefined
}

const stateOf = (mode: ModeJson): { state: State; word: 'yes' | 'no' | 'unknown' } => {
  if (mode.allowed === true) return { state: 'done', word: 'yes' }
  return mode.allowed === false ? { state: 'refused', word: 'no' } : { state: 'waits', word: 'unknown' }
}

/** One mode: amounts where it is allowed, the first reason where it is not; below it, opened, its reasoning. */
export function ModeRow(props: Props) {
  const { mode, kinds, isChosen, isLeast, isOpen, toggle } = props
  const t = useTexts(orderTexts)
  const { language } = useLanguage()
  const { state, word } = stateOf(mode)
  const wide = kinds.length + 3
  const reason = mainReason(mode)
  return (
    <>
      <tr
        className={isChosen ? 'mode is-chosen' : 'mode'}
        onClick={toggle}
        data-testid={`mode-${mode.mode}`}
        data-allowed={String(mode.allowed)}
      >
        <th scope="row">
          <button
            type="button"
            className="plain mode-name"
            aria-expanded={isOpen}
            aria-label={t.open(modeLabel(mode.mode, language))}
            data-row
            onClick={event => {
              event.stopPropagation()
              toggle()
            }}
          >
            <span className={isOpen ? 'chevron open' : 'chevron'} aria-hidden="true" />
            <span>
              <b className="figures">{modeCode(mode.mode)}</b> {modeName(mode.mode, language)}
            </span>
          </button>
          {isChosen ? <span className="tag mode-tag chosen">{t.chosen}</span> : null}
          {isLeast ? <span className="tag mode-tag">{t.cheapest}</span> : null}
        </th>
        <td>
          <StateMark state={state}>{t[word]}</StateMark>
        </td>
        {mode.taxes ? (
          <Amounts mode={mode} kinds={kinds} />
        ) : (
          <td colSpan={wide} className="mode-why second">
            {reason?.text}
            {reason?.source ? <span className="quiet">{t.inBrackets(reason.source)}</span> : null}
          </td>
        )}
      </tr>
      {isOpen ? (
        <tr className="mode-open">
          <td colSpan={wide + 2}>
            <ModeDetail mode={mode} input={props.input} override={props.override} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Amounts({ mode, kinds }: { mode: ModeJson; kinds: readonly TaxKind[] }) {
  return (
    <>
      {kinds.map(kind => (
        <td key={kind} className="num">
          <Amount value={mode.taxes?.[kind]} />
        </td>
      ))}
      <td className="num">
        <Amount value={mode.refund} />
      </td>
      <td className="num mode-net">
        <Amount value={mode.netCost} />
      </td>
      <td className="num">{mode.documents?.length ?? 0}</td>
    </>
  )
}
