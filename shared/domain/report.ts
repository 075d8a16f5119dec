/** Placeholder until the report's author writes the model. */
export type ReportModel = { title: string }
