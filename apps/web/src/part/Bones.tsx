import { useTexts } from '../text/language.tsx'
import { partTexts } from './part.texts.ts'

const widths = ['72%', '94%', '61%', '86%', '78%', '55%', '90%', '67%']

/** The place of rows that are being read. */
export function Bones({ rows = 6 }: { rows?: number }) {
  const t = useTexts(partTexts)
  return (
    <div role="status" aria-label={t.loading} style={{ display: 'grid', gap: 14, padding: 20 }}>
      {widths.slice(0, rows).map(width => (
        <div key={width} className="bone" style={{ width }} />
      ))}
    </div>
  )
}
