import type { FrameView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'

/** What an entry or a job is about, as people know it. `href` is null where there is no page of it. */
export type Subject = { readonly label: string; readonly href: string | null }

type Known = Pick<FrameView, 'plans' | 'workspaces'> & {
  readonly people?: readonly { readonly id: string; readonly name: string }[]
}

/** Reads a subject as the server writes it: `plan:<id>`, `change-request:<plan id>:12`, `workspace:<id>` and so on. */
export const subjectOf = (subject: string, { plans, workspaces, people = [] }: Known): Subject => {
  const [kind, id = '', number = ''] = subject.split(':')
  const plan = plans.find((each) => each.id === id)
  const gone = { label: `A ${kind} that is gone`, href: null }
  switch (kind) {
    case 'plan':
      return plan ? { label: plan.name, href: pages.catalog(id) } : gone
    case 'change-request':
      return plan
        ? { label: `#${number} in ${plan.name}`, href: pages.changeRequest(id, Number(number)) }
        : { label: `#${number} of a plan that is gone`, href: null }
    case 'workspace': {
      const workspace = workspaces.find((each) => each.id === id)
      return workspace ? { label: workspace.name, href: pages.settings('workspaces') } : gone
    }
    case 'person': {
      const person = people.find((each) => each.id === id)
      return person
        ? { label: person.name, href: pages.settings('members') }
        : { label: 'A person who was removed', href: null }
    }
    case 'endpoint':
      return { label: 'A webhook address', href: pages.settings('endpoints') }
    case 'alert-rule':
      return { label: 'An alert rule', href: pages.settings('alerts') }
    case 'demo':
      return { label: 'The demo', href: null }
    default:
      return { label: subject, href: null }
  }
}
