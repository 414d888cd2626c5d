import { Form } from '../../form/Form.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTexts } from '../../text/language.tsx'
import { keysTexts } from './keys.texts.ts'

interface Props {
  id: string
  name: string
  /** One's own, or anybody's. */
  call: 'kernel.key.revoke' | 'kernel.account.revokeKey'
  close: () => void
}

/** Asks once before a key is revoked for good. */
export function RevokeForm({ id, name, call, close }: Props) {
  const t = useTexts(keysTexts)
  const revoke = useCommand(call, ['kernel.account.', 'kernel.key.', 'kernel.party.'])
  return (
    <div className="sheet form-sheet">
      <Form
        problem={revoke.problem}
        send={() => revoke.run({ key: id }, { onSuccess: close })}
        actions={
          <>
            <button type="submit" className="button main" disabled={revoke.isRunning} data-testid="revoke-do">
              {t.revoke}
            </button>
            <button type="button" className="button" onClick={close}>
              {t.cancel}
            </button>
          </>
        }
      >
        <h3>{t.revokeOf(name)}</h3>
        <p className="second">{t.revokeAbout}</p>
      </Form>
    </div>
  )
}
