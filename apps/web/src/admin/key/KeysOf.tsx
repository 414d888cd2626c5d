import { Listed } from '../../list/Listed.tsx'
import { usePages } from '../../list/use-pages.ts'
import { KeyTable } from './KeyTable.tsx'

const limit = 20

/** The API keys of one account. */
export function KeysOf({ account, empty }: { account: string; empty: string }) {
  const keys = usePages(
    'kernel.account.keys',
    { account, limit },
    { rows: answer => answer.keys, next: answer => (answer.more ? answer.keys.at(-1)?.id : undefined) },
  )
  return (
    <Listed of={keys} empty={empty}>
      {rows => <KeyTable rows={rows} isOfOne />}
    </Listed>
  )
}
