const titles: Readonly<Record<string, string>> = {
  COMMON: 'Common properties',
  IDENTIFY: 'Identify traits',
  GROUP: 'Group traits',
  PAGE: 'Page',
  SCREEN: 'Screen',
}

/** What people call a rule: the event's name, or the kind of call where there is no name. */
export const ruleTitle = ({ type, key }: { readonly type: string; readonly key: string | null }): string =>
  key ?? titles[type] ?? type
