export const alertChannels = ['webhook', 'slack', 'email'] as const

export type AlertChannelKind = (typeof alertChannels)[number]

export const alertStatuses = ['queued', 'delivered', 'dead', 'held'] as const

/** `dead`: it was given up. `held`: it was not sent at all, since the rule was paused or had sent too many. */
export type AlertStatus = (typeof alertStatuses)[number]
