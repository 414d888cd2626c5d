import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import type { CounterConfig } from '@tongqu/kernel/config'
import { secret, selfSignedCertificate } from '@tongqu/kernel/crypto'
import { folderGateway, type Gateway, httpGateway, queueGateway } from '@tongqu/kernel/gateway'
import type { HostServices } from '@tongqu/kernel/host'
import { fileSigner } from '@tongqu/messages/signature'
import type { Counter, SigningKey } from './port.ts'

/**
 * The counter of an installation by its settings. Messages are signed with a key in a file of the installation, made
 * when it is first needed: that is for demonstrations. A hardware key or a signing server stands behind the same port.
 */
export function openCounter({ config }: Pick<HostServices, 'config'>): Counter {
  const { counter, dataDir, environment } = config
  let key: Promise<FileKey> | undefined
  const keyOf = () => {
    key ??= fileKey(dataDir, environment)
    return key
  }
  return {
    gateway: counter && gatewayOf(counter),
    signerOf: keyOf,
    publicKey: async () => (await keyOf()).publicKey,
  }
}

function gatewayOf(counter: CounterConfig): Gateway {
  if (counter.kind === 'folder') return folderGateway(counter.dir)
  return counter.kind === 'http' ? httpGateway(counter.url) : queueGateway(counter.address)
}

interface FileKey extends SigningKey {
  readonly publicKey: string
}

/** A demonstration's key certifies itself, so that a counter can read who signed; in production a trusted issuer does. */
async function fileKey(dataDir: string, environment: string): Promise<FileKey> {
  const der = await secret(join(dataDir, 'secrets'), 'declaration-signing', newKey)
  const privateKey = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`
  const certificate =
    environment === 'demonstration' && selfSignedCertificate({ privateKey, ...DEMONSTRATION })
  const opened = fileSigner({ privateKey, ...(certificate && { certificate }) })
  if ('refusal' in opened) throw new Error(`secrets/declaration-signing.key: ${opened.refusal.code}`)
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  return { signer: opened.signer, profile: 'eport-rsa', publicKey }
}

const DEMONSTRATION = { name: '通衢演示签名 Tongqu demonstration', from: '20200101', to: '20491231' }

function newKey(): Uint8Array {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'der',
  })
}
