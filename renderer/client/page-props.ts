import type { Period } from '../../shared/domain/period.ts'

/** What the frame gives to every page. Undefined while there is no period at all. */
export type PageProps = { period: Period | undefined }
