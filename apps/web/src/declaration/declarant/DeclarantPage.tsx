import { useEffect } from 'react'
import { Conflict } from '../../form/Conflict.tsx'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useEdit } from '../../form/use-edit.ts'
import { Asked } from '../../part/Asked.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Answer } from '../../remote/contracts.ts'
import type { Profile } from '../../remote/declarations.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { declarantTexts } from './declarant.texts.ts'
import { FirmFields } from './FirmFields.tsx'
import { FirmTable } from './FirmTable.tsx'
import {
  draftOf,
  firmNames,
  isProfileDraft,
  type ProfileDraft,
  profileOf,
  tableNames,
} from './profile-draft.ts'
import { partName, partText } from './profile-shown.ts'
import { Sends } from './Sends.tsx'
import { WindowFields } from './WindowFields.tsx'

/** What a party is to the customs and whom it works with: given once, used by every declaration. */
export function DeclarantPage() {
  const t = useTexts(declarantTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const { who } = useWho()
  const declarant = useAsk('customs.declarant.read', {})
  return (
    <>
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      <Asked of={declarant}>
        {found => (
          <>
            <p className="second">
              {found.changedAt
                ? t.changed(dayAndTime(found.changedAt), found.changedBy?.[language] ?? '')
                : t.none}
            </p>
            <Giving key={who?.party.id} found={found} party={who?.party.id ?? ''} again={declarant.refetch} />
          </>
        )}
      </Asked>
    </>
  )
}

interface Props {
  found: Answer<'customs.declarant.read'>
  party: string
  /** Reads the record again. */
  again: () => unknown
}

function Giving({ found, party, again }: Props) {
  const t = useTexts(declarantTexts)
  const mayWrite = useMay('customs.declarant.write')
  const stands = { value: draftOf(found.profile as Profile | null), version: found.version }
  const edit = useEdit<ProfileDraft>(`declarant ${party}`, stands, isProfileDraft)
  const { draft, change } = edit
  const set = useCommand('customs.declarant.set', ['customs.'])
  const isOverruled = set.problem?.code === 'record.changed'
  useEffect(() => {
    if (isOverruled) void again()
  }, [isOverruled, again])
  const send = (of: ProfileDraft, version: number) =>
    set.run({ ...profileOf(of), version }, { onSuccess: edit.forget })
  if (!mayWrite) return <p className="remark">{t.readOnly}</p>
  // While one's own change is on its way, what stands there may be that very change.
  if (edit.isOutdated && !set.isRunning)
    return (
      <Conflict
        base={edit.base}
        mine={draft}
        theirs={stands.value}
        by={found.changedBy}
        at={found.changedAt}
        nameOf={field => partName(t, field)}
        show={(field, of) => partText(t, field, of)}
        take={chosen => {
          edit.goOn(chosen)
          send(chosen, found.version)
        }}
        leave={edit.forget}
      />
    )
  return (
    <div className="sheet form-sheet">
      <Form
        problem={isOverruled ? undefined : set.problem}
        send={() => send(draft, edit.version)}
        testId="declarant-form"
        actions={
          <>
            <button
              type="submit"
              className="button main"
              disabled={set.isRunning}
              data-testid="declarant-save"
            >
              {t.save}
            </button>
            {edit.isChanged ? (
              <>
                <span className="second">{t.unsaved}</span>
                <button type="button" className="plain link" onClick={edit.forget}>
                  {t.undo}
                </button>
              </>
            ) : null}
            {set.answer && !edit.isChanged ? <span role="status">{t.saved}</span> : null}
          </>
        }
      >
        <fieldset className="firm">
          <legend>{t.self}</legend>
          <div className="form-pair">
            <TextField
              place="/dxpId"
              label={t.dxpId}
              about={t.dxpIdAbout}
              kind="code"
              value={draft.dxpId}
              change={dxpId => change({ dxpId })}
              testId="declarant-dxp"
            />
            <TextField
              place="/customsOffice"
              label={t.customsOffice}
              about={t.customsOfficeAbout}
              kind="code"
              value={draft.customsOffice}
              change={customsOffice => change({ customsOffice })}
              testId="declarant-office"
            />
          </div>
        </fieldset>
        {firmNames.map(name => (
          <FirmFields
            key={name}
            place={`/${name}`}
            title={t[name]}
            about={t[`${name}About`]}
            firm={draft[name]}
            change={firm => change({ [name]: firm })}
          />
        ))}
        <Sends chosen={draft.sends} change={sends => change({ sends })} />
        {tableNames.map(name => (
          <FirmTable
            key={name}
            place={`/${name}`}
            title={t[name]}
            about={
              name === 'producers' ? t.producersAbout : name === 'stalls' ? t.stallsAbout : t.platformsAbout
            }
            rows={draft[name]}
            change={rows => change({ [name]: rows })}
          />
        ))}
        <FirmFields
          place="/zone"
          title={t.zone}
          about={t.zoneAbout}
          firm={draft.zone}
          change={({ code, name }) => change({ zone: { ...draft.zone, code, name } })}
        >
          <TextField
            place="/zone/book"
            label={t.book}
            kind="code"
            value={draft.zone.book}
            change={book => change({ zone: { ...draft.zone, book } })}
          />
        </FirmFields>
        <WindowFields window={draft.window} change={window => change({ window })} />
      </Form>
    </div>
  )
}
