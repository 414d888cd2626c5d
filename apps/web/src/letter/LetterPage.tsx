import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useFilters } from '../list/use-filters.ts'
import { Asked } from '../part/Asked.tsx'
import { useTitle } from '../part/title.ts'
import type { Letter } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Chapters } from './Chapters.tsx'
import { Contents } from './Contents.tsx'
import { everything, Filters } from './Filters.tsx'
import { Head } from './Head.tsx'
import './letter.css'
import { letterTexts } from './letter.texts.ts'
import { chaptersOf, selectRows } from './select.ts'

const route = getRouteApi('/letter')

/** The first page: the city's letter as the table of contents of the product. */
export function LetterPage() {
  const letter = useAsk('letter.row.list', {})
  return (
    <div className="letter-page">
      <Asked of={letter} rows={8}>
        {answer => <Whole letter={answer} />}
      </Asked>
    </div>
  )
}

function Whole({ letter }: { letter: Letter }) {
  const t = useTexts(letterTexts)
  const { language } = useLanguage()
  const wanted = route.useSearch()
  const change = useFilters<typeof wanted>()
  const rows = selectRows(letter, wanted, language)
  useTitle(letter.letter.title[language])
  const chapters = chaptersOf(letter, rows, language)
  const { hash } = useLocation()
  useEffect(() => {
    if (hash.startsWith('row-')) document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [hash])
  return (
    <>
      <Head letter={letter} wanted={wanted} change={change} />
      <div className="letter-body">
        <Contents letter={letter} wanted={wanted} change={change} />
        <div className="letter-main">
          <Filters letter={letter} wanted={wanted} change={change} shown={rows.length} />
          {chapters.length === 0 ? (
            <div className="empty" data-testid="letter-empty">
              <p>{t.nothing}</p>
              <button type="button" className="button" onClick={() => change(everything)}>
                {t.clear}
              </button>
            </div>
          ) : (
            <Chapters chapters={chapters} letter={letter} aimed={hash} />
          )}
        </div>
      </div>
    </>
  )
}
