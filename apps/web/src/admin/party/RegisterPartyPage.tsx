import { useNavigate } from '@tanstack/react-router'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { NewRecord } from '../../form/NewRecord.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useDraft } from '../../form/use-draft.ts'
import { useTitle } from '../../part/title.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { kindName, knownKinds } from '../part/words.ts'
import { partiesTexts, partyTexts, registerTexts } from './parties.texts.ts'

const empty = { kind: '', zh: '', en: '', creditCode: '' }

/** A new party: its kind, its name, its number. */
export function RegisterPartyPage() {
  const t = { ...useTexts(partiesTexts), ...useTexts(partyTexts), ...useTexts(registerTexts) }
  useTitle(t.registerTitle)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { draft: typed, change, forget } = useDraft('register-party', empty)
  const there = useAsk('kernel.party.kinds', {}).data?.kinds ?? []
  const kinds = [...new Set<string>([...knownKinds, ...there])]
  const create = useCommand('kernel.party.create', ['kernel.party.'])
  const [zh, en, code] = [typed.zh.trim(), typed.en.trim(), typed.creditCode.trim().toUpperCase()]
  const send = () =>
    create.run(
      { kind: typed.kind, name: { zh: zh || en, en: en || zh }, ...(code && { creditCode: code }) },
      {
        onSuccess: ({ id }) => {
          forget()
          navigate({ to: '/admin/parties/$id', params: { id } })
        },
      },
    )
  return (
    <NewRecord
      back="/admin/parties"
      all={t.all}
      title={t.registerTitle}
      about={t.registerLead}
      problem={create.problem}
      send={send}
      action={t.send}
      isRunning={create.isRunning}
      testId="register"
    >
      <div className="form-pair">
        <TextField
          place="/name"
          label={t.nameZh}
          isFirst
          value={typed.zh}
          change={zh => change({ zh })}
          testId="register-name"
        />
        <TextField
          place="/name/en"
          label={t.nameEn}
          about={t.nameAbout}
          value={typed.en}
          change={en => change({ en })}
        />
      </div>
      <div className="form-pair">
        <ChoiceField
          place="/kind"
          label={t.kind}
          none={t.choose}
          value={typed.kind}
          options={kinds.map(value => ({ value, name: kindName(value, language) }))}
          change={kind => change({ kind })}
          testId="register-kind"
        />
        <TextField
          place="/creditCode"
          label={t.creditCode}
          about={t.codeAbout}
          kind="code"
          value={typed.creditCode}
          change={creditCode => change({ creditCode })}
          testId="register-code"
        />
      </div>
    </NewRecord>
  )
}
