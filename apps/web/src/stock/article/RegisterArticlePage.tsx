import { useNavigate } from '@tanstack/react-router'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { NewRecord } from '../../form/NewRecord.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useDraft } from '../../form/use-draft.ts'
import { useTitle } from '../../part/title.ts'
import type { RegisterArticle } from '../../remote/market.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockRules } from '../use-stock.ts'
import { articlesTexts } from './articles.texts.ts'

const empty = {
  sku: '',
  zh: '',
  en: '',
  unit: '',
  tracking: '' as '' | 'none' | 'lot' | 'serial',
  hsCode: '',
  shelfLifeDays: '',
  low: '',
  nearExpiryDays: '',
}

/** The command's input; a number of days that is none goes as it was typed, so that the server names the field. */
function registration(typed: typeof empty): RegisterArticle {
  const text = (value: string) => value.trim()
  const days = (value: string) => (/^\d+$/.test(text(value)) ? Number(text(value)) : text(value)) as number
  return {
    sku: text(typed.sku),
    name: { zh: text(typed.zh), en: text(typed.en) || text(typed.zh) },
    unit: typed.unit,
    tracking: typed.tracking as 'none',
    ...(text(typed.hsCode) ? { hsCode: text(typed.hsCode) } : {}),
    ...(text(typed.shelfLifeDays) ? { shelfLifeDays: days(typed.shelfLifeDays) } : {}),
    ...(text(typed.low) ? { low: text(typed.low) } : {}),
    ...(text(typed.nearExpiryDays) ? { nearExpiryDays: days(typed.nearExpiryDays) } : {}),
  }
}

/** A new article: what it is called, counted in, and how its pieces are told apart. */
export function RegisterArticlePage() {
  const t = { ...useTexts(stockTexts), ...useTexts(articlesTexts) }
  useTitle(t.register)
  const { language } = useLanguage()
  const units = useStockRules()?.units ?? {}
  const navigate = useNavigate()
  const { draft: typed, change, forget } = useDraft('register-article', empty)
  const register = useCommand('market.article.register', ['market.article.'])
  return (
    <NewRecord
      back="/stock/articles"
      all={t.all}
      title={t.register}
      about={t.fixed}
      problem={register.problem}
      send={() =>
        register.run(registration(typed), {
          onSuccess: () => {
            forget()
            navigate({ to: '/stock/articles', search: { q: typed.sku.trim() } })
          },
        })
      }
      action={t.send}
      isRunning={register.isRunning}
      testId="article"
    >
      <div className="form-pair">
        <TextField
          place="/sku"
          label={t.sku}
          kind="code"
          isFirst
          value={typed.sku}
          change={sku => change({ sku })}
          testId="article-sku"
        />
        <TextField
          place="/name"
          label={t.nameZh}
          value={typed.zh}
          change={zh => change({ zh })}
          testId="article-name"
        />
        <TextField place="/name/en" label={t.nameEn} value={typed.en} change={en => change({ en })} />
      </div>
      <div className="form-pair">
        <ChoiceField
          place="/unit"
          label={t.unit}
          none={t.choose}
          value={typed.unit}
          options={Object.entries(units).map(([value, name]) => ({
            value,
            name: `${value} ${name[language]}`,
          }))}
          change={unit => change({ unit })}
          testId="article-unit"
        />
        <ChoiceField
          place="/tracking"
          label={t.tracking}
          none={t.choose}
          value={typed.tracking}
          options={(['none', 'lot', 'serial'] as const).map(value => ({ value, name: t[value] }))}
          change={tracking => change({ tracking })}
          testId="article-tracking"
        />
        <TextField
          place="/hsCode"
          label={t.hsCode}
          kind="code"
          value={typed.hsCode}
          change={hsCode => change({ hsCode })}
        />
      </div>
      <div className="form-pair">
        <TextField
          place="/shelfLifeDays"
          label={`${t.shelfLife}（${t.days}）`}
          kind="decimal"
          value={typed.shelfLifeDays}
          change={shelfLifeDays => change({ shelfLifeDays })}
          testId="article-life"
        />
        <TextField
          place="/low"
          label={t.low}
          kind="decimal"
          value={typed.low}
          change={low => change({ low })}
        />
        <TextField
          place="/nearExpiryDays"
          label={`${t.nearExpiry}（${t.days}）`}
          about={t.byRule}
          kind="decimal"
          value={typed.nearExpiryDays}
          change={nearExpiryDays => change({ nearExpiryDays })}
        />
      </div>
    </NewRecord>
  )
}
