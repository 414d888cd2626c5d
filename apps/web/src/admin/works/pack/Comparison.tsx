import { Link, useNavigate } from '@tanstack/react-router'
import { Asked } from '../../../part/Asked.tsx'
import { dayAndTime } from '../../../part/time.ts'
import type { Answer } from '../../../remote/contracts.ts'
import { useAsk } from '../../../remote/use-query.ts'
import { useTexts } from '../../../text/language.tsx'
import { packsTexts } from './packs.texts.ts'
import { shortDigest, type Version } from './version.ts'

type Compared = Answer<'kernel.pack.compare'>
type File = Compared['files'][number]

interface Props {
  versions: readonly Version[]
  pack: string
  to: string
  from: string | undefined
}

/** What differs between two versions of a pack, file by file and line by line. */
export function Comparison({ versions, pack, to, from }: Props) {
  const t = useTexts(packsTexts)
  const navigate = useNavigate()
  const compared = useAsk('kernel.pack.compare', { pack, to, ...(from && { from }) })
  const version = versions.find(each => each.run === to)
  return (
    <article data-testid="comparison">
      <header className="record-head">
        <Link to="/admin/packs" data-back className="record-up">
          ← {t.back}
        </Link>
        <h1>
          {pack} · {t.compare}
        </h1>
        {version ? (
          <p className="second figures">
            {dayAndTime(version.appliedAt)} <span className="code">{shortDigest(version.digest)}</span>
          </p>
        ) : null}
        {versions.length > 1 ? (
          <p>
            <label>
              {t.against}{' '}
              <select
                className="field figures"
                value={from ?? ''}
                onChange={event =>
                  navigate({
                    to: '/admin/packs',
                    search: { pack, to, from: event.target.value || undefined },
                    replace: true,
                  })
                }
                data-testid="against"
              >
                <option value="">{t.prior}</option>
                {versions
                  .filter(each => each.run !== to)
                  .map(each => (
                    <option key={each.run} value={each.run}>
                      {dayAndTime(each.appliedAt)} {shortDigest(each.digest)}
                    </option>
                  ))}
              </select>
            </label>
          </p>
        ) : null}
      </header>
      <Asked of={compared}>{answer => <Files of={answer} />}</Asked>
    </article>
  )
}

function Files({ of }: { of: Compared }) {
  const t = useTexts(packsTexts)
  if (of.files.length === 0) return <p className="sheet empty">{t.same}</p>
  return (
    <>
      {of.from ? null : <p className="second">{t.first}</p>}
      <ul className="diff-files">
        {of.files.map(file => (
          <li key={file.name} className="sheet diff-file">
            <FileDiff file={file} />
          </li>
        ))}
      </ul>
    </>
  )
}

function FileDiff({ file }: { file: File }) {
  const t = useTexts(packsTexts)
  const counts = [file.added > 0 && `+${file.added}`, file.removed > 0 && `−${file.removed}`]
  const head = (
    <>
      <b className="code">{file.name}</b> <span className="tag">{t[file.change]}</span>{' '}
      <span className="quiet figures">{counts.filter(Boolean).join(' ')}</span>
    </>
  )
  if (file.hunks.length === 0) return <p className="diff-head">{head}</p>
  return (
    <details open={file.added + file.removed <= 60}>
      <summary className="diff-head">{head}</summary>
      {file.hunks.map(hunk => (
        <ol key={`${hunk[0]?.sign}${hunk[0]?.number}`} className="diff code">
          {hunk.map(({ sign, number, text }) => (
            <li
              key={`${sign}${number}`}
              className={sign === '+' ? 'plus' : sign === '-' ? 'minus' : undefined}
            >
              <span className="diff-number">{number}</span>
              <span aria-hidden="true" className="diff-sign">
                {sign}
              </span>
              {sign === ' ' ? null : (
                <span className="unseen">{sign === '+' ? t.lineAdded : t.lineRemoved}</span>
              )}
              <span className="diff-text">{text}</span>
            </li>
          ))}
        </ol>
      ))}
      {file.left > 0 ? <p className="quiet diff-head">{t.left(file.left)}</p> : null}
    </details>
  )
}
