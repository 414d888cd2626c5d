import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useCommand } from '../form/use-command.ts'
import type { Column } from '../list/column.ts'
import { Table } from '../list/Table.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { dayAndTime } from '../part/time.ts'
import { command } from '../remote/call.ts'
import type { Answer } from '../remote/contracts.ts'
import { Refused } from '../remote/problem.ts'
import { queryClient } from '../remote/query-client.ts'
import { useAsk } from '../remote/use-query.ts'
import { canUsePasskey, isCalledOff, isThereAlready, makePasskey } from '../signin/passkey.ts'
import { useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'

type Passkey = Answer<'kernel.passkey.list'>['passkeys'][number]

const RENEWS = ['kernel.passkey', 'kernel.session.list']
const renew = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey: [call] }) => RENEWS.some(each => String(call).startsWith(each)),
  })

/** One's passkeys: those there are, another, and an end to one. */
export function PasskeysPart({ added }: { added?: () => void }) {
  const t = useTexts(accountTexts)
  const { data: ways } = useAsk('kernel.session.ways', {})
  const { data } = useAsk('kernel.passkey.list', {})
  const [name, setName] = useState('')
  const remove = useCommand('kernel.passkey.remove', RENEWS)
  const add = useMutation({
    mutationFn: async () =>
      command('kernel.passkey.add', { name: name.trim(), credential: await makePasskey() }),
    onSuccess: async () => {
      setName('')
      await renew()
      added?.()
    },
  })
  const origin = ways?.passkeys?.origin
  const isHere = canUsePasskey(origin)
  const problem = add.error instanceof Refused ? add.error.problem : undefined
  const columns: Column<Passkey>[] = [
    { key: 'name', head: t.passkeyName, text: each => each.name, narrow: 'title' },
    { key: 'made', head: t.made, kind: 'figures', text: each => dayAndTime(each.madeAt), narrow: 'left' },
    {
      key: 'used',
      head: t.used,
      kind: 'figures',
      text: each => (each.usedAt ? dayAndTime(each.usedAt) : t.never),
      narrow: 'right',
    },
    {
      key: 'kind',
      head: t.passkeyKind,
      text: each => (each.madeFor ? t.madeFor(each.madeFor) : each.synced ? t.synced : t.bound),
      narrow: 'left',
    },
    {
      key: 'end',
      head: '',
      text: () => '',
      cell: each => (
        <button
          type="button"
          className="plain link"
          disabled={remove.isRunning}
          onClick={() => remove.run({ passkey: each.passkey })}
          aria-label={`${t.removePasskey} ${each.name}`}
          data-testid="remove-passkey"
        >
          {t.removePasskey}
        </button>
      ),
      narrow: 'mark',
    },
  ]
  return (
    <section className="sheet account-part" aria-labelledby="account-passkeys">
      <h2 id="account-passkeys">{t.passkeys}</h2>
      <p className="second">{t.passkeysAbout}</p>
      {data?.passkeys.length ? (
        <Table
          label={t.passkeys}
          columns={columns}
          rows={data.passkeys}
          keyOf={each => each.passkey}
          isBare
          testId="passkeys"
        />
      ) : data ? (
        <p data-testid="no-passkeys">{t.noPasskeys}</p>
      ) : null}
      {data?.passkeys.length === 1 ? <p className="second">{t.onePasskey}</p> : null}
      {remove.problem ? <Refusal error={new Refused(remove.problem)} /> : null}
      {ways && !isHere ? (
        <p className="second" data-testid="passkeys-elsewhere">
          {origin === undefined ? t.passkeysNowhere : t.passkeysAt}{' '}
          {origin && origin !== window.location.origin ? <a href={`${origin}/account`}>{origin}</a> : null}
        </p>
      ) : null}
      {isHere ? (
        <Form
          problem={problem}
          send={() => name.trim() !== '' && add.mutate()}
          actions={
            <button
              type="submit"
              className="button"
              disabled={add.isPending || name.trim() === ''}
              data-testid="add-passkey"
            >
              {add.isPending ? t.askingDevice : t.addPasskey}
            </button>
          }
        >
          <TextField
            place="/name"
            label={t.passkeyName}
            about={t.passkeyNameAbout}
            value={name}
            change={setName}
            testId="passkey-name"
          />
        </Form>
      ) : null}
      {add.error && !problem ? (
        <p className="refusal" role="alert">
          {isCalledOff(add.error)
            ? t.passkeyCalledOff
            : isThereAlready(add.error)
              ? t.passkeyThere
              : t.passkeyFailed}
        </p>
      ) : null}
    </section>
  )
}
