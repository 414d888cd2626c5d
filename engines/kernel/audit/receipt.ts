import type { Tx } from '../db/index.ts'
import { BLOCK_COLUMNS, blockText, eventText, type SealedEvent, type StoredBlock } from './block.ts'
import { eventsBetween } from './sealed-events.ts'
import { SIGNER_ID } from './signing.ts'

/** A file of a receipt: its content is text. */
export interface ReceiptFile {
  readonly name: string
  readonly content: string
}

/**
 * Everything that proves these events to somebody who has OpenSSL and nothing of ours: each event's text, the
 * text of its block, which lists the digests of all events sealed with it, the block's signature, the public
 * key, and a script that checks them.
 * @returns undefined when one of the events is not sealed yet
 */
export async function receiptFiles(
  tx: Tx,
  events: readonly SealedEvent[],
  publicKeyPem: string,
): Promise<ReceiptFile[] | undefined> {
  const files: ReceiptFile[] = []
  const blocks = new Set<number>()
  const pairs: string[] = []
  for (const event of events) {
    const block = await blockOf(tx, event.position)
    if (!block) return undefined
    pairs.push(`${event.position} ${block.number}`)
    files.push({ name: `event-${event.position}.txt`, content: eventText(event) })
    if (blocks.has(block.number)) continue
    blocks.add(block.number)
    files.push({ name: `block-${block.number}.txt`, content: await textOf(tx, block) })
    const signature = Buffer.from(block.signature, 'hex').toString('base64')
    files.push({ name: `block-${block.number}.sig`, content: `${signature}\n` })
  }
  files.push({ name: 'public-key.pem', content: publicKeyPem })
  files.push({ name: 'verify.sh', content: script(pairs, [...blocks]) })
  return files
}

async function blockOf(tx: Tx, position: string): Promise<StoredBlock | undefined> {
  const [block] = await tx.query<StoredBlock>(
    `select ${BLOCK_COLUMNS} from kernel.audit_block where to_position >= $1 order by to_position limit 1`,
    [position],
  )
  return block
}

async function textOf(tx: Tx, block: StoredBlock): Promise<string> {
  return blockText(block, await eventsBetween(tx, block.from, block.to))
}

function script(pairs: readonly string[], blocks: readonly number[]): string {
  return `#!/bin/sh
# Checks this receipt with OpenSSL 3 and a POSIX shell. Says OK and ends with 0, or names what does not fit.
cd "$(dirname "$0")" || exit 2
failed=0
digest() { openssl dgst -sm3 -r "$1" | cut -d' ' -f1; }
for block in ${blocks.join(' ')}; do
  openssl base64 -d -A -in "block-$block.sig" -out "block-$block.der"
  if openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in "block-$block.txt" \\
    -sigfile "block-$block.der" -digest sm3 -pkeyopt distid:${SIGNER_ID} >/dev/null 2>&1
  then echo "block $block: signed, root $(digest "block-$block.txt")"
  else echo "block $block: THE SIGNATURE DOES NOT FIT"; failed=1
  fi
  rm -f "block-$block.der"
done
while read -r event block; do
  if grep -qx "$(digest "event-$event.txt")" "block-$block.txt" && grep -qx "position $event" "event-$event.txt"
  then echo "event $event: sealed in block $block"
  else echo "event $event: NOT THE ONE SEALED IN BLOCK $block"; failed=1
  fi
done <<END
${pairs.join('\n')}
END
[ "$failed" = 0 ] && echo OK
exit "$failed"
`
}
