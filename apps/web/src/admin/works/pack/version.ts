import type { Answer } from '../../../remote/contracts.ts'

export type Version = Answer<'kernel.pack.list'>['versions'][number]

/** What people see of a digest: enough to tell two apart. */
export const shortDigest = (digest: string): string => digest.replace('sm3:', '').slice(0, 12)
