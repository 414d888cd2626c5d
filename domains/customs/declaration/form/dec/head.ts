import { type Firm, firmOf } from '../../declarant/profile.ts'
import { plain, rounded } from '../decimal.ts'
import type { Facts } from '../facts.ts'
import { book, declarant, type Form, type Source, table } from '../form.ts'
import type { Content } from '../kind.ts'
import { vehicleAndVoyage } from '../shared.ts'
import { agreed, type GoodsLine, shared, total } from './goods.ts'
import { noteOf } from './note.ts'

/* DecHead. Source of what stands where: 《海关进出口货物报关单填制规范》; elements of the window's table of fields. */

const WEIGHT = 5

type Need = (element: string, value: string | undefined, source: Source) => string

/** A text that may be left out. */
const given = (name: string, value: string | undefined): Content =>
  value === undefined || value === '' ? {} : { [name]: value }

export function decHead(form: Form, orders: readonly Facts[], lines: readonly GoodsLine[]): Content {
  const [{ order, profile, mode, declaring, codes }] = orders as readonly [Facts]
  const { direction } = order
  const { settings } = declaring!
  const need: Need = (element, value, source) => form.need(`DecHead.${element}`, value, source)
  const asked = (element: string, field: string) => need(element, shared(orders, field), book(field))
  const isImport = direction === 'import'
  const country = (element: string, alpha2: string | undefined, field: string) =>
    need(element, alpha2 && codes.letters(alpha2), alpha2 === undefined ? book(field) : table('countries'))
  const arrival = agreed(orders.map(each => each.order.country))
  const consignee = shared(orders, 'consignee') ?? agreed(orders.map(each => each.order.buyerName))
  return {
    IEFlag: isImport ? 'I' : 'E',
    ...firm(need, 'Agent', 'AgentCodeScc', profile.agent, 'agent'),
    ...given('BillNo', shared(orders, 'billNo')),
    ...(settings.contract.includes(mode)
      ? { ContrNo: asked('ContrNo', 'contractNo') }
      : given('ContrNo', shared(orders, 'contractNo'))),
    CustomMaster: need('CustomMaster', profile.customsOffice, declarant('customsOffice')),
    CutMode: need('CutMode', settings.levy[mode]?.nature, table('declaration.dec_levy')),
    DistinatePort: asked('DistinatePort', 'destinationPort'),
    ...charges(need, orders),
    ...amountsOf(need, orders, lines),
    IEPort: asked('IEPort', 'port'),
    ...noteOf(need, orders),
    ...owner(need, orders),
    ...firm(need, 'Trade', 'TradeCoScc', profile.seller, 'seller'),
    TradeCountry: isImport
      ? country('TradeCountry', shared(orders, 'dispatchCountry'), 'dispatchCountry')
      : country('TradeCountry', arrival, 'country'),
    TradeMode: mode,
    TrafMode: asked('TrafMode', 'transportMode'),
    ...given('TrafName', vehicleAndVoyage({ conveyance: shared(orders, 'conveyance') ?? '' })[0]),
    WrapType: asked('WrapType', 'packageKind'),
    ...operator(need, profile.window),
    DeclTrnRel: '0',
    PromiseItmes: isImport ? asked('PromiseItmes', 'priceStatements') : settings.statements,
    TradeAreaCode: country('TradeAreaCode', shared(orders, 'tradeCountry'), 'tradeCountry'),
    ...(isImport && { DespPortCode: asked('DespPortCode', 'dispatchPort') }),
    EntyPortCode: asked('EntyPortCode', 'crossingPort'),
    ...(isImport && { GoodsPlace: asked('GoodsPlace', 'goodsPlace') }),
    ...(!isImport && given('OverseasConsigneeEname', consignee)),
  }
}

/** Code, name and credit code of a firm: `AgentCode`, `AgentName`, and the third by its own name. */
function firm(need: Need, prefix: string, credit: string, found: Firm | undefined, field: string): Content {
  return {
    [`${prefix}Code`]: need(`${prefix}Code`, found?.code, declarant(field)),
    [`${prefix}Name`]: found?.name ?? '',
    [credit]: need(credit, found?.creditCode, declarant(`${field}.creditCode`)),
  }
}

/** Who produced or sells (export), uses or buys (import) the goods: the book's word, else the one stall they are of. */
function owner(need: Need, orders: readonly Facts[]): Content {
  const [{ profile }] = orders as readonly [Facts]
  const word = shared(orders, 'producer')
  const stall = agreed(
    orders.flatMap(({ order }) => order.lines.map(line => line.sellerId ?? order.sellerId)),
  )
  const found =
    word === undefined
      ? firmOf(profile.stalls, stall)
      : firmOf([...(profile.producers ?? []), ...(profile.stalls ?? [])], word)
  const source = word === undefined ? book('producer') : declarant('producers')
  return {
    OwnerCode: need('OwnerCode', found?.code, source),
    OwnerName: found?.name ?? '',
    OwnerCodeScc: found ? need('OwnerCodeScc', found.creditCode, declarant('producers.creditCode')) : '',
  }
}

/** Who enters and declares, as the single window knows them. */
function operator(need: Need, window: Facts['profile']['window']): Content {
  const of = (element: string, value: string | undefined, field: string) =>
    need(element, value, declarant(`window.${field}`))
  return {
    EdiId: of('EdiId', window?.ediId, 'ediId'),
    CopName: of('CopName', window?.copName, 'copName'),
    CopCode: of('CopCode', window?.copCode, 'copCode'),
    EntryType: of('EntryType', window?.entryType, 'entryType'),
    TypistNo: of('TypistNo', window?.icCode, 'icCode'),
    InputerName: of('InputerName', window?.operator, 'operator'),
    ...given('CopCodeScc', window?.creditCode),
    DeclareName: of('DeclareName', window?.declarer, 'declarer'),
  }
}

/** Packages and weights: sums over the orders. */
function amountsOf(need: Need, orders: readonly Facts[], lines: readonly GoodsLine[]): Content {
  const goods = lines.flat()
  const kilograms = (of: 'grossWeight' | 'netWeight') => {
    const found = total(goods, ({ facts, n }) => facts.order.lines[n]![of])
    return found && plain(rounded(found, WEIGHT))
  }
  const packages = total(orders, ({ extra }) => extra.packages as string | undefined)
  return {
    GrossWet: need('GrossWet', kilograms('grossWeight'), book('grossWeight')),
    NetWt: need('NetWt', kilograms('netWeight'), book('netWeight')),
    PackNo: need('PackNo', packages && plain(packages), book('packages')),
  }
}

/** Terms of delivery, with the freight and insurance that they state beside the price. Totals: mark 3. */
function charges(need: Need, orders: readonly Facts[]): Content {
  const [{ order, declaring }] = orders as readonly [Facts]
  const { direction } = order
  const { terms } = declaring!.settings
  const term = agreed(orders.map(each => each.order.incoterm ?? terms.unstated[direction]))
  const currency = agreed(orders.map(each => each.order.currency))
  const stated = (field: 'freight' | 'insurance', prefix: string): Content => {
    if (term === undefined || !terms[field][direction].includes(term)) return {}
    const found = total(orders, each => each.order[field])
    return {
      [`${prefix}Curr`]: currency ?? '',
      [`${prefix}Mark`]: '3',
      [`${prefix}Rate`]: need(`${prefix}Rate`, found && plain(found), book(field)),
    }
  }
  return {
    TransMode: need('TransMode', term && terms.codes[term], { where: 'plan', field: 'incoterm' }),
    ...stated('freight', 'Fee'),
    ...stated('insurance', 'Insur'),
  }
}
