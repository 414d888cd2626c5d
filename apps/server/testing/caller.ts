/** Somebody at the product's API. */
export class Caller {
  readonly #address: string
  #cookie = ''

  constructor(address: string) {
    this.#address = address
  }

  async post<T = Record<string, unknown>>(
    call: string,
    input: unknown,
  ): Promise<{ status: number; body: T }> {
    const response = await this.#send(call, 'application/json', JSON.stringify(input))
    return { status: response.status, body: (await response.json()) as T }
  }

  /** The answer of a call that must not be refused. */
  async must<T = Record<string, unknown>>(call: string, input: unknown): Promise<T> {
    const { status, body } = await this.post<T>(call, input)
    if (status !== 200) throw new Error(`${call}: ${JSON.stringify(body)}`)
    return body
  }

  async signIn(login: string, password: string): Promise<number> {
    const { status } = await this.post('kernel.session.open', { login, password })
    return status
  }

  /** @returns the SM3 of the stored file */
  async upload(name: string, content: Uint8Array): Promise<string> {
    const call = `kernel.file.store?name=${encodeURIComponent(name)}`
    const response = await this.#send(call, 'application/octet-stream', content as Uint8Array<ArrayBuffer>)
    if (response.status !== 200) throw new Error(await response.text())
    return ((await response.json()) as { sm3: string }).sm3
  }

  async #send(call: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    const [name, query = ''] = call.split('?', 2) as [string, string?]
    const response = await fetch(`${this.#address}/api/${name.replaceAll('.', '/')}?${query}`, {
      method: 'POST',
      headers: { 'content-type': type, cookie: this.#cookie, 'accept-language': 'en' },
      body,
    })
    this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie
    return response
  }
}
