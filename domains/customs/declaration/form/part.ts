import { Form, type Source } from './form.ts'

/** A form of which every element stands in one part of the record; '' is the record itself. */
export class Part {
  readonly form: Form
  readonly #prefix: string

  constructor(message: string, head: string) {
    this.form = new Form(message)
    this.#prefix = head === '' ? '' : `${head}.`
  }

  need(name: string, value: string | undefined, source: Source): string {
    return this.form.need(this.#prefix + name, value, source)
  }

  /** A firm's code and name under two elements. */
  firm<P extends string>(
    prefix: P,
    found: { readonly code: string; readonly name: string } | undefined,
    source: Source,
  ): { readonly [K in `${P}Code` | `${P}Name`]: string } {
    const code = this.need(`${prefix}Code`, found?.code, source)
    return { [`${prefix}Code`]: code, [`${prefix}Name`]: found?.name ?? '' } as never
  }
}
