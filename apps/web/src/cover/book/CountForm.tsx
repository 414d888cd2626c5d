import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTexts } from '../../text/language.tsx'
import type { Book } from './BookPage.tsx'
import { bookTexts } from './book.texts.ts'

const line = { recordNo: '', counted: '' }
const empty = { paper: '', reason: '', lines: [line] }

/** What the firm counted, handed in for the customs to agree to. */
export function CountForm({ book }: { book: Book }) {
  const t = useTexts(bookTexts)
  const count = useCommand('customs.book.count', ['customs.book.'])
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(empty)
  const setLine = (at: number, part: Partial<typeof line>) =>
    setTyped({ ...typed, lines: typed.lines.map((each, n) => (n === at ? { ...each, ...part } : each)) })
  const send = () =>
    count.run(
      {
        book: book.id,
        paper: typed.paper.trim(),
        reason: typed.reason.trim(),
        // What is no number goes as it was typed, so that the server names the field.
        lines: typed.lines.map(({ recordNo, counted }) => ({
          recordNo: (/^\d+$/.test(recordNo.trim()) ? Number(recordNo) : recordNo) as number,
          counted: counted.trim(),
        })),
      },
      {
        onSuccess: () => {
          setTyped(empty)
          setOpen(false)
        },
      },
    )
  if (!isOpen) {
    return (
      <div className="record-ends">
        <button type="button" className="button" onClick={() => setOpen(true)} data-testid="count-open">
          {t.count}
        </button>
      </div>
    )
  }
  return (
    <div className="sheet form-sheet">
      <Form
        problem={count.problem}
        send={send}
        actions={
          <>
            <button type="submit" className="button main" disabled={count.isRunning} data-testid="count-send">
              {t.send}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => setTyped({ ...typed, lines: [...typed.lines, line] })}
            >
              {t.addLine}
            </button>
          </>
        }
      >
        <p className="second">{t.countAbout}</p>
        <div className="form-pair">
          <TextField
            place="/paper"
            label={t.countPaper}
            value={typed.paper}
            change={paper => setTyped({ ...typed, paper })}
            isFirst
            testId="count-paper"
          />
          <TextField
            place="/reason"
            label={t.countReason}
            value={typed.reason}
            change={reason => setTyped({ ...typed, reason })}
            testId="count-reason"
          />
        </div>
        {typed.lines.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place until it is handed in.
          <div className="form-pair" key={at}>
            <TextField
              place={`/lines/${at}/recordNo`}
              label={t.countNo}
              kind="decimal"
              value={each.recordNo}
              change={recordNo => setLine(at, { recordNo })}
              testId={`count-no-${at}`}
            />
            <TextField
              place={`/lines/${at}/counted`}
              label={t.found}
              kind="decimal"
              value={each.counted}
              change={counted => setLine(at, { counted })}
              testId={`count-counted-${at}`}
            />
          </div>
        ))}
      </Form>
    </div>
  )
}
