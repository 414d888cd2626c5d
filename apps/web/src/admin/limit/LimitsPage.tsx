import { PageHead } from '../../list/PageHead.tsx'
import { Asked } from '../../part/Asked.tsx'
import { useTitle } from '../../part/title.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { LimitItem } from './LimitItem.tsx'
import { limitsTexts } from './limits.texts.ts'

/** What the installation holds sign-in, sessions, passwords, links and keys to. */
export function LimitsPage() {
  const t = useTexts(limitsTexts)
  useTitle(t.title)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Asked of={useAsk('kernel.limit.list', {})}>
        {({ limits }) => (
          <ul className="sheet limits" data-testid="limits">
            {limits.map(limit => (
              <LimitItem key={limit.name} limit={limit} />
            ))}
          </ul>
        )}
      </Asked>
    </>
  )
}
