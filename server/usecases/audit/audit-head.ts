import type { Stores } from '@/server/ports/stores'

/** Names the newest entry of each chain given, in the form that a verification takes; null when all are empty. */
export const auditHead = async ({ audit }: Stores, chains: readonly string[]): Promise<string | null> => {
  const heads: [string, string][] = []
  for (const chain of [...chains].sort()) {
    const hash = await audit.head(chain)
    if (hash !== null) heads.push([chain, hash])
  }
  return headText(heads)
}

export const headText = (heads: readonly (readonly [chain: string, hash: string])[]): string | null =>
  heads.length === 0 ? null : heads.map((head) => head.join(':')).join(',')
