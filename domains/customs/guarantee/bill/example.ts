import { exampleProfile } from '../../declaration/example.ts'

/* Examples of calls on tax bills: a bill as the customs send it. */

const GUID = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94'

/** What a bill of one line says; times are the counter's. */
export interface ExampleBill {
  readonly listNo: string
  readonly taxNo: string
  readonly vat: string
  readonly status?: string
  readonly orderNo?: string
  readonly time?: string
}

const LATE = '20261225090000000'

/** CEB816: the bill itself. */
export function exampleBill({ listNo, taxNo, vat, status = '1', orderNo, time = LATE }: ExampleBill): string {
  const order = orderNo === undefined ? '' : `<entDutyNo>${orderNo}</entDutyNo>`
  const head = `<guid>${GUID}</guid><returnTime>${time}</returnTime><invtNo>${listNo}</invtNo><taxNo>${taxNo}</taxNo><customsTax>0</customsTax><valueAddedTax>${vat}</valueAddedTax><consumptionTax>0</consumptionTax><status>${status}</status>${order}`
  const line = `<gnum>1</gnum><gcode>8516310000</gcode><taxPrice>410</taxPrice><customsTax>0</customsTax><valueAddedTax>${vat}</valueAddedTax><consumptionTax>0</consumptionTax>`
  return message('CEB816', `<TaxHeadRd>${head}</TaxHeadRd><TaxListRd>${line}</TaxListRd>`)
}

/** CEB818: its state. */
export function exampleState({
  listNo,
  taxNo,
  status = '2',
  orderNo,
  time = LATE,
}: Omit<ExampleBill, 'vat'>): string {
  const order = orderNo === undefined ? '' : `<entDutyNo>${orderNo}</entDutyNo>`
  return message(
    'CEB818',
    `<TaxHeadStatus><guid>${GUID}</guid><returnTime>${time}</returnTime><invtNo>${listNo}</invtNo><taxNo>${taxNo}</taxNo><status>${status}</status>${order}</TaxHeadStatus>`,
  )
}

function message(kind: string, tax: string): string {
  return `<${kind}Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${GUID}" version="1.0"><Tax>${tax}</Tax></${kind}Message>`
}

/** A message in its envelope. */
export function exampleEnvelope(xml: string, to = exampleProfile.dxpId): string {
  const [, type] = /^<(\w+)/.exec(xml)!
  const data = Buffer.from(xml, 'utf8').toString('base64')
  return `<?xml version="1.0" encoding="UTF-8"?><DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><TransInfo><CopMsgId>${GUID}</CopMsgId><SenderId>DXPEDCCEB0000002</SenderId><ReceiverIds><ReceiverId>${to}</ReceiverId></ReceiverIds><CreatTime>2026-12-25T09:00:00</CreatTime><MsgType>${type}</MsgType></TransInfo><Data>${data}</Data></DxpMsg>`
}

/** A declarant, a bill for it, and the list of its bills. */
export const givenBill = (taxNo: string) => [
  { call: 'customs.declarant.set', input: exampleProfile },
  {
    call: 'customs.counter.deliver',
    input: { name: `${taxNo}.xml` },
    content: exampleEnvelope(
      exampleBill({
        listNo: `47012026I0000${taxNo.slice(-5)}`,
        taxNo,
        vat: '37.31',
        status: '2',
        orderNo: `O${taxNo}`,
      }),
    ),
  },
  { call: 'customs.tax.list', input: { search: taxNo } },
]
