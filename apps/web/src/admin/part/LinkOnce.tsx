import { useId, useRef, useState } from 'react'
import { dayAndTime } from '../../part/time.ts'
import { useTexts } from '../../text/language.tsx'
import './link-once.css'
import { partTexts } from './part.texts.ts'

/** A one-time link, shown once: what it opens, until when, a way to copy it. */
export function LinkOnce({ url, expiresAt }: { url: string | undefined; expiresAt: string }) {
  const t = useTexts(partTexts)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  if (!url) return <p className="remark">{t.linkShown}</p>
  const copy = async () => {
    field.current?.select()
    // Browsers give the clipboard to pages over TLS and on this machine only.
    const isDone = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    )
    setSaid(isDone ? t.copied : t.copyByHand)
  }
  return (
    <div className="sheet link-once" data-testid="link-once">
      <label htmlFor={id}>
        <b>{t.link}</b>
      </label>
      <div className="link-once-line">
        <input
          id={id}
          ref={field}
          className="field code"
          readOnly
          value={url}
          onFocus={event => event.target.select()}
          data-testid="link-url"
        />
        <button type="button" className="button" onClick={copy} data-testid="link-copy">
          {t.copy}
        </button>
        <span role="status" className="second">
          {said}
        </span>
      </div>
      <p className="second figures">{t.linkAbout(dayAndTime(expiresAt))}</p>
    </div>
  )
}
