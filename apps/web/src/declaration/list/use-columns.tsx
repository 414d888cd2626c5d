import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { modeLabel } from '../../part/modes.ts'
import { dayAndTime } from '../../part/time.ts'
import type { Declaration } from '../../remote/declarations.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { DeclarationState } from '../DeclarationState.tsx'
import { deskTexts } from '../desk.texts.ts'
import { saidText } from '../said.ts'
import { formTexts, stateTexts, stateWord, wordIn } from '../words.ts'

/** What stands small below the time on the screen has a column of its own in an export. */
export const exportedToo = (plan: string): Column<Declaration> => ({
  key: 'plan',
  head: plan,
  text: row => row.plan ?? '',
})

/** The columns of a list of declarations; whose they are is told where there are several parties. */
export function useDeclarationColumns(isOfMany: boolean): Column<Declaration>[] {
  const t = useTexts(deskTexts)
  const states = useTexts(stateTexts)
  const forms = useTexts(formTexts)
  const { language } = useLanguage()
  const orders = (row: Declaration) => row.orderNo ?? (row.orders > 0 ? t.orders(row.orders) : t.noOrder)
  const said = (row: Declaration) =>
    [row.said ? saidText(row.said) : '', row.obstacles > 0 ? t.missing(row.obstacles) : '']
      .filter(Boolean)
      .join(' · ')
  return [
    {
      key: 'number',
      sortBy: 'number',
      head: t.number,
      kind: 'figures',
      text: row => row.number,
      cell: row => (
        <Link to="/declarations/$id" params={{ id: row.id }} className="figures nowrap" data-row>
          {row.number}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      sortBy: 'state',
      head: t.state,
      text: row =>
        [stateWord(states, row.state), row.isLate ? t.late : '', row.isContradicted ? t.contradicted : '']
          .filter(Boolean)
          .join(' '),
      cell: row => <DeclarationState of={row} />,
      narrow: 'mark',
    },
    { key: 'order', head: t.orderNo, kind: 'figures', text: orders, className: 'breaks' },
    {
      key: 'mode',
      sortBy: 'mode',
      head: t.mode,
      text: row => `${modeLabel(row.mode, language)} ${wordIn(forms, row.form)}`,
      cell: row => (
        <>
          <span>{modeLabel(row.mode, language)}</span>
          <span className="unit">{wordIn(forms, row.form)}</span>
        </>
      ),
    },
    {
      key: 'listNo',
      head: t.listNo,
      kind: 'figures',
      text: row => row.listNo ?? '',
      narrow: 'left',
      className: 'breaks',
    },
    { key: 'said', head: t.said, text: said, className: 'said' },
    {
      key: 'todo',
      head: t.todo,
      text: row => row.todo?.text[language] ?? '',
      cell: row => <span className="second">{row.todo?.text[language] ?? ''}</span>,
      className: 'said',
    },
    ...(isOfMany
      ? [{ key: 'party', head: t.party, text: (row: Declaration) => row.party?.[language] ?? '' } as const]
      : []),
    {
      key: 'since',
      sortBy: 'changed',
      head: t.stateAt,
      kind: 'figures',
      className: 'nowrap second',
      text: row => dayAndTime(row.stateAt),
      cell: row => (
        <>
          {dayAndTime(row.stateAt)}
          <span className="unit">{row.plan}</span>
        </>
      ),
      narrow: 'off',
    },
  ]
}
