import type { Profile } from '../../remote/declarations.ts'

/* The record as it is typed: every field a text, so that an unfinished one is kept as it stands. */

export interface FirmDraft {
  readonly code: string
  readonly name: string
  readonly creditCode: string
}
export interface NamedDraft extends FirmDraft {
  readonly book: string
}

export const firmNames = ['transmitter', 'agent', 'seller', 'guarantor', 'payment'] as const
export type FirmName = (typeof firmNames)[number]
export const tableNames = ['platforms', 'carriers', 'producers', 'stalls'] as const
export type TableName = (typeof tableNames)[number]
export const windowNames = [
  'copCode',
  'copName',
  'creditCode',
  'icCode',
  'operator',
  'declarer',
  'certificate',
  'ediId',
  'entryType',
] as const
export type WindowDraft = Readonly<Record<(typeof windowNames)[number], string>>

export type ProfileDraft = {
  readonly dxpId: string
  readonly customsOffice: string
  readonly sends: readonly string[]
  readonly zone: { readonly book: string; readonly code: string; readonly name: string }
  /** Of customs declarations: who enters and declares them at the single window. */
  readonly window: WindowDraft
} & { readonly [N in FirmName]: FirmDraft } & { readonly [N in TableName]: readonly NamedDraft[] }

const noFirm: FirmDraft = { code: '', name: '', creditCode: '' }
export const newRow: NamedDraft = { book: '', ...noFirm }
const noWindow = Object.fromEntries(windowNames.map(name => [name, ''])) as WindowDraft

export const emptyProfile: ProfileDraft = {
  dxpId: '',
  customsOffice: '',
  transmitter: noFirm,
  agent: noFirm,
  seller: noFirm,
  guarantor: noFirm,
  payment: noFirm,
  zone: { book: '', code: '', name: '' },
  window: noWindow,
  platforms: [],
  carriers: [],
  producers: [],
  stalls: [],
  sends: [],
}

/** The form as it shows a record that is there. */
export function draftOf(profile: Profile | null): ProfileDraft {
  if (!profile) return emptyProfile
  const { customsOffice = '', window, ...rest } = profile
  const firms = firmNames.map(name => [name, { ...noFirm, ...profile[name] }] as const)
  const tables = tableNames.map(
    name => [name, (profile[name] ?? []).map(row => ({ ...newRow, ...row }))] as const,
  )
  return {
    ...emptyProfile,
    ...rest,
    customsOffice,
    window: { ...noWindow, ...window },
    ...Object.fromEntries([...firms, ...tables]),
  } as ProfileDraft
}

/** Texts without spaces around them; of what may be left out, only what was typed. */
function typedOf<T extends object>(texts: T, optional: readonly string[] = []): T {
  const entries = Object.entries(texts).map(([name, text]) => [name, String(text).trim()] as const)
  return Object.fromEntries(entries.filter(([name, text]) => text !== '' || !optional.includes(name))) as T
}

const isEmpty = (texts: object): boolean => Object.values(texts).every(text => text === '')
const firmOf = <T extends object>(firm: T): T => typedOf(firm, ['creditCode'])

/** The command's input: what is empty is left out, anything else goes as it was typed. */
export function profileOf(draft: ProfileDraft): Profile {
  const firms = firmNames
    .map(name => [name, firmOf(draft[name])] as const)
    .filter(([name, firm]) => name === 'transmitter' || !isEmpty(firm))
  const tables = tableNames
    .map(name => [name, draft[name].map(firmOf)] as const)
    .filter(([, rows]) => rows.length > 0)
  const zone = typedOf(draft.zone)
  const window = typedOf(draft.window, ['creditCode', 'certificate'])
  const customsOffice = draft.customsOffice.trim().toUpperCase()
  return {
    dxpId: draft.dxpId.trim().toUpperCase(),
    ...(customsOffice ? { customsOffice } : {}),
    ...Object.fromEntries(firms),
    ...(isEmpty(zone) ? {} : { zone }),
    ...(isEmpty(window) ? {} : { window }),
    ...Object.fromEntries(tables),
    sends: [...draft.sends],
  } as Profile
}

/** Whether what was kept still has the form's shape. */
export function isProfileDraft(value: unknown): value is ProfileDraft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Record<string, unknown>
  return (
    typeof draft.dxpId === 'string' &&
    typeof draft.customsOffice === 'string' &&
    [...firmNames, 'zone', 'window'].every(name => typeof draft[name] === 'object' && draft[name] !== null) &&
    [...tableNames, 'sends'].every(name => Array.isArray(draft[name]))
  )
}
