import { useNavigate } from '@tanstack/react-router'
import { TextField } from '../../form/fields.tsx'
import { NewRecord } from '../../form/NewRecord.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useDraft } from '../../form/use-draft.ts'
import { useTitle } from '../../part/title.ts'
import { useTexts } from '../../text/language.tsx'
import { coverTexts } from '../cover.texts.ts'
import { guaranteeTexts } from './guarantee.texts.ts'

const empty = { number: '', party: '', code: '', name: '', office: '', amount: '', from: '', to: '' }
type Field = keyof typeof empty

/** What the customs have accepted, as the officer registers it. */
export function RegisterPage() {
  const t = { ...useTexts(coverTexts), ...useTexts(guaranteeTexts) }
  useTitle(t.register)
  const navigate = useNavigate()
  const { draft: typed, change, forget } = useDraft('register-guarantee', empty)
  const register = useCommand('customs.guarantee.register', ['customs.guarantee.'])
  const send = () => {
    const given = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim()]))
    const { party, ...rest } = given as typeof empty
    register.run(
      { ...rest, ...(party ? { party } : {}) },
      {
        onSuccess: ({ id }) => {
          forget()
          navigate({ to: '/covers/guarantees/$id', params: { id } })
        },
      },
    )
  }
  const bind = (field: Field) => ({
    place: `/${field}`,
    value: typed[field],
    change: (value: string) => change({ [field]: value }),
    testId: `guarantee-${field}`,
  })
  return (
    <NewRecord
      back="/covers/guarantees"
      all={t.all}
      title={t.register}
      problem={register.problem}
      send={send}
      action={t.send}
      isRunning={register.isRunning}
      testId="guarantee"
    >
      <div className="form-pair">
        <TextField {...bind('number')} label={t.number} about={t.numberAbout} kind="code" isFirst />
        <TextField {...bind('party')} label={t.owner} about={t.ownerAbout} kind="code" />
      </div>
      <div className="form-pair">
        <TextField {...bind('code')} label={t.code} kind="code" />
        <TextField {...bind('name')} label={t.name} />
      </div>
      <div className="form-pair">
        <TextField {...bind('office')} label={t.officeCode} kind="code" />
        <TextField {...bind('amount')} label={`${t.amount} CNY`} kind="decimal" />
      </div>
      <div className="form-pair">
        <TextField {...bind('from')} label={t.from} kind="date" />
        <TextField {...bind('to')} label={t.to} kind="date" />
      </div>
    </NewRecord>
  )
}
