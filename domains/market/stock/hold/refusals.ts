import { refusals } from '@tongqu/kernel/refusal'

export const holdRefusals = refusals({
  'hold.not_found': {
    status: 404,
    text: { zh: '没有此占用', en: 'There is no such hold' },
    remedy: { zh: '在占用列表中选择', en: 'Choose one from the list of holds' },
  },
  'hold.no_such_part': {
    status: 404,
    text: {
      zh: '该占用没有这一部分，或不在您的仓库',
      en: 'The hold has no such part, or not in a warehouse of yours',
    },
    remedy: { zh: '查看该占用的各部分', en: 'Look at the parts of the hold' },
  },
  'hold.nothing_open': {
    status: 409,
    text: { zh: '该占用没有尚未出库的部分', en: 'Nothing of the hold is open' },
    remedy: { zh: '查看该占用各部分的状态', en: 'Look at how its parts stand' },
  },
  'hold.too_long': {
    status: 422,
    text: { zh: '占用最长 {most} 秒', en: 'A hold lasts {most} seconds at most' },
    remedy: { zh: '缩短时限', en: 'Ask for less time' },
  },
})
