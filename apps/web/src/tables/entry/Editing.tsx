import { useState } from 'react'
import { useCommand } from '../../form/use-command.ts'
import { dayOf } from '../../part/today.ts'
import { shownColumns, type TableInfo } from '../rows/cell-columns.tsx'
import { EntryConflict } from './EntryConflict.tsx'
import { asInput, EntryForm, type Typed } from './EntryForm.tsx'
import type { Entry } from './EntryPage.tsx'

interface Props {
  info: TableInfo
  entry: Entry
  isEnding: boolean
  close: () => void
}

/** Correcting an entry or ending it, upon the version that was seen when it was opened. */
export function Editing({ info, entry, isEnding, close }: Props) {
  const [seen, setSeen] = useState(entry)
  const [typed, setTyped] = useState<Typed>(() => typedOf(entry, isEnding))
  const edit = useCommand('customs.table.edit', ['customs.table.'])
  const { table } = info
  const { cells, ...rest } = asInput(typed)
  const isContradicted = edit.problem?.code === 'table.entry_changed'
  const send = () =>
    edit.run(
      { table, key: entry.key, version: seen.version, ...rest, ...(isEnding ? {} : { cells }) },
      { onSuccess: close },
    )
  const columns = shownColumns(info.columns, entry.versions.slice(0, 1))
  if (isContradicted) {
    return (
      <EntryConflict
        table={table}
        entryKey={entry.key}
        columns={columns}
        base={typedOf(seen, isEnding)}
        mine={typed}
        formOf={now => typedOf(now, isEnding)}
        take={(chosen, now) => {
          setSeen(now)
          setTyped(chosen)
          edit.forget()
        }}
        leave={close}
      />
    )
  }
  return (
    <EntryForm
      columns={columns}
      typed={typed}
      change={setTyped}
      isThere
      isEnding={isEnding}
      problem={edit.problem}
      isRunning={edit.isRunning}
      send={send}
      cancel={close}
    />
  )
}

/** The form as it opens: what stands, from its own days on; an end begins today. */
function typedOf({ versions }: Entry, isEnding: boolean): Typed {
  const [newest] = versions
  return {
    cells: newest?.cells ?? {},
    from: isEnding ? dayOf(Date.now()) : (newest?.from ?? ''),
    to: newest?.to ?? '',
    source: isEnding ? '' : (newest?.source ?? newest?.since.source ?? ''),
    reason: '',
  }
}
