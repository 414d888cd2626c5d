import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { ask } from '../remote/call.ts'
import { useWho } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { paletteTexts } from './palette.texts.ts'
import { usePages } from './use-pages.ts'

export interface Found {
  readonly key: string
  readonly label: string
  readonly note?: string | undefined
  /** The address it opens, or what it does. */
  readonly to?: string
  readonly run?: () => void
}

/** What was found of one kind. */
export interface FoundGroup {
  readonly name: string
  readonly items: readonly Found[]
}

const perKind = 5

/**
 * What the palette offers. For some words: what the server finds, kind by kind, beside pages and actions of that name.
 * For none: what one has begun lately, then every page and action.
 */
export function useFound(words: string): {
  groups: readonly FoundGroup[]
  isFailed: boolean
  isBusy: boolean
} {
  const t = useTexts(paletteTexts)
  const { language } = useLanguage()
  const { who } = useWho()
  const search = useDeferredValue(words.trim())
  const { pages, actions } = usePages()
  const found = useQuery({
    queryKey: ['kernel.search.find', search, who?.account.id, who?.party.id],
    queryFn: ({ signal }) => ask('kernel.search.find', { text: search, limit: perKind }, signal),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  const day = useAsk('kernel.desk.today', {}, { enabled: Boolean(who) && search === '' })
  const has = ({ label }: Found) => label.toLowerCase().includes(search.toLowerCase())
  const group = (name: string, items: readonly Found[]) => (items.length > 0 ? [{ name, items }] : [])
  if (search === '') {
    const recent = (day.data?.started ?? []).slice(0, perKind).map(each => ({
      key: `${each.kind} ${each.page}`,
      label: each.number ?? each.title[language],
      note: each.kindName[language],
      to: each.page,
    }))
    return {
      groups: [...group(t.recent, recent), ...group(t.page, pages), ...group(t.action, actions)],
      isFailed: false,
      isBusy: false,
    }
  }
  const kinds = (found.data?.kinds ?? []).map(({ kind, name, hits }) => ({
    name: name[language],
    items: hits.map(({ key, number, title, note, page }) => ({
      key: `${kind} ${key}`,
      label:
        title[language] === number || number === undefined
          ? title[language]
          : `${number}　${title[language]}`,
      note: note?.[language],
      to: page,
    })),
  }))
  return {
    groups: [...group(t.page, pages.filter(has)), ...group(t.action, actions.filter(has)), ...kinds],
    isFailed: found.isError,
    isBusy: found.isFetching,
  }
}
