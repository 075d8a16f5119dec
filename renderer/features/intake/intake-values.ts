import type { Client } from '../../client/client.ts'

/** What the contract gives, by its own names. */
export type AttachedPaper = Awaited<ReturnType<Client['papers']['list']>>[number]
export type KeyedEntry = Awaited<ReturnType<Client['keyed']['get']>>
export type UnitVersion = Awaited<ReturnType<Client['submissions']['versions']>>[number]
export type LaidText = Awaited<ReturnType<Client['papers']['taken']>>[number]
export type MappingPreview = Awaited<ReturnType<Client['mappings']['preview']>>
export type MappingQuestion = Awaited<ReturnType<Client['mappings']['propose']>>
export type Narratives = Awaited<ReturnType<Client['papers']['narratives']>>
export type PaperSuggestion = Awaited<ReturnType<Client['papers']['suggest']>>
export type PaperFigure = Awaited<ReturnType<Client['papers']['figures']>>[number]
export type DocumentBlock = NonNullable<Narratives>['blocks'][number]
export type KeptMapping = Awaited<ReturnType<Client['mappings']['list']>>[number]
