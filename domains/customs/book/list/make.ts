import type { Static } from 'typebox'
import type { Content } from '../../declaration/form/kinds.ts'
import type { BookRow, LineRow } from '../store.ts'
import type { AskedBonded } from './contract.ts'

type Asked = Static<typeof AskedBonded>

/** INV101's own content: head and lines against the lines of a book, named by the firm's own number. Pure. */
export function bondedContent(
  number: string,
  book: BookRow,
  lines: ReadonlyMap<number, LineRow>,
  asked: Asked,
): Content {
  const declarer = asked.declarer ?? {
    code: book.firm_code,
    creditCode: book.firm_credit_code,
    name: book.firm_name,
  }
  return {
    InvtHeadType: {
      PutrecNo: book.number,
      ...(asked.kind && { InvtType: asked.kind }),
      EtpsInnerInvtNo: number,
      BizopEtpsno: book.firm_code,
      BizopEtpsSccd: book.firm_credit_code,
      BizopEtpsNm: book.firm_name,
      RcvgdEtpsno: book.firm_code,
      RvsngdEtpsSccd: book.firm_credit_code,
      RcvgdEtpsNm: book.firm_name,
      DclEtpsno: declarer.code,
      DclEtpsSccd: declarer.creditCode,
      DclEtpsNm: declarer.name,
      InputCode: declarer.code,
      InputCreditCode: declarer.creditCode,
      InputName: declarer.name,
      ...(asked.declaredAs === '2' && {
        CorrEntryDclEtpsNo: declarer.code,
        CorrEntryDclEtpsSccd: declarer.creditCode,
        CorrEntryDclEtpsNm: declarer.name,
      }),
      ImpexpPortcd: asked.port,
      DclPlcCuscd: book.office,
      ImpexpMarkcd: asked.direction === 'in' ? 'I' : 'E',
      MtpckEndprdMarkcd: asked.material,
      SupvModecd: asked.mode,
      TrspModecd: asked.transport,
      DclcusFlag: asked.declaredAs === undefined ? '2' : '1',
      ...(asked.declaredAs && { DclcusTypecd: asked.declaredAs }),
      ...(asked.note && { Rmk: asked.note }),
      StshipTrsarvNatcd: asked.country,
      GenDecFlag: asked.declaredAs === undefined ? '2' : '1',
    },
    InvtListType: asked.lines.map((line, n) => lineOf(n + 1, line, lines.get(line.recordNo)!)),
    InvtDecListType: [],
    OperCusRegCode: declarer.code,
    SysId: book.system,
  }
}

function lineOf(n: number, line: Asked['lines'][number], of: LineRow): Content {
  return {
    GdsSeqno: String(n),
    PutrecSeqno: String(line.recordNo),
    GdsMtno: of.article ?? String(line.recordNo),
    Gdecd: of.hs_code,
    GdsNm: of.name,
    GdsSpcfModelDesc: of.model,
    DclUnitcd: of.unit,
    LawfUnitcd: of.unit1,
    ...(of.unit2 && { SecdLawfUnitcd: of.unit2 }),
    Natcd: of.origin,
    DclUprcAmt: line.unitPrice,
    DclTotalAmt: line.total,
    DclCurrcd: line.currency,
    LawfQty: line.legalQty,
    ...(line.secondQty && { SecdLawfQty: line.secondQty }),
    DclQty: line.qty,
    ...(line.grossWeight && { GrossWt: line.grossWeight }),
    ...(line.netWeight && { NetWt: line.netWeight }),
    LvyrlfModecd: line.levy,
    DestinationNatcd: line.destination,
    ModfMarkcd: '0',
    ...(line.note && { Rmk: line.note }),
  }
}
