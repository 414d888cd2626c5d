/** Days that draw near: shown as soon as the installation counts them. */
export function Deadlines() {
  return null
}
