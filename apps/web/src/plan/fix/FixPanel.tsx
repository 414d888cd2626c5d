import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import '../../form/form.css'
import { useCommand } from '../../form/use-command.ts'
import { Asked } from '../../part/Asked.tsx'
import { Refusal } from '../../part/Refusal.tsx'
import type { Plan } from '../../remote/contracts.ts'
import { Refused } from '../../remote/problem.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { toFixTexts } from '../to-fix.texts.ts'
import { FixCell } from './FixCell.tsx'
import './fix.css'
import { cellKey, cellsOf, type Fault, type Faulty, fieldsShown, type Typed } from './typed.ts'

const route = getRouteApi('/desk/plans/$id')
/** What a fixed order changes; the cells that were put right are no more. */
const renewed = ['customs.plan.get', 'customs.plan.list', 'customs.plan.order', 'customs.plan.refused']

/** A refused order's cells beside what is wrong with them: changed here, it joins the plan without a new upload. */
export function FixPanel({ plan, position }: { plan: Plan; position: number }) {
  const faulty = useAsk('customs.plan.faulty', { id: plan.id, position })
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section className="sheet fix-panel" ref={box} data-testid="fix-panel">
      <Asked of={faulty}>{answer => <Fixing plan={plan} position={position} faulty={answer} />}</Asked>
    </section>
  )
}

function Fixing({ plan, position, faulty }: { plan: Plan; position: number; faulty: Faulty }) {
  const t = useTexts(toFixTexts)
  const { language } = useLanguage()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState<Typed>(new Map())
  const [isAll, setAll] = useState(false)
  const fix = useCommand('customs.plan.fix', renewed)
  const faults = fix.answer?.faults ?? faulty.faults
  const orderFaults = faults.filter(each => each.column === undefined)
  const close = () => navigate({ search: { tab: 'fix' }, resetScroll: false })
  const type = (key: string, value: string, stood: string) => {
    const next = new Map(typed)
    if (value === stood) next.delete(key)
    else next.set(key, value)
    setTyped(next)
  }
  const send = () =>
    fix.run(
      { id: plan.id, position, cells: cellsOf(typed) },
      {
        onSuccess: ({ planned }) => {
          if (planned) navigate({ search: { order: planned.orderNo } })
        },
      },
    )
  const part = (line: number | undefined, cells: Readonly<Record<string, string>>) => (
    <Cells
      faulty={faulty}
      line={line}
      cells={cells}
      faults={faults}
      isAll={isAll}
      typed={typed}
      type={type}
    />
  )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
      noValidate
    >
      <header>
        <h2>{t.fixTitle(faulty.orderNo)}</h2>
        <p className="second">{t.fixAbout}</p>
        <button type="button" className="plain link" onClick={() => setAll(!isAll)} data-testid="fix-all">
          {isAll ? t.fewFields : t.allFields}
        </button>
        <button type="button" className="plain link" onClick={close}>
          {t.close}
        </button>
      </header>
      {orderFaults.map(each => (
        <p key={each.code} className="form-problem">
          {each.text[language]}
        </p>
      ))}
      <fieldset>
        <legend>{t.ofOrder}</legend>
        {part(undefined, faulty.order)}
      </fieldset>
      {faulty.lines.map(line => (
        <fieldset key={line.line}>
          <legend className="figures">{line.place[language]}</legend>
          {part(line.line, line.cells)}
        </fieldset>
      ))}
      {fix.problem ? <Refusal error={new Refused(fix.problem)} /> : null}
      <div className="form-actions">
        <button type="submit" className="button main" disabled={fix.isRunning} data-testid="fix-send">
          {t.plan}
        </button>
        {fix.answer && !fix.answer.planned ? (
          <span role="alert" className="form-problem" data-testid="fix-wrong">
            {t.stillWrong(fix.answer.faults.length)}
          </span>
        ) : null}
      </div>
    </form>
  )
}

interface CellsProps {
  faulty: Faulty
  line: number | undefined
  cells: Readonly<Record<string, string>>
  faults: readonly Fault[]
  isAll: boolean
  typed: Typed
  type: (key: string, value: string, stood: string) => void
}

/** The cells of the order itself or of one of its lines: what is wrong stands first. */
function Cells({ faulty, line, cells, faults, isAll, typed, type }: CellsProps) {
  const at = (name: string) => faults.filter(each => each.line === line && each.column === name)
  const level = line === undefined ? 'order' : 'line'
  const shown = fieldsShown(
    faulty.fields,
    level,
    ({ name }) => cells[name] !== undefined || at(name).length > 0 || typed.has(cellKey(line, name)),
    isAll,
  )
  const wrong = new Set(faulty.faults.filter(each => each.line === line).map(each => each.column))
  const first = shown.filter(({ name }) => wrong.has(name))
  return (
    <div className="fix-cells">
      {[...first, ...shown.filter(field => !first.includes(field))].map(field => {
        const stood = cells[field.name] ?? ''
        const key = cellKey(line, field.name)
        return (
          <FixCell
            key={field.name}
            field={field}
            line={line}
            stood={stood}
            value={typed.get(key) ?? stood}
            change={value => type(key, value, stood)}
            faults={at(field.name)}
          />
        )
      })}
    </div>
  )
}
