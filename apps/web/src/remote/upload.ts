import { languageNow } from '../text/remembered.ts'
import { pathOf, queryOf } from './address.ts'
import type { Uploads } from './calls/index.ts'
import { problemOf, Refused, unreachable } from './problem.ts'

/**
 * Sends a file's bytes. `onProgress` hears the share sent, from 0 to 1; XMLHttpRequest because fetch does not
 * tell how far an upload is.
 */
export function upload<N extends keyof Uploads>(
  name: N,
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
  /** What the command takes beside the file. */
  more?: Omit<Uploads[N]['input'], 'name'>,
): Promise<Uploads[N]['answer']> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', pathOf(name) + queryOf({ name: file.name, ...more }))
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept-Language', languageNow())
    request.responseType = 'json'
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Uploads[N]['answer'])
      else reject(new Refused(problemOf(request.status, request.response)))
    }
    request.onerror = () => reject(new Refused(unreachable))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
