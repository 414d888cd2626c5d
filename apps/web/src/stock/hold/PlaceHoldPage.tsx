import { Link, useNavigate } from '@tanstack/react-router'
import { Form } from '../../form/Form.tsx'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { Labelled } from '../../form/Labelled.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useDraft } from '../../form/use-draft.ts'
import { useTitle } from '../../part/title.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { GoodsName } from '../GoodsName.tsx'
import { ScanField } from '../ScanField.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useArticles, useOwnArticles, useStockNames, useWarehouses } from '../use-stock.ts'
import { stockHoldsTexts } from './holds.texts.ts'

const empty = { article: '', quantity: '', warehouse: '', reference: '', minutes: '' }

/** Goods are held for an order. */
export function PlaceHoldPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(stockHoldsTexts) }
  useTitle(t.place)
  const { language } = useLanguage()
  const names = useStockNames()
  const articles = useArticles()
  const own = useOwnArticles()
  const warehouses = useWarehouses() ?? []
  const navigate = useNavigate()
  const { draft: typed, change, forget } = useDraft('place-hold', empty)
  const place = useCommand('market.hold.place', ['market.'])
  const chosen = articles?.find(each => each.id === typed.article)
  const take = (code: string) => {
    const found = own(code)
    if (!found) return t.unknown(code)
    change({ article: found.id })
    return t.chosen(found.name[language])
  }
  const send = () => {
    const minutes = typed.minutes.trim()
    const reference = typed.reference.trim()
    place.run(
      {
        article: typed.article,
        quantity: typed.quantity.trim(),
        ...(typed.warehouse ? { warehouse: typed.warehouse } : {}),
        ...(reference ? { reference } : {}),
        // What is no number goes as it was typed: the server names the field.
        ...(minutes ? { seconds: (/^\d+$/.test(minutes) ? Number(minutes) * 60 : minutes) as number } : {}),
      },
      {
        onSuccess: ({ id }) => {
          forget()
          navigate({ to: '/stock/holds/$id', params: { id } })
        },
      },
    )
  }
  return (
    <>
      <header className="record-head">
        <Link to="/stock/holds" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>{t.place}</h1>
        <p className="second">{t.lead}</p>
      </header>
      <div className="sheet form-sheet">
        <Form
          problem={place.problem}
          send={send}
          testId="hold-form"
          actions={
            <button type="submit" className="button main" disabled={place.isRunning} data-testid="hold-send">
              {t.send}
            </button>
          }
        >
          <Labelled place="/article" label={t.article}>
            {() => (
              <>
                <ScanField label={t.article} hint={t.articleHint} take={take} testId="hold-article" />
                {chosen ? (
                  <p className="entry-goods">
                    <GoodsName sku={chosen.sku} name={chosen.name[language]} />
                  </p>
                ) : null}
              </>
            )}
          </Labelled>
          <div className="form-pair">
            <TextField
              place="/quantity"
              label={chosen ? `${t.quantity}（${names.unit(chosen.unit)}）` : t.quantity}
              kind="decimal"
              value={typed.quantity}
              change={quantity => change({ quantity })}
              testId="hold-quantity"
            />
            <ChoiceField
              place="/warehouse"
              label={t.warehouse}
              none={t.everywhere}
              value={typed.warehouse}
              options={warehouses.map(each => ({ value: each.id, name: each.name[language] }))}
              change={warehouse => change({ warehouse })}
            />
          </div>
          <div className="form-pair">
            <TextField
              place="/reference"
              label={t.reference}
              kind="code"
              value={typed.reference}
              change={reference => change({ reference })}
              testId="hold-reference"
            />
            <TextField
              place="/seconds"
              label={t.minutes}
              about={t.minutesAbout}
              kind="decimal"
              value={typed.minutes}
              change={minutes => change({ minutes })}
            />
          </div>
        </Form>
      </div>
    </>
  )
}
