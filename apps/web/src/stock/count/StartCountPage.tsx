import { Link, useNavigate } from '@tanstack/react-router'
import { Form } from '../../form/Form.tsx'
import { ChoiceField } from '../../form/fields.tsx'
import { Labelled } from '../../form/Labelled.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useDraft } from '../../form/use-draft.ts'
import { useTitle } from '../../part/title.ts'
import { useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { GoodsName } from '../GoodsName.tsx'
import { ScanField } from '../ScanField.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useArticles, useArticlesOf, useStockNames, useWarehouses } from '../use-stock.ts'
import { countsTexts } from './counts.texts.ts'

const empty = { warehouse: '', owner: '', articles: [] as readonly string[] }

/** A count is begun: in which warehouse, whose goods, all of them or some. */
export function StartCountPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(countsTexts) }
  useTitle(t.start)
  const { language } = useLanguage()
  const { who } = useWho()
  const names = useStockNames()
  const articles = useArticles() ?? []
  const mine = (useWarehouses() ?? []).filter(each => each.keeper === who?.party.id)
  const navigate = useNavigate()
  const { draft: typed, change: setTyped, forget } = useDraft('start-count', empty)
  const storages = useAsk(
    'market.storage.list',
    { warehouse: typed.warehouse },
    { enabled: typed.warehouse !== '' },
  )
  const owners = (storages.data?.storages ?? []).filter(each => each.state === 'agreed')
  const ofOwner = useArticlesOf(typed.owner || who?.party.id)
  const start = useCommand('market.count.start', ['market.count.'])
  const take = (code: string) => {
    const found = ofOwner(code)
    if (!found) return t.noArticle(code)
    if (!typed.articles.includes(found.id)) setTyped({ ...typed, articles: [...typed.articles, found.id] })
    return found.name[language]
  }
  const send = () =>
    start.run(
      {
        warehouse: typed.warehouse,
        ...(typed.owner ? { owner: typed.owner } : {}),
        ...(typed.articles.length > 0 ? { articles: [...typed.articles] } : {}),
      },
      {
        onSuccess: ({ id }) => {
          forget()
          navigate({ to: '/stock/counts/$id', params: { id } })
        },
      },
    )
  return (
    <>
      <header className="record-head">
        <Link to="/stock/counts" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>{t.start}</h1>
        <p className="second">{t.startAbout}</p>
      </header>
      <div className="sheet form-sheet">
        <Form
          problem={start.problem}
          send={send}
          testId="count-form"
          actions={
            <button type="submit" className="button main" disabled={start.isRunning} data-testid="count-send">
              {t.start}
            </button>
          }
        >
          <div className="form-pair">
            <ChoiceField
              place="/warehouse"
              label={t.warehouse}
              none={t.choose}
              value={typed.warehouse}
              options={mine.map(each => ({ value: each.id, name: each.name[language] }))}
              change={warehouse => setTyped({ warehouse, owner: '', articles: [] })}
              testId="count-warehouse"
            />
            <ChoiceField
              place="/owner"
              label={t.ownerId}
              none={t.choose}
              value={typed.owner}
              options={owners.map(({ owner }) => ({ value: owner, name: names.party(owner) }))}
              change={owner => setTyped({ ...typed, owner, articles: [] })}
              testId="count-owner"
            />
          </div>
          <Labelled place="/articles" label={t.onlyArticle} about={t.onlyAbout}>
            {() => (
              <>
                <ScanField label={t.onlyArticle} hint={t.scanHint} take={take} />
                <ul className="chosen">
                  {typed.articles.map(id => (
                    <li key={id} className="tag">
                      <GoodsName sku={articles.find(each => each.id === id)?.sku ?? ''} name={undefined} />
                      <button
                        type="button"
                        className="plain link"
                        aria-label={`× ${names.article(id) ?? ''}`}
                        onClick={() =>
                          setTyped({ ...typed, articles: typed.articles.filter(each => each !== id) })
                        }
                      >
                        ×
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Labelled>
        </Form>
      </div>
    </>
  )
}
