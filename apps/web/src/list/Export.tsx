import { useEffect, useRef, useState } from 'react'
import { Progress } from '../part/Progress.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { dayAndTime } from '../part/time.ts'
import { useWho } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import type { Column } from './column.ts'
import { conditionsNow } from './conditions.ts'
import './export.css'
import { exportHeads } from './export-cells.ts'
import { listTexts } from './list.texts.ts'
import { hand, writeFile } from './write-file.ts'

interface Props<T> {
  /** The file's name, without its ending. */
  name: string
  columns: readonly Column<T>[]
  /** The rows, or all of a list page by page. */
  rows: readonly T[] | ((signal: AbortSignal) => AsyncGenerator<readonly T[]>)
  /** How many rows there are, where that is known. */
  total?: number | undefined
}

type Format = 'xlsx' | 'csv'

/** Downloads a list as it is shown: its rows under its conditions, in its order, its columns, its language. */
export function Export<T>({ name, columns, rows, total }: Props<T>) {
  const t = useTexts(listTexts)
  const { who } = useWho()
  const { language } = useLanguage()
  const [read, setRead] = useState<number>()
  const [problem, setProblem] = useState<{ error: unknown; format: Format }>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const run = async (format: Format, signal: AbortSignal) => {
    const now = new Date().toISOString()
    const reader = who?.account.name[language] ?? t.nobody
    const narrowed = conditionsNow().map(({ label, value }) => t.condition(label, value))
    const note = t.note(narrowed.join(t.and) || t.unnarrowed, dayAndTime(now), reader)
    const spec = { name, heads: exportHeads(columns), note, creator: reader, created: now }
    const pages = typeof rows === 'function' ? rows(signal) : [rows]
    const file = await writeFile(format, spec, columns, pages, signal, setRead)
    hand(`${name}.${format}`, file)
  }
  const start = (format: Format) => {
    const controller = new AbortController()
    running.current = controller
    setProblem(undefined)
    setRead(0)
    run(format, controller.signal)
      .catch(error => controller.signal.aborted || setProblem({ error, format }))
      .finally(() => setRead(undefined))
  }
  if (read !== undefined) {
    const share = total ? Math.min(1, read / total) : undefined
    return (
      <span className="export figures" data-testid="exporting">
        <Progress share={share} label={t.exporting(read.toLocaleString('en-US'))} />
        <span role="status">{t.exporting(read.toLocaleString('en-US'))}</span>
        <button
          type="button"
          className="plain link"
          onClick={() => running.current?.abort()}
          data-testid="export-stop"
        >
          {t.stop}
        </button>
      </span>
    )
  }
  return (
    <>
      <span className="export nowrap">
        <span className="quiet">{t.export}</span>
        <button
          type="button"
          className="plain link"
          title={t.exportAbout}
          aria-label={`${t.export} Excel`}
          onClick={() => start('xlsx')}
          data-testid="export-xlsx"
        >
          Excel
        </button>
        <button
          type="button"
          className="plain link"
          title={t.exportAbout}
          aria-label={`${t.export} CSV`}
          onClick={() => start('csv')}
          data-testid="export"
        >
          CSV
        </button>
      </span>
      {problem ? <Refusal error={problem.error} again={() => start(problem.format)} /> : null}
    </>
  )
}
