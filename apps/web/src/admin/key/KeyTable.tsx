import { useState } from 'react'
import { Table } from '../../list/Table.tsx'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { type Key, keyColumns } from './key-columns.tsx'
import { keysTexts } from './keys.texts.ts'
import { RevokeForm } from './RevokeForm.tsx'

/** Keys of anybody, each with the way to revoke it. */
export function KeyTable({ rows, isOfOne }: { rows: readonly Key[]; isOfOne?: boolean }) {
  const t = useTexts(keysTexts)
  const { language } = useLanguage()
  const mayWrite = useMay('kernel.account.write')
  const [revoking, setRevoking] = useState<Key>()
  const columns = keyColumns(t, language, mayWrite ? setRevoking : undefined)
  return (
    <>
      {revoking ? (
        <RevokeForm
          key={revoking.id}
          id={revoking.id}
          name={revoking.name}
          call="kernel.account.revokeKey"
          close={() => setRevoking(undefined)}
        />
      ) : null}
      <Table
        label={t.title}
        columns={isOfOne ? columns.filter(({ key }) => key !== 'owner') : columns}
        rows={rows}
        keyOf={key => key.id}
        testId="keys"
      />
    </>
  )
}
