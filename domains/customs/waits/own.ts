/** The condition that leaves one party's rows, as the second parameter; nothing where all are seen. */
export const ofParty = (party: string | undefined): string => (party === undefined ? '' : 'and party_id = $2')

/** Values of a statement with that condition. */
export const valuesOf = (most: number, party: string | undefined): readonly unknown[] =>
  party === undefined ? [most] : [most, party]
