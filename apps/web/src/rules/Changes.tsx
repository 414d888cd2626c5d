import { Link } from '@tanstack/react-router'
import type { Column } from '../list/column.ts'
import { Export } from '../list/Export.tsx'
import { Table } from '../list/Table.tsx'
import { Asked } from '../part/Asked.tsx'
import { valueLines } from '../part/value.ts'
import type { Answer } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import type { Language, Texts } from '../text/catalogue.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { rulesTexts } from './rules.texts.ts'
import { rulePath } from './search.ts'

type Change = Answer<'customs.rule.compare'>['changes'][number]
type Side = Change['before']

/** What changes in the rules between two days. */
export function Changes({ date, other, words }: { date: string; other: string; words: string | undefined }) {
  const t = useTexts(rulesTexts)
  const { language } = useLanguage()
  const changes = useAsk('customs.rule.compare', { date, toDate: other })
  const columns = changeColumns(t, language, date, other)
  const wanted = words?.toLowerCase() ?? ''
  return (
    <Asked of={changes}>
      {answer => {
        const shown = answer.changes.filter(change =>
          [change.id, nameOf(change, language), change.after?.source ?? '', change.before?.source ?? ''].some(
            text => text.toLowerCase().includes(wanted),
          ),
        )
        return (
          <>
            <p className="quiet rules-count">
              <span className="figures" role="status" data-testid="rules-changed">
                {t.changed(shown.length, date, other)}
              </span>
              {shown.length > 0 ? (
                <Export name={`${t.title} ${date} ${other}`} columns={columns} rows={shown} />
              ) : null}
            </p>
            {shown.length === 0 ? (
              <p className="sheet empty">{t.noChange}</p>
            ) : (
              <Table
                label={t.changesTitle}
                columns={columns}
                rows={shown}
                keyOf={change => change.id}
                testId="rule-changes"
              />
            )}
          </>
        )
      }}
    </Asked>
  )
}

const nameOf = ({ id, before, after }: Change, language: Language) =>
  (after ?? before)?.title?.[language] ?? id

const said = (side: Side) =>
  side ? [valueLines(side.value).join('\n'), side.unit].filter(Boolean).join(' ') : ''

const sideColumn = (
  key: string,
  head: string,
  side: (change: Change) => Side,
  none: string,
): Column<Change> => ({
  key,
  head,
  className: 'rule-value figures',
  text: change => said(side(change)),
  cell: change => {
    const one = side(change)
    if (!one) return <span className="quiet">{none}</span>
    return (
      <>
        {said(one)}
        <span className="unit">{one.source}</span>
      </>
    )
  },
})

const changeColumns = (
  t: Texts<typeof rulesTexts>,
  language: Language,
  date: string,
  other: string,
): Column<Change>[] => [
  {
    key: 'rule',
    head: t.rule,
    className: 'rule-id',
    text: change => nameOf(change, language),
    cell: change => (
      <>
        <Link to="/rules/$id" params={{ id: rulePath(change.id) }} search={{ date: other }} data-row>
          {nameOf(change, language)}
        </Link>
        <span className="unit code">{change.id}</span>
      </>
    ),
    narrow: 'title',
  },
  sideColumn('before', t.on(date), change => change.before, t.notInForce),
  sideColumn('after', t.on(other), change => change.after, t.notInForce),
]
