import type { CatalogRow } from '@/contracts/rule'
import type { CatalogFilter } from './catalog-filter'

/** Whether a row that is loaded already answers the filter; what people see while the server is asked. */
export const matchesFilter = (row: CatalogRow, { q, type, has }: CatalogFilter): boolean => {
  if (type && row.type !== type) return false
  if (has === 'violations' && row.openViolations === 0) return false
  if (has === 'changes' && row.openChangeRequests.length === 0) return false
  if (has === 'defects' && row.defects === 0) return false
  const needle = q.trim().toLowerCase()
  if (needle === '') return true
  const labels = Object.entries(row.labels).flat()
  return [row.key ?? '', row.description, ...row.properties, ...labels].some((text) =>
    text.toLowerCase().includes(needle),
  )
}
