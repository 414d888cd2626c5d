import { type DragEvent, useId, useState } from 'react'
import { StateMark } from '../part/StateMark.tsx'
import { useTexts } from '../text/language.tsx'
import { checkTexts } from './check.texts.ts'
import { sha256Of } from './digest.ts'

type Answer = 'reckoning' | 'same' | 'changed' | 'cannot'

/** Whether a file is the one that was issued; it is reckoned here and sent nowhere. */
export function FileCheck({ sha256 }: { sha256: string }) {
  const t = useTexts(checkTexts)
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [answer, setAnswer] = useState<{ name: string; says: Answer }>()
  const look = async (file: File | undefined) => {
    if (!file) return
    setAnswer({ name: file.name, says: 'reckoning' })
    const found = await sha256Of(file)
    setAnswer({
      name: file.name,
      says: found === undefined ? 'cannot' : found === sha256 ? 'same' : 'changed',
    })
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void look(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the file field within
    <div
      className={`sheet public-sheet public-drop ${isOver ? 'is-over' : ''}`}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <h2>{t.file}</h2>
      <p className="second">{t.fileAbout}</p>
      <label htmlFor={id} className="button">
        {t.choose}
      </label>
      <input
        id={id}
        type="file"
        accept="application/pdf,.pdf"
        className="unseen"
        onChange={event => void look(event.target.files?.[0])}
        data-testid="check-file"
      />
      {answer ? (
        <div role="status" data-testid="check-file-answer" data-answer={answer.says}>
          {answer.says === 'reckoning' ? (
            <p>{t.reckoning}</p>
          ) : answer.says === 'same' ? (
            <StateMark state="done">{t.same}</StateMark>
          ) : answer.says === 'cannot' ? (
            <>
              <p>{t.cannot}</p>
              <p className="code public-digest">{sha256}</p>
            </>
          ) : (
            <>
              <StateMark state="refused">{t.changed}</StateMark>
              <p className="second">{t.changedAbout}</p>
            </>
          )}
          <p className="quiet public-digest">{answer.name}</p>
        </div>
      ) : null}
    </div>
  )
}
