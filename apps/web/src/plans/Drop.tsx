import { type DragEvent, useRef, useState } from 'react'
import { useTexts } from '../text/language.tsx'
import { newTexts } from './new.texts.ts'
import { bookKinds, sizeText } from './rates.ts'

interface Props {
  file: File | undefined
  choose: (file: File) => void
  isBusy: boolean
  /** What it takes, in words and by the files' endings; absent: order books. */
  formats?: string
  accept?: string
  says?: string
  testId?: string
}

/** Where a workbook is dropped, or chosen by click or key. */
export function Drop({
  file,
  choose,
  isBusy,
  formats,
  accept = bookKinds,
  says,
  testId = 'plan-file',
}: Props) {
  const t = useTexts(newTexts)
  const [isOver, setOver] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [first] = event.dataTransfer.files
    if (first && !isBusy) choose(first)
  }
  return (
    <>
      <button
        type="button"
        className={`drop sheet${isOver ? ' over' : ''}${file ? ' filled' : ''}`}
        onClick={() => field.current?.click()}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
        disabled={isBusy}
      >
        {file ? (
          <>
            <b>{file.name}</b>
            <span className="second figures">{t.size(sizeText(file.size))}</span>
            <span className="link">{t.change}</span>
          </>
        ) : (
          <>
            <b>{says ?? t.drop}</b>
            <span className="link">{t.or}</span>
            <span className="quiet">{formats ?? t.formats}</span>
          </>
        )}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept={accept}
        data-testid={testId}
        onChange={event => {
          const [first] = event.target.files ?? []
          if (first) choose(first)
          event.target.value = ''
        }}
      />
    </>
  )
}
