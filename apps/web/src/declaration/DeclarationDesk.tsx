import { DeskFrame } from '../look/DeskFrame.tsx'
import { useMay } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import './declaration.css'
import { deskTexts } from './desk.texts.ts'
import { calm } from './live.ts'

const pages = [
  { to: '/declarations', name: 'home', needs: 'customs.declaration.read', isFirst: true },
  { to: '/declarations/all', name: 'list', needs: 'customs.declaration.read' },
  { to: '/declarations/summaries', name: 'summaries', needs: 'customs.declaration.read' },
  { to: '/declarations/held', name: 'held', needs: 'customs.declaration.read' },
  { to: '/declarations/declarant', name: 'declarant', needs: 'customs.declarant.read' },
] as const

/** The desk of whoever declares, or watches over it: what waits, every declaration, the record of the one who declares. */
export function DeclarationDesk() {
  const t = useTexts(deskTexts)
  const mayRead = useMay('customs.declaration.read')
  const status = useAsk('customs.declaration.status', {}, { enabled: mayRead, every: calm })
  const held = status.data?.held ?? 0
  const waits = held > 0 ? <span className="figures count bad">{held}</span> : null
  return (
    <DeskFrame
      className="declarations"
      label={t.pages}
      pages={pages}
      names={t}
      mark={name => (name === 'held' ? waits : null)}
    />
  )
}
