import type { RouteView } from '@/contracts/source'
import { FailureNote } from '../data/failure-note'
import { AlertDialog } from '../ui/alert-dialog'
import { routeNames } from './route-words'

type ConnectDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly route: RouteView
  readonly pending: boolean
  readonly error: Error | null
  readonly onConfirm: () => void
}

/** What will be made in the Segment workspace and what it costs, before it is. */
export const ConnectDialog = ({
  open,
  onOpenChange,
  route,
  pending,
  error,
  onConfirm,
}: ConnectDialogProps) => (
  <AlertDialog
    open={open}
    onOpenChange={onOpenChange}
    title={`Connect ${routeNames[route.route]}?`}
    description="This is made in your Segment workspace. What is there already is found and used, never made twice."
    confirm="Connect"
    pending={pending}
    onConfirm={onConfirm}
  >
    <ol className="mt-3 flex list-decimal flex-col gap-1.5 pl-5 text-sm">
      {route.willDo.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ol>
    <ul className="mt-3 flex list-disc flex-col gap-1 pl-5 text-ink-2 text-sm">
      {route.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
    {error ? <FailureNote error={error} className="mt-2" /> : null}
  </AlertDialog>
)
