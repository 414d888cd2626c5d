import type { Answer } from '../../remote/contracts.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage } from '../../text/language.tsx'

type Role = Answer<'kernel.role.list'>['roles'][number]

/** The roles of the installation, and the name of one by its id. */
export function useRoles(): { roles: readonly Role[]; roleName: (id: string) => string } {
  const { language } = useLanguage()
  const { data } = useAsk('kernel.role.list', {})
  const roles = data?.roles ?? []
  return { roles, roleName: id => roles.find(role => role.id === id)?.name[language] ?? id }
}
