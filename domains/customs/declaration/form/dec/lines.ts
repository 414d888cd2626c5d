import { type Decimal, decimal, plain, quotient, rounded } from '../decimal.ts'
import { textOf } from '../facts.ts'
import { book, type Form, type Source, table } from '../form.ts'
import type { Content } from '../kind.ts'
import { legalQuantity, quantityField } from '../lines.ts'
import { agreed, type GoodsLine, shared, total } from './goods.ts'

/* DecList: the lines of a customs declaration. Source of what stands where: 《海关进出口货物报关单填制规范》. */

/** Digits behind the point of prices (N19,4) and quantities (N19,5). */
const PRICE = 4
const QUANTITY = 5
const LIST = 'DecLists.DecList.'

/** What a plan itself has to give otherwise. */
const plan = (field: string): Source => ({ where: 'plan', field })

export function decLines(form: Form, lines: readonly GoodsLine[], isConsolidated: boolean): Content[] {
  const made = lines.map((goods, at) => {
    const [{ facts, n }] = goods
    form.at(n + 1, isConsolidated ? facts.order.orderNo : undefined)
    return lineOf(form, goods, at + 1, isConsolidated)
  })
  form.at(undefined)
  return made
}

function lineOf(form: Form, goods: GoodsLine, number: number, isConsolidated: boolean): Content {
  const [{ facts, n }] = goods
  const { order, codes, mode, declaring } = facts
  const { hsCode, name, nameEn } = order.lines[n]!
  const need = (element: string, value: string | undefined, source: Source) =>
    form.need(LIST + element, value, source)
  const lineOfGood = ({ facts: of, n: at }: GoodsLine[number]) => of.order.lines[at]!
  const extra = (field: string) => agreed(goods.map(({ facts: of, n: at }) => textOf(of.lines[at], field)))
  const origin = agreed(goods.map(good => lineOfGood(good).origin))
  const destination =
    order.direction === 'import' ? 'CN' : agreed(goods.map(({ facts: of }) => of.order.country))
  return {
    CodeTS: need('CodeTS', hsCode.length === 10 ? hsCode : undefined, plan('hsCode')),
    ...priceAndQuantity(form, goods),
    DutyMode: need('DutyMode', declaring!.settings.levy[mode]?.way, table('declaration.dec_levy')),
    GModel: need('GModel', elementsOf(goods), book('elements')),
    GName: name,
    GNo: String(number),
    OriginCountry: country(
      need,
      'OriginCountry',
      origin,
      codes,
      origin === undefined ? book('origin') : undefined,
    ),
    TradeCurr: need('TradeCurr', agreed(goods.map(({ facts: of }) => of.order.currency)), plan('currency')),
    ...legalQuantities(form, goods, isConsolidated),
    DestinationCountry: country(need, 'DestinationCountry', destination, codes, plan('country')),
    ...(nameEn && nameEn.length <= 100 && { DeclGoodsEname: nameEn }),
    DistrictCode: need(
      'DistrictCode',
      extra('domesticSource') ?? shared([facts], 'domesticSource'),
      book('domesticSource'),
    ),
  }
}

function country(
  need: (element: string, value: string | undefined, source: Source) => string,
  element: string,
  alpha2: string | undefined,
  codes: { letters(alpha2: string): string | undefined },
  source: Source = table('countries'),
): string {
  const letters = alpha2 === undefined ? undefined : codes.letters(alpha2)
  return need(element, letters, alpha2 === undefined ? source : table('countries'))
}

/** The declaration elements of the goods that name the line; fewer than the tariff asks for are none. */
function elementsOf([{ facts, n }]: GoodsLine): string | undefined {
  const text = textOf(facts.lines[n], 'elements')
  const asked = facts.codes.elements(facts.order.lines[n]!.hsCode)?.filter(name => !ANYHOW.has(name)) ?? []
  return text !== undefined && text.split('|').length >= asked.length ? text : undefined
}

/** Elements that a tariff lists last for every code and that many goods do not have. */
const ANYHOW: ReadonlySet<string> = new Set(['GTIN', 'CAS', '其他'])

/** Quantity in the unit of the trade; goods of several units that are merged are declared by weight. */
function priceAndQuantity(form: Form, goods: GoodsLine) {
  const value = total(goods, good => good.amounts.total)!
  const units = new Set(goods.map(({ facts, n }) => facts.order.lines[n]!.unit))
  const [{ facts, n, amounts }] = goods
  const kilogram = [...facts.codes.kilogram][0]!
  const { qty: own, unit } = facts.order.lines[n]!
  const isOneUnit = units.size === 1
  const qty = isOneUnit
    ? total(goods, good => good.facts.order.lines[good.n]!.qty)
    : total(goods, good => good.facts.order.lines[good.n]!.netWeight)
  const stated = decimal(amounts.price)
  const isOwn = goods.length === 1 && stated.scale <= PRICE
  return {
    DeclPrice: isOwn ? amounts.price : qty ? plain(quotient(value, qty, PRICE)) : '',
    DeclTotal: plain(value),
    GQty: form.need(`${LIST}GQty`, qty && written(qty), isOneUnit ? book('qty') : book('netWeight')) || own,
    GUnit: isOneUnit ? unit : kilogram,
  }
}

const written = (quantity: Decimal) => plain(rounded(quantity, QUANTITY))

/** The quantities in the units of the code that names the line, summed over its goods. */
function legalQuantities(form: Form, goods: GoodsLine, isConsolidated: boolean) {
  const [{ facts, n }] = goods
  const legal = facts.codes.legalUnits(facts.order.lines[n]!.hsCode)
  const unit1 = form.need(`${LIST}FirstUnit`, legal?.unit1, table('tariff'))
  const quantity = (element: string, unit: string): string => {
    const lacking = goods.find(good => legalQuantity(good.facts, good.n, unit) === undefined)
    if (!lacking) return written(total(goods, good => legalQuantity(good.facts, good.n, unit))!)
    // What is missing is given for the line of the order that lacks it.
    for (const good of goods)
      if (legalQuantity(good.facts, good.n, unit) === undefined)
        form
          .at(good.n + 1, isConsolidated ? good.facts.order.orderNo : undefined)
          .need(`${LIST}${element}`, undefined, book(quantityField(facts, unit)))
    form.at(n + 1, isConsolidated ? facts.order.orderNo : undefined)
    return ''
  }
  return {
    FirstUnit: unit1,
    FirstQty: unit1 ? quantity('FirstQty', unit1) : '',
    ...(legal?.unit2 && { SecondUnit: legal.unit2, SecondQty: quantity('SecondQty', legal.unit2) }),
  }
}
