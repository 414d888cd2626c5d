import { type Definition, uploadFields } from '@tongqu/kernel/command'

/** A field of a call's input, as its schema says. */
export interface InputField {
  readonly name: string
  /** JSON type; absent: of several types. */
  readonly type?: string
  readonly description?: string
  readonly needed: boolean
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { readonly type?: string; readonly description?: string }>>
  readonly required?: readonly string[]
}

/** The fields that a person may state; those of an upload come with its file. */
export function fieldsOf({ input, ...definition }: Definition): readonly InputField[] {
  const { properties = {}, required = [] } = input as ObjectSchema
  const uploads = definition.kind === 'command' && definition.upload !== undefined
  return Object.entries(properties)
    .filter(([name]) => !uploads || !(name in uploadFields))
    .map(([name, { type, description }]) => ({
      name,
      ...(type !== undefined && { type }),
      ...(description !== undefined && { description }),
      needed: required.includes(name),
    }))
}

/** `--id … [--limit …] [--out …]` */
export function usageOf(fields: readonly InputField[]): string {
  return fields.map(({ name, needed }) => (needed ? `--${name}` : `[--${name}]`)).join(' ')
}
