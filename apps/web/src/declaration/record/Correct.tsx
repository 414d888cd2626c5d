import { type ReactNode, useMemo, useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Choice } from '../../list/Choice.tsx'
import { Asked } from '../../part/Asked.tsx'
import { useKept } from '../../part/kept.ts'
import type { DeclarationRead, GivenField, GivenFields, Obstacle } from '../../remote/declarations.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { saidText } from '../said.ts'
import { GiveField } from './GiveField.tsx'
import { amendment, type GiveDraft, isGiveDraft, placeOf, shownIn, wantedFields } from './give-draft.ts'
import { Obstacles } from './Obstacles.tsx'
import { recordTexts } from './record.texts.ts'

/** What is missing or was refused, as a form: what the book can say is typed here, the rest says where it is given. */
export function Correct({ declaration }: { declaration: DeclarationRead }) {
  const t = useTexts(recordTexts)
  const { id, orderNos, obstacleList } = declaration
  const isOfMany = orderNos.length > 1
  const first = obstacleList.find(each => each.where === 'book' && each.order)?.order
  const [chosen, choose] = useState<string>()
  const order = isOfMany ? (chosen ?? first) : undefined
  const input = !order ? { id } : { id, order }
  const fields = useAsk('customs.declaration.fields', input)
  return (
    <section className="sheet obstacles" data-testid="correct">
      {isOfMany ? (
        <Choice
          label={t.forOrder}
          every={t.forAll}
          value={order}
          options={orderNos.map(value => ({
            value,
            name: obstacleList.some(each => each.order === value) ? t.missesSome(value) : value,
          }))}
          change={value => choose(value ?? '')}
          testId="give-order"
        />
      ) : null}
      <Asked of={fields} rows={3}>
        {answer => (
          <Giving key={order} declaration={declaration} order={order || undefined} fields={answer} />
        )}
      </Asked>
    </section>
  )
}

interface GivingProps {
  declaration: DeclarationRead
  /** The one order that it is given for; undefined: all of them. */
  order: string | undefined
  fields: GivenFields
}

function Giving({ declaration, order, fields }: GivingProps) {
  const t = useTexts(recordTexts)
  const { id, state, said } = declaration
  const isOfIt = (each: Obstacle) => declaration.orderNos.length < 2 || each.order === order
  const obstacleList = declaration.obstacleList.filter(each => each.where !== 'book' || isOfIt(each))
  const [kept, keep] = useKept<GiveDraft>(['give', id, order].filter(Boolean).join(' '), isGiveDraft)
  const [isSaved, setSaved] = useState(false)
  const draft = kept ?? {}
  const amend = useCommand('customs.declaration.amend', ['customs.'])
  const send = () =>
    amend.run(amendment(id, draft, order), {
      onSuccess: () => {
        keep(undefined)
        setSaved(true)
      },
    })
  const wanted = wantedFields(obstacleList)
  const fieldOf = (name: string, line: number | undefined): GivenField | undefined =>
    (line === undefined ? fields.order : (fields.lines.find(each => each.line === line)?.fields ?? [])).find(
      each => each.name === name,
    )
  const typed = wanted.filter(each => fieldOf(each.name, each.line))
  const isTyped = (place: string) => typed.some(each => placeOf(each.name, each.line) === place)
  const elsewhere = obstacleList.filter(
    each => each.where !== 'book' || !each.field || !fieldOf(each.field, each.line),
  )
  const entry = (field: GivenField, line: number | undefined, messages?: readonly string[]) => {
    const place = placeOf(field.name, line)
    return (
      <GiveField
        key={place}
        field={field}
        place={place}
        value={shownIn(draft, place, field)}
        change={value => keep({ ...draft, [place]: value })}
        messages={messages}
      />
    )
  }
  const lines = [...new Set(typed.flatMap(each => each.line ?? []))]
  return (
    <>
      <h2>{state === 'draft' ? t.obstacles : t.correctTitle}</h2>
      {state === 'draft' ? null : (
        <>
          {said ? (
            <p className="remark" data-testid="customs-said">
              <b>{t.saidCustoms}</b>　{saidText(said)}
            </p>
          ) : null}
          <p className="second">{t.correctAbout}</p>
        </>
      )}
      <Obstacles of={elsewhere} />
      <Form
        problem={amend.problem}
        send={send}
        testId="give-form"
        actions={
          <>
            <button type="submit" className="button main" disabled={amend.isRunning} data-testid="give-send">
              {kept === undefined ? t.unchanged : t.save}
            </button>
            {isSaved && kept === undefined ? <span role="status">{t.saved}</span> : null}
          </>
        }
      >
        <div className="give">
          {typed
            .filter(each => each.line === undefined)
            .map(each => entry(fieldOf(each.name, undefined)!, undefined, each.messages))}
        </div>
        {lines.map(line => (
          <div key={line}>
            <h3 className="give-line">
              {t.ofLine(line, fields.lines.find(each => each.line === line)?.name ?? '')}
            </h3>
            <div className="give">
              {typed
                .filter(each => each.line === line)
                .map(each => entry(fieldOf(each.name, line)!, line, each.messages))}
            </div>
          </div>
        ))}
        <Others which="there" isOpen={state !== 'draft'} fields={fields} isTyped={isTyped} entry={entry} />
        <Others which="empty" isOpen={false} fields={fields} isTyped={isTyped} entry={entry} />
      </Form>
    </>
  )
}

interface OthersProps {
  /** Those that hold something, or those that hold nothing. */
  which: 'there' | 'empty'
  isOpen: boolean
  fields: GivenFields
  /** What is wanted stands above already. */
  isTyped: (place: string) => boolean
  entry: (field: GivenField, line: number | undefined) => ReactNode
}

/** Further fields that may be given or corrected; on a phone they stay folded. */
function Others({ which, isOpen, fields, isTyped, entry }: OthersProps) {
  const t = useTexts(recordTexts)
  const isWide = useMemo(() => matchMedia('(min-width: 721px)').matches, [])
  const of = (own: readonly GivenField[], line: number | undefined) =>
    own.filter(
      field => (field.value !== undefined) === (which === 'there') && !isTyped(placeOf(field.name, line)),
    )
  const order = of(fields.order, undefined)
  const lines = fields.lines
    .map(({ line, name, fields: own }) => ({ line, name, own: of(own, line) }))
    .filter(({ own }) => own.length > 0)
  if (order.length === 0 && lines.length === 0) return null
  return (
    <details className="more" open={isOpen && isWide} data-testid={`give-${which}`}>
      <summary>{which === 'there' ? t.more : t.moreEmpty}</summary>
      <div className="give">{order.map(field => entry(field, undefined))}</div>
      {lines.map(({ line, name, own }) => (
        <div key={line}>
          <h3 className="give-line">{t.ofLine(line, name)}</h3>
          <div className="give">{own.map(field => entry(field, line))}</div>
        </div>
      ))}
    </details>
  )
}
