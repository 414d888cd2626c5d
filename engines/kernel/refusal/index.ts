import { fill, type Language, type Text, type TextParams } from '../text/index.ts'

/** What the catalogue says of one code. */
export interface RefusalKind {
  /** HTTP status it is answered with. */
  readonly status: number
  /** What is wrong, with places for the parameters. */
  readonly text: Text
  /** What the reader can do about it. */
  readonly remedy: Text
}

/**
 * The product says no, for a reason it can name. A value, not an exception: exceptions are bugs.
 * It is rendered at the edge, in the reader's language.
 */
export class Refusal {
  readonly code: string
  readonly params: TextParams
  /** JSON pointer into the input, or a place in a file ("Sheet1!C7"). */
  readonly place: string | undefined
  constructor(code: string, params: TextParams, place: string | undefined) {
    this.code = code
    this.params = params
    this.place = place
  }
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal
}

/** A part of the catalogue, owned by one module; `refuse` accepts only its own codes. */
export interface Refusals<Code extends string = string> {
  readonly kinds: Readonly<Record<Code, RefusalKind>>
  refuse(code: Code, params?: TextParams, place?: string): Refusal
}

export function refusals<Code extends string>(kinds: Record<Code, RefusalKind>): Refusals<Code> {
  return { kinds, refuse: (code, params = {}, place) => new Refusal(code, params, place) }
}

/** RFC 9457 problem details, with the place and the remedy beside the standard members. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly place?: string
  readonly remedy: string
  readonly params: TextParams
}

/** The one catalogue of refusals: every module's part, each code once. */
export class RefusalCatalogue {
  readonly #kinds = new Map<string, RefusalKind>()

  add(part: Refusals): void {
    for (const [code, kind] of Object.entries(part.kinds)) {
      if (this.#kinds.has(code)) throw new Error(`The refusal code ${code} is defined twice.`)
      this.#kinds.set(code, kind)
    }
  }

  has(code: string): boolean {
    return this.#kinds.has(code)
  }

  entries(): IterableIterator<[string, RefusalKind]> {
    return this.#kinds.entries()
  }

  status(refusal: Refusal): number {
    return this.#kind(refusal.code).status
  }

  problem(refusal: Refusal, language: Language): Problem {
    const kind = this.#kind(refusal.code)
    return {
      type: `urn:tongqu:refusal:${refusal.code}`,
      title: fill(kind.text, language, refusal.params),
      status: kind.status,
      code: refusal.code,
      ...(refusal.place === undefined ? {} : { place: refusal.place }),
      remedy: fill(kind.remedy, language, refusal.params),
      params: refusal.params,
    }
  }

  #kind(code: string): RefusalKind {
    const kind = this.#kinds.get(code)
    if (!kind) throw new Error(`No module defines the refusal code ${code}.`)
    return kind
  }
}
