import type { Column } from '../../../list/column.ts'
import { grouped } from '../../../part/amount.ts'
import { type State, StateMark } from '../../../part/StateMark.tsx'
import { dayAndTime } from '../../../part/time.ts'
import type { Answer } from '../../../remote/contracts.ts'
import type { Language, Texts } from '../../../text/catalogue.ts'
import { useLanguage } from '../../../text/language.tsx'
import { sizeText } from '../size.ts'
import type { backupsTexts } from './backups.texts.ts'

export type Backup = Answer<'kernel.backup.list'>['backups'][number]
type T = Texts<typeof backupsTexts>

const marks: Record<Backup['state'], State> = {
  waiting: 'waits',
  running: 'runs',
  done: 'done',
  failed: 'refused',
  cancelled: 'idle',
}

const holdsOf = (backup: Backup, t: T): string =>
  [
    backup.rows !== undefined && t.rows(grouped(String(backup.rows)), backup.tables ?? 0),
    backup.files !== undefined && t.files(grouped(String(backup.files))),
    backup.missingFiles ? t.missing(backup.missingFiles) : undefined,
    backup.head !== undefined && t.upTo(grouped(String(backup.head))),
  ]
    .filter(Boolean)
    .join(' · ')

export function backupColumns(t: T, verify: ((backup: Backup) => void) | undefined): Column<Backup>[] {
  return [
    {
      key: 'made',
      head: t.made,
      kind: 'figures',
      className: 'nowrap',
      text: each => dayAndTime(each.endedAt ?? each.askedAt),
      cell: each => (
        <>
          {dayAndTime(each.endedAt ?? each.askedAt)}
          <span className="unit">{each.login ?? t.commandLine}</span>
        </>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: each => t[each.state],
      cell: each => <Standing backup={each} t={t} />,
      narrow: 'mark',
    },
    { key: 'holds', head: t.holds, text: each => holdsOf(each, t) },
    {
      key: 'size',
      head: t.size,
      kind: 'figures',
      className: 'nowrap',
      text: each => (each.bytes === undefined ? '' : sizeText(each.bytes)),
      narrow: 'left',
    },
    {
      key: 'verified',
      head: t.verified,
      text: each => (each.verifiedAt ? dayAndTime(each.verifiedAt) : t.never),
      cell: each => <Verified backup={each} t={t} verify={verify} />,
    },
    { key: 'folder', head: t.folder, kind: 'code', text: each => each.folder, className: 'works-about' },
  ]
}

function Standing({ backup, t }: { backup: Backup; t: T }) {
  const { language }: { language: Language } = useLanguage()
  return (
    <>
      <StateMark state={marks[backup.state]}>{t[backup.state]}</StateMark>
      {backup.failure ? <span className="works-error">{backup.failure[language]}</span> : null}
      {backup.state === 'done' && !backup.isThere ? <span className="unit">{t.gone}</span> : null}
    </>
  )
}

function Verified({
  backup,
  t,
  verify,
}: {
  backup: Backup
  t: T
  verify: ((backup: Backup) => void) | undefined
}) {
  if (backup.state !== 'done') return <span className="quiet">—</span>
  return (
    <>
      {backup.verifiedAt ? (
        <StateMark state={backup.damaged ? 'refused' : 'done'}>
          {backup.damaged ? t.damaged(backup.damaged) : t.whole}
        </StateMark>
      ) : (
        <span className="quiet">{t.never}</span>
      )}
      {backup.verifiedAt ? <span className="unit figures">{dayAndTime(backup.verifiedAt)}</span> : null}
      {verify && backup.isThere ? (
        <button
          type="button"
          className="plain link works-check"
          onClick={() => verify(backup)}
          aria-label={`${t.verify} ${backup.folder}`}
          data-testid="backup-verify"
        >
          {t.verify}
        </button>
      ) : null}
    </>
  )
}
