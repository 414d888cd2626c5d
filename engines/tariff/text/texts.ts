/** Code → text in Chinese and in English; {name} stands for a parameter. */
export type Texts = Readonly<Record<string, readonly [zh: string, en: string]>>

export type Lang = 'zh' | 'en'
