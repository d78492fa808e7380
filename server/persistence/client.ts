import type { Prisma } from './generated/client'

/** The typed client inside one transaction: what every store is made from. */
export type Client = Prisma.TransactionClient
