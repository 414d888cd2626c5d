import {
  type CellInput,
  type TableSpec,
  type TableWriter,
  tableCsv,
  tableWorkbook,
} from '@tongqu/sheet/table'

/* Writes a file from the cells that the page sends: packing them would stop the page. */

/** What the page sends: first what to write, then rows, then that these were all. */
export type ToWrite =
  | { readonly begin: 'xlsx' | 'csv'; readonly spec: TableSpec }
  | { readonly rows: readonly (readonly CellInput[])[] }
  | { readonly end: true }
/** What it answers: that it can take more, or the file. */
export type Written = { readonly ready: true } | { readonly file: Blob } | { readonly failure: string }

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const

interface Page {
  postMessage(message: Written): void
  onmessage: ((event: MessageEvent<ToWrite>) => void) | null
}
const page = self as unknown as Page

let writer: TableWriter | undefined
let type: keyof typeof TYPES = 'xlsx'

async function take(asked: ToWrite): Promise<Written> {
  if ('begin' in asked) {
    type = asked.begin
    writer = type === 'xlsx' ? tableWorkbook(asked.spec) : tableCsv(asked.spec)
  } else if ('rows' in asked) {
    await writer!.add(asked.rows)
  } else {
    return { file: new Blob([...(await writer!.end())] as BlobPart[], { type: TYPES[type] }) }
  }
  return { ready: true }
}

page.onmessage = ({ data }) => {
  take(data).then(
    answer => page.postMessage(answer),
    (error: unknown) => page.postMessage({ failure: String(error) }),
  )
}
