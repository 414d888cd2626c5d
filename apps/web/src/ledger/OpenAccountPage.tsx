import { useNavigate } from '@tanstack/react-router'
import { ChoiceField, TextField } from '../form/fields.tsx'
import { NewRecord } from '../form/NewRecord.tsx'
import { useCommand } from '../form/use-command.ts'
import { useDraft } from '../form/use-draft.ts'
import { useTitle } from '../part/title.ts'
import type { OpenAccount } from '../remote/ledger.ts'
import { useTexts } from '../text/language.tsx'
import { ledgerTexts } from './ledger.texts.ts'
import { openTexts } from './open.texts.ts'

const empty = {
  unit: 'CNY',
  code: '',
  limit: '' as '' | 'none' | 'debits' | 'credits',
  zh: '',
  en: '',
  party: '',
}

function asked({ unit, code, limit, zh, en, party }: typeof empty): OpenAccount {
  const [name, english] = [zh.trim(), en.trim()]
  return {
    unit: unit.trim(),
    // What is no number goes as it was typed, an open choice as it is: the server names the field.
    code: (/^\d+$/.test(code.trim()) ? Number(code) : code.trim()) as number,
    limit: limit as 'none',
    ...(name || english ? { label: { zh: name || english, en: english || name } } : {}),
    ...(party.trim() ? { party: party.trim() } : {}),
  }
}

/** A new account: in what, of what kind, under which limit, whose. */
export function OpenAccountPage() {
  const t = { ...useTexts(ledgerTexts), ...useTexts(openTexts) }
  useTitle(t.title)
  const navigate = useNavigate()
  const { draft: typed, change, forget } = useDraft('open-account', empty)
  const open = useCommand('ledger.account.open', ['ledger.account.'])
  return (
    <NewRecord
      back="/ledger/accounts"
      all={t.all}
      title={t.title}
      about={t.lead}
      problem={open.problem}
      send={() =>
        open.run(asked(typed), {
          onSuccess: ({ id }) => {
            forget()
            navigate({ to: '/ledger/accounts/$id', params: { id } })
          },
        })
      }
      action={t.send}
      isRunning={open.isRunning}
      testId="open"
    >
      <div className="form-pair">
        <TextField
          place="/label"
          label={t.nameZh}
          isFirst
          value={typed.zh}
          change={zh => change({ zh })}
          testId="open-name"
        />
        <TextField place="/label/en" label={t.nameEn} value={typed.en} change={en => change({ en })} />
      </div>
      <div className="form-pair">
        <TextField
          place="/unit"
          label={t.unit}
          about={t.unitAbout}
          kind="code"
          value={typed.unit}
          change={unit => change({ unit })}
          testId="open-unit"
        />
        <TextField
          place="/code"
          label={t.kind}
          about={t.kindAbout}
          kind="decimal"
          value={typed.code}
          change={code => change({ code })}
          testId="open-code"
        />
        <ChoiceField
          place="/limit"
          label={t.limit}
          none={t.choose}
          value={typed.limit}
          options={[
            { value: 'debits', name: t.limitDebits },
            { value: 'credits', name: t.limitCredits },
            { value: 'none', name: t.limitNone },
          ]}
          change={limit => change({ limit })}
          testId="open-limit"
        />
      </div>
      <TextField
        place="/party"
        label={t.partyId}
        about={t.partyAbout}
        kind="code"
        value={typed.party}
        change={party => change({ party })}
        testId="open-party"
      />
    </NewRecord>
  )
}
