import type { SegmentGateway } from '@/server/ports/segment-gateway'
import type { SegmentApis } from './gateway-apis'
import { type Asking, mapOk } from './gateway-asking'
import { toDestination, toSource } from './to-values'
import {
  WireDestination,
  WireNewDestination,
  WireNewSource,
  WireSourceKeys,
  WireSubscription,
} from './wire-shapes'

type RouteCalls = Pick<
  SegmentGateway,
  | 'changeSourceSettings'
  | 'writeKeys'
  | 'createSource'
  | 'removeSource'
  | 'destinations'
  | 'createDestination'
  | 'changeDestinationSettings'
  | 'removeDestination'
  | 'subscriptions'
  | 'createSubscription'
>

/** What connecting a source takes: sources, destinations and their mappings, and a source's schema settings. */
export const routeCalls = (
  { sources, destinations }: SegmentApis,
  { one, list, write }: Asking,
): RouteCalls => ({
  changeSourceSettings: (sourceId, settings) =>
    write(() => sources.updateSchemaSettingsInSource(sourceId, settings)),

  writeKeys: async (sourceId) =>
    mapOk(await one(WireSourceKeys, () => sources.getSource(sourceId)), ({ data }) => data.source.writeKeys),

  createSource: async ({ slug, metadataId }) =>
    mapOk(
      await one(
        WireNewSource,
        () => sources.createSource({ slug, metadataId, enabled: true, settings: {} }),
        'job',
        'writes',
      ),
      ({ data }) => toSource(data.source),
    ),

  removeSource: (sourceId) => write(() => sources.deleteSource(sourceId)),

  destinations: async (sourceId) =>
    mapOk(
      await list('destinations', WireDestination, (page) =>
        sources.listConnectedDestinationsFromSource(sourceId, page),
      ),
      (all) => all.map(toDestination),
    ),

  createDestination: async (destination) =>
    mapOk(
      await one(
        WireNewDestination,
        () => destinations.createDestination({ ...destination, enabled: true }),
        'job',
        'writes',
      ),
      ({ data }) => toDestination(data.destination),
    ),

  changeDestinationSettings: (destinationId, settings) =>
    write(() => destinations.updateDestination(destinationId, { settings: { ...settings } })),

  removeDestination: (destinationId) => write(() => destinations.deleteDestination(destinationId)),

  subscriptions: (destinationId) =>
    list('subscriptions', WireSubscription, (page) =>
      destinations.listSubscriptionsFromDestination(destinationId, page),
    ),

  createSubscription: (destinationId, { name, trigger, enabled, actionId, settings }) =>
    write(() =>
      destinations.createDestinationSubscription(destinationId, {
        name,
        trigger,
        enabled,
        actionId,
        settings: { ...settings },
      }),
    ),
})
