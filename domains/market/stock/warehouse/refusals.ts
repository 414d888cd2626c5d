import { refusals } from '@tongqu/kernel/refusal'

export const warehouseRefusals = refusals({
  'warehouse.not_found': {
    status: 404,
    text: { zh: '没有此仓库', en: 'There is no such warehouse' },
    remedy: { zh: '在仓库列表中选择', en: 'Choose one from the list of warehouses' },
  },
  'warehouse.code_taken': {
    status: 409,
    text: { zh: '仓库代码 {code} 已经用过', en: 'The warehouse code {code} is taken' },
    remedy: { zh: '另取代码', en: 'Take another code' },
  },
  'warehouse.kind_unknown': {
    status: 422,
    text: { zh: '没有“{kind}”这种仓库', en: 'There is no kind of warehouse named {kind}' },
    remedy: { zh: '可用的种类：{kinds}', en: 'Kinds: {kinds}' },
  },
  'warehouse.country_unfit': {
    status: 422,
    text: { zh: '这种仓库不能设在 {country}', en: 'A warehouse of this kind cannot lie in {country}' },
    remedy: { zh: '核对国家与仓库种类', en: 'Check the country and the kind' },
  },
  'warehouse.district_needed': {
    status: 422,
    text: { zh: '保税仓须写明主管海关', en: 'This kind of warehouse names its customs district' },
    remedy: { zh: '填写四位关区代码', en: 'Give the four digits of the district' },
  },
  'warehouse.district_unfit': {
    status: 422,
    text: { zh: '这种仓库没有主管海关', en: 'This kind of warehouse is under no customs district' },
    remedy: { zh: '去掉关区代码，或改选仓库种类', en: 'Leave the district out, or choose another kind' },
  },
  'warehouse.owner_unknown': {
    status: 404,
    text: { zh: '没有此货主', en: 'There is no such owner' },
    remedy: { zh: '核对货主的主体编号', en: "Check the id of the owner's party" },
  },
  'warehouse.not_stored_here': {
    status: 409,
    text: { zh: '此货主的货物不在该仓库存放', en: 'This warehouse does not keep goods of this owner' },
    remedy: { zh: '先由仓库提出、货主同意存放', en: 'Let the keeper offer and the owner agree to it first' },
  },
  'warehouse.goods_left': {
    status: 409,
    text: { zh: '仓库中还有该货主的货物', en: 'There are goods of this owner left in the warehouse' },
    remedy: { zh: '全部出库或调走后再终止', en: 'Ship or transfer all of them first' },
  },
})
