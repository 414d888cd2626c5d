import pino from 'pino'

export type Log = pino.Logger

/** What no log line may carry, wherever it stands. */
const WITHHELD = [
  'password',
  'token',
  'key',
  'authorization',
  'cookie',
  'buyerId',
  'payerId',
  '*.password',
  '*.token',
  '*.key',
  '*.authorization',
  '*.cookie',
  '*.buyerId',
  '*.payerId',
]

const identityNumber =
  /(?<![0-9])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[0-9Xx](?![0-9])/g

/** Replaces every resident identity number in a text. */
export function withoutIdentityNumbers(text: string): string {
  return text.replace(identityNumber, '(identity number)')
}

/** Structured log, one JSON object a line, on standard error unless told otherwise. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const stream = destination ?? pino.destination({ dest: 2, sync: true })
  const screened = { write: (line: string) => void stream.write(withoutIdentityNumbers(line)) }
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: WITHHELD, censor: '(withheld)' },
      serializers: { error: pino.stdSerializers.err },
    },
    screened,
  )
}
