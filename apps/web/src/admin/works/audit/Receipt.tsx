import { useState } from 'react'
import { Refusal } from '../../../part/Refusal.tsx'
import { ask } from '../../../remote/call.ts'
import { useTexts } from '../../../text/language.tsx'
import { eventTexts } from './audit.texts.ts'
import { tarOf } from './tar.ts'

/** Hands out what proves a run to somebody outside. */
export function Receipt({ run }: { run: string }) {
  const t = useTexts(eventTexts)
  const [error, setError] = useState<unknown>()
  const [isRunning, setRunning] = useState(false)
  const take = () => {
    setRunning(true)
    setError(undefined)
    ask('kernel.audit.receipt', { run })
      .then(({ files }) => hand(`receipt-${run}.tar`, tarOf(`receipt-${run}`, files)))
      .catch(setError)
      .finally(() => setRunning(false))
  }
  return (
    <div className="event-receipt">
      <button type="button" className="button" onClick={take} disabled={isRunning} data-testid="receipt">
        {t.receipt}
      </button>
      <span className="second">{t.receiptAbout}</span>
      {error ? <Refusal error={error} again={take} /> : null}
    </div>
  )
}

function hand(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/x-tar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
