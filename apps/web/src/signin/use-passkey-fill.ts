import { useEffect, useRef } from 'react'
import { answerPasskey, canFillPasskey, endPasskey, isCalledOff, type PasskeyAnswer } from './passkey.ts'

/** Before its challenge grows too old, the browser is given another; milliseconds. */
const RENEW = 4 * 60_000

/**
 * Offers passkeys where the account's name is typed, for as long as the form stands.
 * @param failed told of an error that is none of the person's making
 */
export function usePasskeyFill(
  isOn: boolean,
  answered: (passkey: PasskeyAnswer) => void,
  failed: (error: unknown) => void,
): void {
  const latest = useRef({ answered, failed })
  latest.current = { answered, failed }
  useEffect(() => {
    if (!isOn) return
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const offer = async () => {
      if (isGone || !(await canFillPasskey())) return
      timer = setTimeout(offer, RENEW)
      try {
        const passkey = await answerPasskey(true)
        if (!isGone) latest.current.answered(passkey)
      } catch (error) {
        if (!isGone && !isCalledOff(error)) latest.current.failed(error)
      }
    }
    void offer()
    return () => {
      isGone = true
      clearTimeout(timer)
      endPasskey()
    }
  }, [isOn])
}
