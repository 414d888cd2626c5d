export type View = 'orders' | 'containers' | 'fix'

/** The view to show: the one asked for; a plan in which not one order could be read opens on why. */
export function viewOf(plan: { readonly planned: number }, tab: 'containers' | 'fix' | undefined): View {
  return tab ?? (plan.planned === 0 ? 'fix' : 'orders')
}
