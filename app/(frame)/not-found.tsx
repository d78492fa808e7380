import { FileQuestion } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { pages } from '@/contracts/paths'

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={FileQuestion}
        title="There is nothing at this address"
        actions={<LinkButton href={pages.overview()}>To the overview</LinkButton>}
      >
        It may have been removed, or the address is not complete.
      </EmptyState>
    </>
  )
}
