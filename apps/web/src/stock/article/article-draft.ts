import type { Commands } from '../../remote/calls/index.ts'
import type { Article } from '../../remote/market.ts'

type ChangeArticle = Commands['market.article.change']['input']

/** What may change of an article, as it is typed. */
export interface ArticleDraft {
  readonly zh: string
  readonly en: string
  readonly hsCode: string
  readonly shelfLifeDays: string
  readonly low: string
  readonly nearExpiryDays: string
}

export function articleDraft({ name, hsCode, shelfLifeDays, low, nearExpiryDays }: Article): ArticleDraft {
  const text = (value: string | number | undefined) => (value === undefined ? '' : String(value))
  return {
    zh: name.zh,
    en: name.en,
    hsCode: text(hsCode),
    shelfLifeDays: text(shelfLifeDays),
    low: text(low),
    nearExpiryDays: text(nearExpiryDays),
  }
}

const fields = ['zh', 'en', 'hsCode', 'shelfLifeDays', 'low', 'nearExpiryDays'] as const

export function isArticleDraft(value: unknown): value is ArticleDraft {
  const draft = value as Record<string, unknown> | null | undefined
  return Boolean(draft) && fields.every(field => typeof draft?.[field] === 'string')
}

/** The command's input; empty takes a value away. What is no number goes as it was typed: the server names the field. */
export function articleChange(draft: ArticleDraft, article: string, version: number): ChangeArticle {
  const text = (value: string) => value.trim() || null
  const days = (value: string) => (/^\d+$/.test(value.trim()) ? Number(value) : text(value)) as number | null
  return {
    article,
    version,
    name: { zh: draft.zh.trim(), en: draft.en.trim() || draft.zh.trim() },
    hsCode: text(draft.hsCode),
    shelfLifeDays: days(draft.shelfLifeDays),
    low: text(draft.low),
    nearExpiryDays: days(draft.nearExpiryDays),
  }
}
