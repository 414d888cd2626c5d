import { getRouteApi, Link } from '@tanstack/react-router'
import type { Column } from '../list/column.ts'
import { Table } from '../list/Table.tsx'
import { Asked } from '../part/Asked.tsx'
import { StateMark } from '../part/StateMark.tsx'
import { Strength, strengthName } from '../part/Strength.tsx'
import { useTitle } from '../part/title.ts'
import { dayOf } from '../part/today.ts'
import { valueLines } from '../part/value.ts'
import type { Answer } from '../remote/contracts.ts'
import { useMay } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import type { Language, Texts } from '../text/catalogue.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Source } from './Source.tsx'
import './rules.css'
import { rulesTexts } from './rules.texts.ts'
import { ruleOfPath } from './search.ts'
import { Uses } from './Uses.tsx'

const route = getRouteApi('/rules/$id')

type History = Answer<'customs.rule.get'>
type Version = History['versions'][number]

/** One rule through time: each version with its days and source, which holds on the day, and what rests on it. */
export function RulePage() {
  const id = ruleOfPath(route.useParams().id)
  const rule = useAsk('customs.rule.get', { id })
  return (
    <div className="page">
      <Asked of={rule}>{answer => <Whole rule={answer} />}</Asked>
    </div>
  )
}

/** The last day of a version: stated, or the day before the next one begins. */
const holds = (versions: readonly Version[], at: number, day: string) => {
  const { from, to } = versions[at]!
  const next = versions[at + 1]?.from
  return from <= day && (to === undefined || to >= day) && (next === undefined || next > day)
}

function Whole({ rule }: { rule: History }) {
  const t = useTexts(rulesTexts)
  const { language } = useLanguage()
  const { date = dayOf(Date.now()) } = route.useSearch()
  const mayRead = useMay('customs.plan.read')
  const name = rule.title?.[language] ?? rule.id
  useTitle(name)
  const rows = rule.versions.map((version, at) => ({ ...version, isInForce: holds(rule.versions, at, date) }))
  return (
    <>
      <header className="record-head">
        <Link to="/rules" search={{ date }} data-back className="record-up">
          ← {t.title}
        </Link>
        <h1>{name}</h1>
        <p className="second code">{rule.id}</p>
      </header>
      <Table
        label={t.timeline}
        columns={versionColumns(rule, date, t, language)}
        rows={rows.toReversed()}
        keyOf={version => version.from}
        testId="rule-versions"
      />
      {mayRead ? <Uses id={rule.id} /> : null}
    </>
  )
}

const versionColumns = (
  rule: History,
  date: string,
  t: Texts<typeof rulesTexts>,
  language: Language,
): Column<Version & { isInForce: boolean }>[] => [
  {
    key: 'since',
    head: t.since,
    kind: 'figures',
    className: 'nowrap',
    text: ({ from, to }) => `${from} – ${to ?? ''}`.trim(),
    narrow: 'title',
  },
  {
    key: 'now',
    head: '',
    className: 'nowrap',
    text: version => (version.isInForce ? t.inForceOn(date) : ''),
    cell: version =>
      version.isInForce ? (
        <StateMark state="done">{t.inForceOn(date)}</StateMark>
      ) : (
        <span className="quiet">—</span>
      ),
    narrow: 'mark',
  },
  {
    key: 'value',
    head: t.value,
    className: 'rule-value figures',
    text: version => [valueLines(version.value).join('\n'), rule.unit].filter(Boolean).join(' '),
  },
  {
    key: 'source',
    head: t.source,
    className: 'rule-source',
    text: version => version.source,
    cell: version => (
      <>
        <Source of={version.source} />
        {version.note ? <span className="unit">{version.note}</span> : null}
      </>
    ),
  },
  {
    key: 'strength',
    head: t.strength,
    text: version => strengthName(version.strength, language),
    cell: version => <Strength of={version.strength} />,
  },
]
