import { text } from '../schema/kinds/text.ts'
import { group, optional, required } from '../schema/member.ts'

// What the customs tell of a list is read as it comes, not judged by our tables; and what is not named here is passed
// over, since nothing hangs on it.

const told = { isAnyOrder: true, unknown: 'ignored' } as const
const said = (zh: string, en: string, max = 64) => optional(text(max), zh, en)

/** BondInvtBsc. */
export const toldHead = group(
  {
    bondInvtNo: required(text(64), '清单编号', 'Number of the list'),
    chgTmsCnt: said('变更次数', 'How often it was changed'),
    invtPreentNo: said('预录入统一编号', 'Number of the window'),
    putrecNo: said('备案编号', 'Book'),
    etpsInnerInvtNo: said('企业内部清单编号', 'Firm’s own number'),
    bizopEtpsSccd: said('经营企业信用代码', 'Operating firm, credit code'),
    bizopEtpsno: said('经营企业编号', 'Operating firm, customs code'),
    bizopEtpsNm: said('经营企业名称', 'Operating firm, name', 512),
    dclEtpsSccd: said('申报企业信用代码', 'Declaring firm, credit code'),
    dclEtpsno: said('申报企业编号', 'Declaring firm, customs code'),
    dclEtpsNm: said('申报企业名称', 'Declaring firm, name', 512),
    invtDclTime: said('清单申报时间', 'Time of declaring the list'),
    entryDclTime: said('报关单申报时间', 'Time of declaring'),
    entryNo: said('对应报关单编号', 'Corresponding declaration'),
    rltEntryNo: said('关联报关单编号', 'Related declaration'),
    impexpPortcd: said('进出境关别', 'Customs of entry or exit'),
    dclPlcCuscd: said('主管海关', 'Customs in charge'),
    impexpMarkcd: said('进出口标记', 'Import or export'),
    mtpckEndprdMarkcd: said('料件成品标记', 'Materials or finished goods'),
    supvModecd: said('监管方式', 'Trade mode'),
    dclcusFlag: said('是否报关标志', 'With a declaration or without'),
    dclcusTypecd: said('报关类型', 'Kind of declaration'),
    prevdTime: said('预核扣时间', 'Time of provisional write-off'),
    formalVrfdedTime: said('正式核扣时间', 'Time of write-off'),
    invtIochkptStucd: said('清单进出卡口状态', 'State at the gate'),
    vrfdedMarkcd: said('核扣标记', 'State of the write-off'),
    invtStucd: said('清单状态', 'State of the list'),
    vrfdedModecd: said('核扣方式', 'Way of the write-off'),
    duCode: said('核算代码', 'Code of accounting'),
    bondInvtTypecd: said('清单类型', 'Kind of list'),
    entryStucd: said('报关状态', 'State of the declaration'),
    passportUsedTypecd: said('核放单生成标志', 'Gate passes made'),
    dclTypecd: said('申报类型', 'What was asked for'),
  },
  told,
)

/** BondInvtDtl. */
export const toldLine = group(
  {
    bondInvtNo: said('清单编号', 'Number of the list'),
    gdsSeqno: required(text(19), '商品序号', 'Number of the line'),
    putrecSeqno: said('备案序号', 'Line of the book'),
    gdsMtno: said('商品料号', 'Article'),
    gdecd: said('商品编码', 'Tariff code'),
    gdsNm: said('商品名称', 'Name of the goods', 512),
    dclUnitcd: said('申报计量单位', 'Declared unit'),
    dclQty: said('申报数量', 'Declared quantity'),
    lawfQty: said('法定数量', 'Legal quantity'),
    dclTotalAmt: said('申报总价', 'Total price'),
    dclCurrcd: said('币制', 'Currency'),
    actlPassQty: said('实际过卡数量', 'Quantity through the gate'),
    passportUsed: said('核放单使用数量', 'Quantity on gate passes'),
    modfMarkcd: said('修改标志', 'What became of the line'),
  },
  told,
)
