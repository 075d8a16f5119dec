import { unitKindTexts } from '../../messages/channel.ts'

/** A kind of units as people call it; a kind of another list stands for itself. */
export const kindWord = (kind: string): string => Object.entries(unitKindTexts).find(([known]) => known === kind)?.[1].vi ?? kind
