'use client'
import type { EndpointCreated } from '@/contracts/endpoint'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SecretLine } from './secret-line'

const forSegment =
  'The secret is shown this once; the address can be seen again. Both go into the Webhooks destination in Segment, as the steps on this page say.'
const forLibraries =
  'Libraries are given the write key, and this installation as their host; the debugger shows how. A Webhooks destination may post to the address, signed with the secret.'

type EndpointSecretDialogProps = { readonly made: EndpointCreated | null; readonly onClose: () => void }

/** Address and secret of an endpoint, shown this once. */
export const EndpointSecretDialog = ({ made, onClose }: EndpointSecretDialogProps) => (
  <Dialog
    open={made !== null}
    onOpenChange={onClose}
    title="Copy the secret now"
    description={made?.writeKey === undefined ? forSegment : forLibraries}
    footer={
      <Button variant="primary" onClick={onClose}>
        Done
      </Button>
    }
  >
    <div className="flex flex-col gap-4">
      {made?.writeKey === undefined ? null : <SecretLine label="Write key" value={made.writeKey} />}
      <SecretLine label="Address" value={made?.url ?? ''} />
      <SecretLine label="Shared secret" value={made?.sharedSecret ?? ''} />
    </div>
  </Dialog>
)
