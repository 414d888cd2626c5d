import { useNavigate } from '@tanstack/react-router'
import { moveAmongRows } from '../../part/arrows.ts'
import { useTitle } from '../../part/title.ts'
import { useMay } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { ScanField } from '../ScanField.tsx'
import { useArticles } from '../use-stock.ts'
import { CountsWaiting, HoldsWaiting } from './Handled.tsx'
import { ReceiptsWaiting } from './ReceiptsWaiting.tsx'
import { TransfersWaiting } from './TransfersWaiting.tsx'
import '../../list/waiting.css'
import { todayTexts } from './today.texts.ts'
import { useFindOpen } from './use-open.ts'
import { Expiring, Low } from './Watched.tsx'

/** A document's number: R-20261123-0001. */
const documentNumber = /^[RTC]-\d{8}-\d+$/i

/** The day of whoever keeps goods or owns them: what waits, what is late, what soon will be no good. */
export function TodayPage() {
  const t = useTexts(todayTexts)
  useTitle(t.title)
  const navigate = useNavigate()
  const articles = useArticles()
  const findOpen = useFindOpen()
  const mayDispatch = useMay('market.transfer.handle')
  const take = (code: string) => {
    const open = findOpen(code)
    // A number is its owner's own: a keeper may keep two owners' articles of one number.
    const [article, another] = (articles ?? []).filter(each => each.sku.toLowerCase() === code.toLowerCase())
    if (open) navigate({ href: open })
    else if (article && !another) navigate({ to: '/stock/articles/$id', params: { id: article.id } })
    else if (documentNumber.test(code)) return t.noneOpen(code)
    else navigate({ to: '/stock/levels', search: { q: code, empty: 'with' } })
    return undefined
  }
  return (
    <>
      <h1 className="unseen">{t.title}</h1>
      <ScanField label={t.scan} hint={t.scanHint} take={take} testId="scan" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the links inside. */}
      <div className="today" onKeyDown={moveAmongRows}>
        <ReceiptsWaiting />
        <TransfersWaiting which="overdue" />
        {mayDispatch ? <TransfersWaiting which="ordered" /> : null}
        <TransfersWaiting which="dispatched" />
        <HoldsWaiting />
        <CountsWaiting />
        <Expiring />
        <Low />
      </div>
    </>
  )
}
