import { refusals } from '../refusal/index.ts'

export const packRefusals = refusals({
  'pack.version_unknown': {
    status: 404,
    text: { zh: '没有数据包 {pack} 的这个版本', en: 'There is no such version of the pack {pack}' },
    remedy: { zh: '在版本列表中选择', en: 'Choose one of the list' },
  },
})
