/** The journal is read by time, newest first, some lines at a time; without this every page of it sorts the whole. */
export const journalOrder = `
CREATE INDEX journal_entry_by_time ON journal_entry (at DESC, seq DESC, machine);
`
