/** The `rawType` of what was found here: Segment gave no word for it. Segment's own is never empty. */
export const foundHere = ''

/**
 * Who found a violation, and in whose words it is told: Segment, or we, in a call that came here or that
 * `plumbline validate` read. Where both tell of it, whoever was first.
 */
export const toldBy = ({ rawType }: { readonly rawType: string }): 'segment' | 'here' =>
  rawType === foundHere ? 'here' : 'segment'
