import { describe, expect, it } from 'vitest'
import { draftOf, emptyProfile, isProfileDraft, profileOf } from './profile-draft.ts'

describe('the record of the one who declares', () => {
  it('is sent as it was read where nothing was changed', () => {
    const profile = {
      dxpId: 'DXPENT0000000001',
      transmitter: { code: '4201960001', name: '示例报关有限公司' },
      customsOffice: '4701',
      zone: { code: '4201960002', name: '示例区内企业', book: 'T4701W000001' },
      window: {
        copCode: '4201960001',
        copName: '示例报关有限公司',
        icCode: '9100000000001',
        operator: '张三',
        declarer: '张三',
        ediId: '1' as never,
        entryType: 'M' as never,
      },
      platforms: [{ book: 'example.shop', code: '4201960004', name: '示例平台' }],
      sends: ['CEB311' as never],
    }
    expect(profileOf(draftOf(profile))).toEqual(profile)
  })

  it('leaves out what is empty, and sends what is half typed for the server to name', () => {
    expect(
      profileOf({ ...emptyProfile, dxpId: ' dxp1 ', agent: { code: '12', name: '', creditCode: '' } }),
    ).toEqual({
      dxpId: 'DXP1',
      transmitter: { code: '', name: '' },
      agent: { code: '12', name: '' },
      sends: [],
    })
  })

  it('takes up a kept draft only where it has the form’s shape', () => {
    expect(isProfileDraft(emptyProfile)).toBe(true)
    expect(isProfileDraft({ ...emptyProfile, carriers: undefined })).toBe(false)
  })
})
