import { upperFirst } from './report-wording.ts'

/** A sentence as it is said where its unit is known already: in a column of its own, or on a paper to it. */
export const withoutName = (text: string, name: string | undefined): string =>
  name !== undefined && text.startsWith(name) ? upperFirst(text.slice(name.length).replace(/^[,:]?\s*/u, '')) : text
