import { idFor } from '@/sandbox/world/ids'

export const webhooksClassicId = '54521fdc25e721e32a72ef04'
export const webhooksActionsId = '614a3c7d791c91c41bae7599'

type SourceKind = { id: string; name: string; slug: string; category: string }
type Mode = 'cloud' | 'device' | 'either'
type Action = { id: string; slug: string; name: string }
/** `mode` is `cloud` when absent. */
type DestinationKind = SourceKind & { website: string; mode?: Mode; actions?: Action[] }

export const sourceKinds: SourceKind[] = [
  { id: 'IqDTy1TpoU', name: 'Javascript', slug: 'javascript', category: 'Website' },
  { id: 'UBrsG9RVzw', name: 'iOS', slug: 'ios', category: 'Mobile' },
  { id: idFor('node', '', 10), name: 'Node.js', slug: 'node.js', category: 'Server' },
  { id: 'iUM16Md8P2', name: 'HTTP API', slug: 'http-api', category: 'Server' },
]

export const destinationKinds: DestinationKind[] = [
  {
    id: webhooksClassicId,
    name: 'Webhooks',
    slug: 'webhooks',
    category: 'Raw Data',
    website: 'https://segment.com/docs/connections/destinations/catalog/webhooks/',
  },
  {
    id: webhooksActionsId,
    name: 'Webhooks (Actions)',
    slug: 'actions-webhook',
    category: 'Raw Data',
    website: 'https://segment.com/docs/connections/destinations/catalog/actions-webhook/',
    actions: [{ id: idFor('send webhook'), slug: 'send', name: 'Send' }],
  },
  {
    id: idFor('ga4', '', 24),
    name: 'Google Analytics 4 Cloud',
    slug: 'actions-google-analytics-4',
    category: 'Analytics',
    website: 'https://marketingplatform.google.com',
  },
  {
    id: idFor('amplitude', '', 24),
    name: 'Amplitude (Actions)',
    slug: 'actions-amplitude',
    category: 'Analytics',
    website: 'https://amplitude.com',
  },
  {
    id: idFor('braze', '', 24),
    name: 'Braze Cloud Mode (Actions)',
    slug: 'actions-braze-cloud',
    category: 'Email Marketing',
    website: 'https://braze.com',
  },
  {
    id: idFor('gtm', '', 24),
    name: 'Google Tag Manager',
    slug: 'google-tag-manager',
    category: 'Tag Managers',
    website: 'https://tagmanager.google.com',
    mode: 'device',
  },
  {
    id: idFor('firebase', '', 24),
    name: 'Firebase',
    slug: 'firebase',
    category: 'Analytics',
    website: 'https://firebase.google.com',
    mode: 'device',
  },
]

const logos = { default: 'https://cdn.filepicker.io/api/file/sandbox', mark: '', alt: '' }

/** Segment Public API: SourceMetadataV1. */
export const sourceMetadata = (metadataId: string) => {
  const kind = sourceKinds.find(({ id }) => id === metadataId)
  return kind
    ? {
        id: kind.id,
        name: kind.name,
        slug: kind.slug,
        description: `${kind.name} source`,
        logos,
        options: [],
        categories: [kind.category],
        isCloudEventSource: false,
      }
    : undefined
}

/** Segment Public API: DestinationMetadataV1, with the long lists left empty. */
export const destinationMetadata = (metadataId: string) => {
  const kind = destinationKinds.find(({ id }) => id === metadataId)
  return kind
    ? {
        id: kind.id,
        name: kind.name,
        slug: kind.slug,
        description: `${kind.name} destination`,
        logos,
        options: [],
        status: 'PUBLIC',
        previousNames: [kind.name],
        categories: [kind.category],
        website: kind.website,
        components: [],
        supportedFeatures: {
          cloudModeInstances: kind.mode === 'device' ? '0' : '1',
          deviceModeInstances: kind.mode === undefined || kind.mode === 'cloud' ? '0' : '1',
          replay: false,
        },
        supportedMethods: { track: true, identify: true, group: true, pageview: true, alias: true },
        supportedPlatforms: { browser: true, mobile: true, server: true },
        actions: (kind.actions ?? []).map((action) => ({
          ...action,
          description: '',
          platform: 'CLOUD',
          hidden: false,
          defaultTrigger: null,
          fields: [],
        })),
        presets: [],
      }
    : undefined
}
