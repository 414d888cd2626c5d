import type { Texts } from './texts.ts'

/** Why a mode is allowed or refused. */
export const modes: Texts = {
  'channel.not_this_mode': [
    '该渠道的订单不适用此监管方式',
    'an order of this channel does not go by this mode',
  ],
  'channel.retail_is_open': [
    '可走跨境电商零售进口，个人订单不走一般贸易',
    'the retail channel is open to this personal order',
  ],
  'goods.export_banned': ['禁止出口商品', 'these goods may not be exported'],
  'goods.import_banned': ['禁止进口商品', 'these goods may not be imported'],
  'licence.not_known': [
    '商品表中没有该编码，许可证件要求未核',
    'the code is not in the table, so licences were not checked',
  ],
  'declaration.needs_ten_digits': ['报关须用十位编码', 'a declaration needs the ten-digit code'],
  'tariff.code_not_in_table': [
    '编码 {code} 不在所载税则内，按行内所填税率计算',
    'code {code} is not in the loaded tariff; the rates on the line are used',
  ],
  'tariff.edition': ['税率取自 {year} 年税则（{id}）', 'rates are of the tariff of {year} ({id})'],
  'table.refund_rates': ['退税率取自所载退税率表', 'refund rates are of the loaded table'],
  'table.postal_rates': ['行邮税率取自所载税率表', 'postal-article rates are of the loaded table'],
  'table.positive_list': ['按所载零售进口商品清单判断', 'the loaded list of retail imports was asked'],
  'table.unit_taxes': ['单位税额取自所载消费税表', 'the consumption tax per unit is of the loaded table'],
  'retail.no_platform_order': ['没有电商平台及平台订单号', 'there is no platform and platform order number'],
  'retail.not_on_positive_list': [
    '{code} 不在零售进口商品清单内',
    '{code} is not on the list of retail imports',
  ],
  'retail.within_limits': [
    '限值以内：关税为零，增值税和消费税按规定比例征收',
    'within the limits: no duty, VAT and consumption tax reduced',
  ],
  'retail.single_limit_exceeded': [
    '完税价格 {value} 元超过单次限值 {limit} 元，且订单不止一件商品',
    'the value of CNY {value} is above the single limit of {limit}, and the order holds more than one item',
  ],
  'retail.single_item_over_limit': [
    '单件商品 {value} 元超过单次限值 {limit} 元：可走零售渠道，全额征税，计入年度额度',
    'one item of CNY {value} above the single limit of {limit}: allowed with full tax, counted in the year',
  ],
  'retail.single_item_to_general_trade': [
    '单件商品 {value} 元超过单次限值 {limit} 元，须按一般贸易',
    'one item of CNY {value} above the single limit of {limit} goes by general trade',
  ],
  'retail.year_limit_exceeded': [
    '年度累计 {total} 元超过年度限值 {limit} 元',
    'the yearly total of CNY {total} is above the limit of {limit}',
  ],
  'retail.year_used_from_record': [
    '未填当年已用额度，按平台记录计为 {amount} 元（不含在其他平台的购买）',
    'the amount used this year is not stated: CNY {amount} by the own record, purchases elsewhere not counted',
  ],
  'retail.year_used_from_no_record': [
    '未填当年已用额度，平台也没有该订购人的记录，按 {amount} 元计；在其他平台的购买不在内，以海关核定为准',
    'the amount used this year is not stated and there is no own record of the buyer: reckoned from CNY {amount}; purchases elsewhere are not in it, customs decides',
  ],
  'retail.year_used_from_book': [
    '同一订购人在本簿前面的订单占用额度后，当年已用 {amount} 元',
    'with the earlier orders of this buyer in the book, CNY {amount} of the year are used',
  ],
  'bonded.city_is_open': ['本市已开展1210，不适用1239', '1210 is open in this city, so 1239 is not used'],
  'bonded.city_not_open': ['本市未开展1210业务', '1210 is not open in this city'],
  'bonded.clearance_papers': [
    '须提交首次进口许可等通关单证',
    'clearance papers of a first import are needed',
  ],
  'declaration.needs_buyer': [
    '报关单备注栏须填境外采购商名称、国别和证件号：未填买方编号',
    "the declaration's remark carries the buyer's name, country and document: the buyer is not stated",
  ],
  'bonded.refund_at_zone_entry': [
    '一般贸易入区时退税，包裹以1210出区',
    'refund at entry into the zone under 0110; parcels leave under 1210',
  ],
  'market.no_pilot_here': ['本地不是市场采购试点', 'this is no pilot of market procurement'],
  'market.settled_in_cash': [
    '现金结算的货物不适用市场采购',
    'goods settled in cash are out of market procurement',
  ],
  'market.restricted_goods': ['国家禁止或限制出口的商品', 'goods whose export is banned or restricted'],
  'market.dangerous_goods': ['危险品、化工品不走市场采购', 'dangerous goods do not go by market procurement'],
  'market.not_in_cluster': ['不是在认定的市场集聚区采购', 'not bought in the recognised cluster'],
  'market.zero_refund_goods': [
    '退税率为零的商品不走市场采购',
    'goods with a refund rate of 0 do not go by market procurement',
  ],
  'market.local_food': [
    '本地做法：动植物及食品不走市场采购',
    'local practice: animal and plant food stays out',
  ],
  'market.local_liquid': ['本地做法：液体不走市场采购', 'local practice: liquids stay out'],
  'market.local_chemical': ['本地做法：化工品不走市场采购', 'local practice: chemicals stay out'],
  'market.declaration_limit': [
    '超过每票报关单 {limit} 美元的限额，须拆分',
    'above the limit of USD {limit} per declaration: to be split',
  ],
  'market.vat_exempt': ['免征增值税，不退税', 'VAT exempt, no refund'],
  'market.stall_income_tax': ['商户个人所得税按核定利润率另计', "the stall's income tax is assessed apart"],
  'market.line_above_limit': [
    '单行超过每票限额，须拆分该行',
    'one line alone is above the limit of a declaration',
  ],
  'brand.not_authorised': ['品牌货物没有授权', 'branded goods without authorisation'],
  'retail_export.summary_declaration': ['清单核放、汇总申报', 'release by list, monthly summary declaration'],
  'retail_export.simplified_list': [
    '清单核放、汇总统计：四位编码简化申报',
    'release by list and statistics, by four digits',
  ],
  'retail_export.exempt_without_invoice': [
    '综试区无票免税',
    'exempt without an invoice in a comprehensive pilot zone',
  ],
  'retail_export.income_tax_assessed': [
    '企业所得税核定征收，实际税负按 {rate} 计',
    'income tax is assessed, at an effective rate of {rate}',
  ],
  'b2b.no_platform_order': [
    '不是跨境电商平台成交：没有平台订单号',
    'not a deal of a cross-border platform: no platform order number',
  ],
  'b2b.list_form': ['低值货物走清单方式', 'small consignment: the list form'],
  'b2b.list_form_carries_no_refund': [
    '清单方式不能退税，故走报关单方式',
    'the list form carries no refund, so the declaration is taken',
  ],
  'warehouse.no_warehouse_order': ['没有海外仓定仓单', 'there is no overseas-warehouse order'],
  'warehouse.pre_refund': ['离境即退税，销售后再核算', 'refund at exit, settled after the sale'],
  'postal.over_limit': [
    '超过每次限值 {limit} 元，且不是不可分割的单件',
    'above the limit of CNY {limit} and not one indivisible item',
  ],
  'postal.single_item': [
    '超过限值 {limit} 元的不可分割单件，按个人物品',
    'one indivisible item above the limit of CNY {limit}',
  ],
  'postal.tax_free': ['应征税额 {tax} 元，免税', 'the tax of CNY {tax} is free'],
  'luggage.above_limit': ['超过限值 {limit} 元的部分征税', 'what is above CNY {limit} is taxed'],
}
