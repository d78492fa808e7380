import { createLoader, parseAsStringLiteral } from 'nuqs/server'
import { JobView } from '@/contracts/job'

export const jobStatuses = JobView.shape.status.options

/** The list's state in the address, for page and screen alike. */
export const jobFilter = { status: parseAsStringLiteral(jobStatuses) } as const

export const loadJobFilter = createLoader(jobFilter)
