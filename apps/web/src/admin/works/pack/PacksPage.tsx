import { getRouteApi, Link } from '@tanstack/react-router'
import type { Column } from '../../../list/column.ts'
import { PageHead } from '../../../list/PageHead.tsx'
import { Table } from '../../../list/Table.tsx'
import { Asked } from '../../../part/Asked.tsx'
import { StateMark } from '../../../part/StateMark.tsx'
import { dayAndTime } from '../../../part/time.ts'
import { useTitle } from '../../../part/title.ts'
import { useMay } from '../../../remote/session.ts'
import { useAsk } from '../../../remote/use-query.ts'
import type { Texts } from '../../../text/catalogue.ts'
import { useTexts } from '../../../text/language.tsx'
import '../works.css'
import { Comparison } from './Comparison.tsx'
import { packsTexts } from './packs.texts.ts'
import { shortDigest, type Version } from './version.ts'

const route = getRouteApi('/admin/packs')

/** Which versions of the packs were applied since when, and what changed between two. */
export function PacksPage() {
  const t = useTexts(packsTexts)
  useTitle(t.title)
  const { pack, to, from } = route.useSearch()
  const listed = useAsk('kernel.pack.list', {})
  return (
    <Asked of={listed}>
      {({ versions }) =>
        pack && to ? (
          <Comparison versions={versions.filter(each => each.id === pack)} pack={pack} to={to} from={from} />
        ) : (
          <Versions versions={versions} />
        )
      }
    </Asked>
  )
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const t = useTexts(packsTexts)
  const mayCompare = useMay('kernel.pack.read')
  const names = [...new Set(versions.map(each => each.id))]
  const latest = new Set(names.map(name => versions.find(each => each.id === name)?.run))
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {versions.length === 0 ? (
        <p className="sheet empty">{t.nothing}</p>
      ) : (
        <Table
          label={t.title}
          columns={columnsOf(t, each => latest.has(each.run), mayCompare)}
          rows={versions}
          keyOf={each => `${each.id} ${each.run}`}
          groups={names.map(name => [name, versions.filter(each => each.id === name)] as const)}
          testId="packs"
        />
      )}
    </>
  )
}

function columnsOf(
  t: Texts<typeof packsTexts>,
  isLatest: (version: Version) => boolean,
  mayCompare: boolean,
): Column<Version>[] {
  return [
    {
      key: 'since',
      head: t.since,
      kind: 'figures',
      className: 'nowrap',
      text: each => dayAndTime(each.appliedAt),
      cell: each =>
        mayCompare ? (
          <Link to="/admin/packs" search={{ pack: each.id, to: each.run }} data-row>
            {dayAndTime(each.appliedAt)}
          </Link>
        ) : (
          dayAndTime(each.appliedAt)
        ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: each => (isLatest(each) ? t.now : t.before),
      cell: each => (
        <StateMark state={isLatest(each) ? 'done' : 'idle'}>{isLatest(each) ? t.now : t.before}</StateMark>
      ),
      narrow: 'mark',
    },
    {
      key: 'version',
      head: t.version,
      kind: 'code',
      text: each => shortDigest(each.digest),
      cell: each => <span title={each.digest}>{shortDigest(each.digest)}</span>,
      narrow: 'left',
    },
    { key: 'files', head: t.files, kind: 'number', text: each => String(each.files), narrow: 'right' },
  ]
}
