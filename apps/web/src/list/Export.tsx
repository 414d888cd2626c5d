import { useEffect, useRef, useState } from 'react'
import { Refusal } from '../part/Refusal.tsx'
import { useTexts } from '../text/language.tsx'
import type { Column } from './column.ts'
import { csvHead, csvRows } from './csv.ts'
import { listTexts } from './list.texts.ts'

interface Props<T> {
  /** The file's name, without its ending. */
  name: string
  columns: readonly Column<T>[]
  /** The rows, or all of a list page by page. */
  rows: readonly T[] | ((signal: AbortSignal) => AsyncGenerator<readonly T[]>)
}

/** Excel takes a CSV for UTF-8 by this mark only. */
const mark = '\ufeff'

/** Downloads a list as CSV: the rows under its filters, the columns of its table. */
export function Export<T>({ name, columns, rows }: Props<T>) {
  const t = useTexts(listTexts)
  const [read, setRead] = useState<number>()
  const [error, setError] = useState<unknown>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const run = async (signal: AbortSignal) => {
    const parts = [mark, csvHead(columns)]
    let count = 0
    for await (const some of typeof rows === 'function' ? rows(signal) : [rows]) {
      parts.push(csvRows(columns, some))
      count += some.length
      setRead(count)
    }
    hand(name, parts)
  }
  const start = () => {
    const controller = new AbortController()
    running.current = controller
    setError(undefined)
    setRead(0)
    run(controller.signal)
      .catch(problem => controller.signal.aborted || setError(problem))
      .finally(() => setRead(undefined))
  }
  return (
    <>
      <button
        type="button"
        className="plain link nowrap figures"
        title={t.exportAbout}
        onClick={read === undefined ? start : () => running.current?.abort()}
        data-testid="export"
      >
        {read === undefined ? t.export : t.exporting(read)}
      </button>
      {error ? <Refusal error={error} again={start} /> : null}
    </>
  )
}

function hand(name: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
