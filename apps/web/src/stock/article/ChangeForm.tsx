import { useEffect } from 'react'
import { Conflict } from '../../form/Conflict.tsx'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useEdit } from '../../form/use-edit.ts'
import { Asked } from '../../part/Asked.tsx'
import type { Article } from '../../remote/market.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { type ArticleDraft, articleChange, articleDraft, isArticleDraft } from './article-draft.ts'
import { articlesTexts } from './articles.texts.ts'

interface Props {
  id: string
  /** The form is no longer needed. */
  close: () => void
}

/** What may change of an article: its name, its code, its life, when to tell of it. */
export function ChangeForm({ id, close }: Props) {
  const article = useAsk('market.article.read', { article: id })
  return (
    <Asked of={article}>{found => <Changing article={found} again={article.refetch} close={close} />}</Asked>
  )
}

function Changing({ article, again, close }: { article: Article; again: () => unknown; close: () => void }) {
  const t = { ...useTexts(stockTexts), ...useTexts(articlesTexts) }
  const stands = { value: articleDraft(article), version: article.version }
  const edit = useEdit<ArticleDraft>(`article ${article.id}`, stands, isArticleDraft)
  const set = useCommand('market.article.change', ['market.'])
  const isOverruled = set.problem?.code === 'record.changed'
  useEffect(() => {
    if (isOverruled) void again()
  }, [isOverruled, again])
  const leave = () => {
    edit.forget()
    close()
  }
  const send = (of: ArticleDraft, version: number) =>
    set.run(articleChange(of, article.id, version), { onSuccess: leave })
  const names: Record<keyof ArticleDraft, string> = {
    zh: t.nameZh,
    en: t.nameEn,
    hsCode: t.hsCode,
    shelfLifeDays: `${t.shelfLife}（${t.days}）`,
    low: t.low,
    nearExpiryDays: `${t.nearExpiry}（${t.days}）`,
  }
  // While one's own change is on its way, what stands there may be that very change.
  if (edit.isOutdated && !set.isRunning) {
    return (
      <Conflict
        base={edit.base}
        mine={edit.draft}
        theirs={stands.value}
        by={article.changedBy}
        at={article.changedAt}
        nameOf={field => names[field]}
        show={(field, of) => of[field]}
        take={chosen => {
          edit.goOn(chosen)
          send(chosen, article.version)
        }}
        leave={edit.forget}
      />
    )
  }
  const text = (
    field: keyof ArticleDraft,
    place: string,
    kind: 'text' | 'code' | 'decimal',
    about?: string,
  ) => (
    <TextField
      place={place}
      label={names[field]}
      kind={kind}
      {...(about ? { about } : {})}
      value={edit.draft[field]}
      change={value => edit.change({ [field]: value })}
      testId={`change-${field}`}
    />
  )
  return (
    <div className="sheet form-sheet">
      <Form
        problem={isOverruled ? undefined : set.problem}
        send={() => send(edit.draft, edit.version)}
        testId="change-article"
        actions={
          <>
            <button type="submit" className="button main" disabled={set.isRunning} data-testid="change-send">
              {t.save}
            </button>
            <button type="button" className="button" onClick={leave}>
              {t.cancel}
            </button>
          </>
        }
      >
        <div className="form-pair">
          {text('zh', '/name', 'text')}
          {text('en', '/name/en', 'text')}
          {text('hsCode', '/hsCode', 'code')}
        </div>
        <div className="form-pair">
          {text('shelfLifeDays', '/shelfLifeDays', 'decimal')}
          {text('low', '/low', 'decimal')}
          {text('nearExpiryDays', '/nearExpiryDays', 'decimal', t.byRule)}
        </div>
      </Form>
    </div>
  )
}
