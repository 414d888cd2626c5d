import type { Column } from '../list/column.ts'
import { RuleName } from '../part/RuleName.tsx'
import { Strength, strengthName } from '../part/Strength.tsx'
import { valueLines } from '../part/value.ts'
import type { OrderDetail, Rule } from '../remote/contracts.ts'
import type { Language, Texts } from '../text/catalogue.ts'
import './rules.css'
import type { rulesTexts } from './rules.texts.ts'
import { Source } from './Source.tsx'

type Shown = Rule | OrderDetail['rules'][number]

/** A rule's value with its unit, on as many lines as it has parts. */
const shownWithUnit = (rule: Shown) =>
  [valueLines(rule.value).join('\n'), 'unit' in rule ? rule.unit : undefined].filter(Boolean).join(' ')

/** A version of a rule: what it says, since when, and on what it stands. */
export function ruleColumns(t: Texts<typeof rulesTexts>, language: Language, date: string): Column<Shown>[] {
  return [
    {
      key: 'rule',
      head: t.rule,
      className: 'rule-id',
      text: rule => rule.title?.[language] ?? rule.id,
      cell: rule => <RuleName rule={rule} date={date} />,
    },
    { key: 'value', head: t.value, className: 'rule-value figures', text: shownWithUnit },
    {
      key: 'since',
      head: t.since,
      kind: 'figures',
      className: 'nowrap',
      text: ({ from, to }) => `${from} – ${to ?? ''}`.trim(),
    },
    {
      key: 'source',
      head: t.source,
      className: 'rule-source',
      text: rule => rule.source,
      cell: rule => (
        <>
          <Source of={rule.source} />
          {'note' in rule && rule.note ? <span className="unit">{rule.note}</span> : null}
        </>
      ),
    },
    {
      key: 'strength',
      head: t.strength,
      text: rule => strengthName(rule.strength, language),
      cell: rule => <Strength of={rule.strength} />,
    },
  ]
}
