import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Asked } from '../../part/Asked.tsx'
import { useKept } from '../../part/kept.ts'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Profile } from '../../remote/declarations.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
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
import { Sends } from './Sends.tsx'
import { WindowFields } from './WindowFields.tsx'

/** What a party is to the customs and whom it works with: given once, used by every declaration. */
export function DeclarantPage() {
  const t = useTexts(declarantTexts)
  useTitle(t.title)
  const { who } = useWho()
  const declarant = useAsk('customs.declarant.read', {})
  return (
    <>
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      <Asked of={declarant}>
        {({ profile, changedAt }) => (
          <>
            <p className="second">{changedAt ? t.changed(dayAndTime(changedAt)) : t.none}</p>
            <Giving key={who?.party.id} profile={profile} party={who?.party.id ?? ''} />
          </>
        )}
      </Asked>
    </>
  )
}

function Giving({ profile, party }: { profile: Profile | null; party: string }) {
  const t = useTexts(declarantTexts)
  const mayWrite = useMay('customs.declarant.write')
  const [kept, keep] = useKept(`declarant ${party}`, isProfileDraft)
  const draft = kept ?? draftOf(profile)
  const change = (part: Partial<ProfileDraft>) => keep({ ...draft, ...part })
  const set = useCommand('customs.declarant.set', ['customs.'])
  if (!mayWrite) return <p className="remark">{t.readOnly}</p>
  return (
    <div className="sheet form-sheet">
      <Form
        problem={set.problem}
        send={() => set.run(profileOf(draft), { onSuccess: () => keep(undefined) })}
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
            {kept ? (
              <>
                <span className="second">{t.unsaved}</span>
                <button type="button" className="plain link" onClick={() => keep(undefined)}>
                  {t.undo}
                </button>
              </>
            ) : null}
            {set.answer && !kept ? <span role="status">{t.saved}</span> : null}
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
