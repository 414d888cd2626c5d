/** A page of the desk as its tab: where it is, its word in `admin.texts.ts`, who has something to do there. */
interface AdminPage {
  readonly to: string
  readonly name: 'parties' | 'accounts' | 'roles' | 'keys' | 'limits'
  readonly needs: string
}

const all: readonly AdminPage[] = []

/** The pages that somebody may open, in the order of the tabs. */
export function pagesFor(permissions: readonly string[]): readonly AdminPage[] {
  return all.filter(({ needs }) => permissions.includes(needs))
}
