import { dayAndTime } from '../../part/time.ts'
import type { OrderDetail } from '../../remote/contracts.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { toFixTexts } from '../to-fix.texts.ts'
import './fix.css'

/** How an order that was refused was put right: by whom, and what stood in each cell before. */
export function FixNote({ fix }: { fix: NonNullable<OrderDetail['fix']> }) {
  const t = useTexts(toFixTexts)
  const { language } = useLanguage()
  return (
    <div className="order-override fix-note" data-testid="fix-note">
      <p>{t.fixed(fix.by[language], dayAndTime(fix.at))}</p>
      <ul>
        {fix.changes.map(({ place, column, before, after }) => (
          <li key={`${place.en} ${column}`}>
            {place[language]} <del className="figures">{before || t.none}</del> →{' '}
            <ins className="figures">{after || t.none}</ins>
          </li>
        ))}
      </ul>
    </div>
  )
}
