import { sourceMetadata } from '@/sandbox/world/catalog'
import type { Sandbox } from '@/sandbox/world/sandbox'
import type { Source } from '@/sandbox/world/source'

/** Segment Public API: SourceV1. */
export const sourceView = ({ state }: Sandbox, source: Source, withWriteKeys: boolean) => ({
  id: source.id,
  slug: source.slug,
  name: source.name,
  metadata: sourceMetadata(source.metadataId),
  workspaceId: state.workspace.id,
  enabled: source.enabled,
  writeKeys: withWriteKeys ? source.writeKeys : [],
  settings: source.settings,
  labels: source.labels,
})
