import type { Operation } from '@/domain/review/can'
import { whoCan } from '@/domain/review/can'
import { Note } from '../ui/note'
import { PageHeader } from '../ui/page-header'

/** Stands where somebody's role does not reach. */
export const RoleNote = ({ title, operation }: { readonly title: string; readonly operation: Operation }) => (
  <>
    <PageHeader title={title} />
    <Note title="Your role does not reach this.">
      It takes the role {whoCan(operation).join(' or ')}. An administrator can give it to you under Members.
    </Note>
  </>
)
