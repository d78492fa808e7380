import type { ChangeRequestSummary } from '@/contracts/change-request'
import { requestLook } from './request-look'
import { LookStatus } from './status'

/** Where a change request is in its life. */
export const RequestStatus = ({ status }: { readonly status: ChangeRequestSummary['status'] }) => (
  <LookStatus look={requestLook[status]} />
)
