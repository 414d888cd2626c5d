import { useCommand } from '../../../form/use-command.ts'
import { Listed } from '../../../list/Listed.tsx'
import { PageHead } from '../../../list/PageHead.tsx'
import { Table } from '../../../list/Table.tsx'
import { usePages } from '../../../list/use-pages.ts'
import { Progress } from '../../../part/Progress.tsx'
import { Refusal } from '../../../part/Refusal.tsx'
import { dayAndTime } from '../../../part/time.ts'
import { useTitle } from '../../../part/title.ts'
import { Refused } from '../../../remote/problem.ts'
import { useMay } from '../../../remote/session.ts'
import { useTexts } from '../../../text/language.tsx'
import { AskOnce } from '../AskOnce.tsx'
import { OnlyFor } from '../OnlyFor.tsx'
import '../works.css'
import { type Backup, backupColumns } from './backup-columns.tsx'
import { backupsTexts } from './backups.texts.ts'

const isUnderWay = ({ state }: Backup) => state === 'waiting' || state === 'running'

/** What backups there are, the one under way, and the way to another. */
export function BackupsPage() {
  return (
    <OnlyFor permission="kernel.backup.read">
      <Page />
    </OnlyFor>
  )
}

function Page() {
  const t = useTexts(backupsTexts)
  useTitle(t.title)
  const backups = usePages(
    'kernel.backup.list',
    { limit: 30 },
    {
      rows: answer => answer.backups,
      next: answer => (answer.more ? answer.backups.at(-1)?.id : undefined),
      every: rows => (rows.some(isUnderWay) ? 1000 : 30_000),
    },
  )
  const mayStart = useMay('kernel.backup.start')
  const mayVerify = useMay('kernel.backup.verify')
  const start = useCommand('kernel.backup.start', ['kernel.backup'])
  const verify = useCommand('kernel.backup.verify', ['kernel.backup'])
  const columns = backupColumns(t, mayVerify ? backup => verify.run({ backup: backup.id }) : undefined)
  const current = backups.rows?.find(isUnderWay)
  const problem = start.problem ?? verify.problem
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        action={
          mayStart ? (
            <button
              type="button"
              className="button main"
              onClick={() => start.run({})}
              disabled={start.isRunning || current !== undefined}
              data-testid="backup-start"
            >
              {t.start}
            </button>
          ) : null
        }
      />
      {problem ? <Refusal error={new Refused(problem)} /> : null}
      {current ? <UnderWay backup={current} /> : null}
      <Listed of={backups} empty={t.nothing}>
        {rows => (
          <Table label={t.title} columns={columns} rows={rows} keyOf={each => each.id} testId="backups" />
        )}
      </Listed>
      <Unrecorded folders={backups.head?.unrecorded ?? []} />
      <div className="works-notes second">
        <p>{t.where}</p>
        <p>
          {t.byHand}
          <code className="code">./tongqu backup {'<dir>'}</code>
        </p>
        <p>
          {t.restore}
          <code className="code">./tongqu restore {'<dir>'}</code>
        </p>
      </div>
    </>
  )
}

function UnderWay({ backup }: { backup: Backup }) {
  const t = useTexts(backupsTexts)
  const mayCancel = useMay('kernel.backup.cancel')
  const cancel = useCommand('kernel.backup.cancel', ['kernel.backup'])
  const { done, parts } = backup
  const said = backup.isCancelling ? t.cancelling : parts ? t.progress(done, parts) : t[backup.state]
  return (
    <section className="sheet works-running" data-testid="backup-running" aria-label={t.running}>
      <p className="figures" role="status">
        {said}
      </p>
      <Progress share={parts ? done / parts : undefined} label={said} />
      {mayCancel && !backup.isCancelling ? (
        <AskOnce
          label={t.cancel}
          name={t.yes}
          sure={t.sure}
          yes={t.yes}
          no={t.no}
          isRunning={cancel.isRunning}
          act={() => cancel.run({ backup: backup.id })}
          testId="backup-cancel"
        />
      ) : null}
    </section>
  )
}

function Unrecorded({ folders }: { folders: readonly { readonly folder: string; readonly at: string }[] }) {
  const t = useTexts(backupsTexts)
  if (folders.length === 0) return null
  return (
    <section data-testid="unrecorded">
      <h2 className="section">{t.unrecorded}</h2>
      <p className="second">{t.unrecordedAbout}</p>
      <ul className="works-folders">
        {folders.map(({ folder, at }) => (
          <li key={folder}>
            <span className="code">{folder}</span> <span className="quiet figures">{dayAndTime(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
