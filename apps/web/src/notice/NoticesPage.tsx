import { getRouteApi, Link } from '@tanstack/react-router'
import { useCommand } from '../form/use-command.ts'
import { Choice } from '../list/Choice.tsx'
import { Filters } from '../list/Filters.tsx'
import { Listed } from '../list/Listed.tsx'
import { PageHead } from '../list/PageHead.tsx'
import { useFilters } from '../list/use-filters.ts'
import { type Pages, usePages } from '../list/use-pages.ts'
import { Refusal } from '../part/Refusal.tsx'
import { useTitle } from '../part/title.ts'
import type { Answer } from '../remote/contracts.ts'
import { Refused } from '../remote/problem.ts'
import { useMay } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { NoticeDays } from './NoticeDays.tsx'
import './notice.css'
import { noticeTexts } from './notice.texts.ts'
import type { NoticesSearch } from './routes.ts'

const route = getRouteApi('/notices')
const limit = 50

type Notice = Answer<'kernel.notice.list'>['notices'][number]

function useNotices(unread: boolean, kind: string | undefined): Pages<Notice, Answer<'kernel.notice.list'>> {
  return usePages(
    'kernel.notice.list',
    { unread, limit, ...(kind && { kind }) },
    {
      rows: answer => answer.notices,
      next: answer => (answer.more ? answer.notices.at(-1)?.id : undefined),
      every: () => 60_000,
      isCalm: true,
    },
  )
}

/** What the reader was told: the unread first, then what was read, by day. */
export function NoticesPage() {
  const t = useTexts(noticeTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const { kind } = route.useSearch()
  const change = useFilters<NoticesSearch>()
  const unread = useNotices(true, kind)
  const earlier = useNotices(false, kind)
  const { data: choices } = useAsk('kernel.notice.kinds', {})
  const read = useCommand('kernel.notice.read', ['kernel.notice'])
  const mayAnnounce = useMay('kernel.announcement.send')
  const mark = (notice: Notice) => read.run({ notice: notice.id })
  const isEmpty = unread.rows?.length === 0 && earlier.rows?.length === 0
  return (
    <div className="page notices">
      <PageHead
        title={t.title}
        tools={
          <span className="notice-tools">
            <Link to="/notices/choose" data-testid="notice-choose">
              {t.choose}
            </Link>
            {mayAnnounce ? (
              <Link to="/notices/announce" data-testid="announce">
                {t.announce}
              </Link>
            ) : null}
          </span>
        }
        action={
          unread.head?.unread ? (
            <button
              type="button"
              className="button"
              disabled={read.isRunning}
              onClick={() => read.run({})}
              data-testid="read-all"
            >
              {t.readAll}
            </button>
          ) : null
        }
      >
        <Filters clear={kind ? () => change({ kind: undefined }) : undefined}>
          <Choice
            label={t.kind}
            every={t.everyKind}
            value={kind}
            options={(choices?.kinds ?? []).map(each => ({ value: each.kind, name: each.name[language] }))}
            change={next => change({ kind: next })}
            testId="notice-kind"
          />
        </Filters>
      </PageHead>
      {read.problem ? <Refusal error={new Refused(read.problem)} /> : null}
      {isEmpty ? (
        <p className="sheet empty">{kind ? t.noneSo : t.nothing}</p>
      ) : (
        <>
          <section aria-label={t.unread} data-testid="notices-unread">
            <h2 className="section">
              {t.unread} <span className="figures quiet">{unread.head?.unread ?? ''}</span>
            </h2>
            <Listed of={unread} empty={t.allRead}>
              {rows => <NoticeDays notices={rows} mark={mark} />}
            </Listed>
          </section>
          {earlier.rows?.length ? (
            <section aria-label={t.earlier} data-testid="notices-read">
              <h2 className="section">{t.earlier}</h2>
              <Listed of={earlier} empty={t.nothing}>
                {rows => <NoticeDays notices={rows} mark={mark} />}
              </Listed>
            </section>
          ) : null}
        </>
      )}
    </div>
  )
}
